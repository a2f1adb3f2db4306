"""A task still open past its day."""

import numpy as np

from motcua.generator.columns import Flags
from motcua.generator.ledger import Ledger
from motcua.generator.plants.duties import not_done
from motcua.generator.plants.plant import Plant


def due(ledger: Ledger) -> Flags:
    return np.asarray(ledger.minutes("task", "due") <= ledger.world.order.closing)


PLANT = Plant("CDDH-019", "task", not_done("task", "done"), may=due)
