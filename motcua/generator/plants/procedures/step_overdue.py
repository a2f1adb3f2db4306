"""A step whose own due day was the day before it was done; the dossier is in time."""

import numpy as np

from motcua.generator.columns import DAY, NEVER, Flags
from motcua.generator.ledger import Ledger
from motcua.generator.plants.plant import Plant


def done(ledger: Ledger) -> Flags:
    return np.asarray(ledger.minutes("dossier_step", "finished") != NEVER)


def due_before(ledger: Ledger, chosen: Flags) -> None:
    ledger.change_moment("dossier_step", chosen, due=ledger.minutes("dossier_step", "finished")[chosen] - DAY)


PLANT = Plant("TTHC-057", "dossier_step", due_before, may=done)
