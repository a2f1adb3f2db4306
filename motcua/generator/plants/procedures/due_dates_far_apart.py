"""A dossier whose due day was moved by two months."""

import numpy as np

from motcua.generator.columns import DAY, NEVER, Flags
from motcua.generator.hours import WORKDAY
from motcua.generator.ledger import Ledger
from motcua.generator.plants.plant import Plant

MOVED = 40 * WORKDAY
LONG_AGO = 90 * DAY  # the new day must lie in a year whose calendar is published


def due_long_ago(ledger: Ledger) -> Flags:
    due = ledger.minutes("dossier", "first_due")
    unbroken = ledger.holds("dossier", "supplement_requests", None, 0) & ledger.holds(
        "dossier", "waiting_minutes", None, 0
    )
    return np.asarray(unbroken & (due != NEVER) & (due + LONG_AGO < ledger.world.order.closing))


def move_far(ledger: Ledger, chosen: Flags) -> None:
    hours = ledger.world.hours
    moved = hours.end(hours.work(ledger.minutes("dossier", "first_due")[chosen]) + MOVED)
    ledger.change_moment("dossier", chosen, due=moved)


PLANT = Plant("TTHC-051", "dossier", move_far, may=due_long_ago)
