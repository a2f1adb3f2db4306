"""An earlier finding that was never closed."""

import numpy as np

from motcua.generator.columns import NEVER, Flags
from motcua.generator.ledger import Ledger
from motcua.generator.plants.duties import not_done
from motcua.generator.plants.plant import Plant


def due(ledger: Ledger) -> Flags:
    day = ledger.minutes("past_finding", "due")
    return np.asarray((day != NEVER) & (day <= ledger.world.order.closing))


PLANT = Plant("CDDH-016", "past_finding", not_done("past_finding", "closed"), may=due)
