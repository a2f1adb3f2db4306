"""A land dispute mediated without a decision that set a council up."""

import numpy as np

from motcua.generator.columns import NEVER, Flags
from motcua.generator.ledger import Ledger
from motcua.generator.plants.plant import Plant


def closed(ledger: Ledger) -> Flags:
    return np.asarray(ledger.minutes("mediation_case", "closed") != NEVER)


def mediate_alone(ledger: Ledger, chosen: Flags) -> None:
    ledger.change("mediation_case", chosen, council_decision_no=None)
    ledger.change_moment("mediation_case", chosen, council_decided=NEVER)


PLANT = Plant("TTHC-024", "mediation_case", mediate_alone, may=closed)
