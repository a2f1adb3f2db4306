"""A dossier returned before it was settled, as the software has it."""

import numpy as np

from motcua.generator.columns import DAY, NEVER, Flags
from motcua.generator.ledger import Ledger
from motcua.generator.plants.plant import Plant


def returned_after_days(ledger: Ledger) -> Flags:
    received, finished = ledger.minutes("dossier", "received"), ledger.minutes("dossier", "finished")
    returned = ledger.minutes("dossier", "returned") != NEVER
    return np.asarray(returned & (finished // DAY - received // DAY > 1))


def return_early(ledger: Ledger, chosen: Flags) -> None:
    ledger.change_moment("dossier", chosen, returned=ledger.minutes("dossier", "finished")[chosen] - 1)


PLANT = Plant("TTHC-045", "dossier", return_early, may=returned_after_days)
