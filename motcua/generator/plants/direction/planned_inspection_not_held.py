"""An inspection that was planned and never held."""

import numpy as np

from motcua.generator.columns import Flags
from motcua.generator.ledger import Ledger
from motcua.generator.plants.duties import not_done
from motcua.generator.plants.plant import Plant


def past(ledger: Ledger) -> Flags:
    return np.asarray(ledger.minutes("inspection_round", "planned") <= ledger.world.order.closing)


PLANT = Plant("CDDH-010", "inspection_round", not_done("inspection_round", "held", "concluded"), may=past)
