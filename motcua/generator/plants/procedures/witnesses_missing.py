"""A certification for who cannot read or sign with one witness only, or with none recorded."""

import numpy as np

from motcua.generator.columns import NEVER, Flags
from motcua.generator.ledger import Ledger
from motcua.generator.plants.plant import Plant


def special(ledger: Ledger) -> Flags:
    """Settled dossiers for which witnesses are needed."""
    settled = ledger.minutes("dossier", "finished") != NEVER
    return np.asarray(settled & ledger.holds("dossier", "special_case", True))


def call_one(ledger: Ledger, chosen: Flags) -> None:
    ledger.change("dossier", chosen, witnesses=1)


def record_none(ledger: Ledger, chosen: Flags) -> None:
    ledger.change("dossier", chosen, witnesses=None)


PLANTS = (
    Plant("TTHC-022", "dossier", call_one, may=special),
    Plant("TTHC-023", "dossier", record_none, may=special),
)
