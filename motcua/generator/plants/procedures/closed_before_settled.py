"""A dossier closed in the software while its result was issued only later, still in time."""

import numpy as np

from motcua.generator.columns import DAY, NEVER, Flags
from motcua.generator.ledger import Ledger
from motcua.generator.plants.plant import Plant


def with_days_between(ledger: Ledger) -> Flags:
    """Dossiers that took more than a day and have their result."""
    finished = ledger.minutes("dossier", "finished")
    received = ledger.minutes("dossier", "received")
    return np.asarray((finished != NEVER) & (finished // DAY - received // DAY > 1))


def close_early(ledger: Ledger, chosen: Flags) -> None:
    """The software says it was settled on the day before the result was issued."""
    issued = ledger.minutes("dossier", "issued")[chosen]
    received = ledger.minutes("dossier", "received")[chosen]
    early = np.maximum(issued - DAY, received + 60)
    ledger.change_moment("dossier", chosen, finished=early)


PLANT = Plant("TTHC-030", "dossier", close_early, may=with_days_between)
