"""Feedback that was answered on the day after it was due."""

import numpy as np

from motcua.generator.columns import DAY, NEVER, Flags
from motcua.generator.ledger import Ledger
from motcua.generator.plants.plant import Plant


def answered(ledger: Ledger) -> Flags:
    due = ledger.minutes("feedback", "due")
    return np.asarray((ledger.minutes("feedback", "answered") != NEVER) & (due + DAY < ledger.world.order.closing))


def answer_late(ledger: Ledger, chosen: Flags) -> None:
    ledger.change_moment("feedback", chosen, answered=ledger.minutes("feedback", "due")[chosen] + DAY)


PLANT = Plant("TTHC-047", "feedback", answer_late, may=answered)
