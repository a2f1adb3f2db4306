"""A settled dossier with a term that left no receipt, no control slip, or no step in the software."""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from motcua.generator.columns import NEVER, Flags
from motcua.generator.ledger import Ledger
from motcua.generator.plants.plant import Plant, Spoil


def settled_with_term(ledger: Ledger) -> Flags:
    """Settled dossiers that were given a receipt, which only those with a term are."""
    slips = ledger.tables["slip"]
    receipts = slips.filter(pa.array(ledger.holds("slip", "kind", "receipt")))["dossier_id"].combine_chunks()
    given = np.asarray(pc.is_in(ledger.tables["dossier"]["dossier_id"], receipts).to_numpy(), bool)
    return np.asarray(given & (ledger.minutes("dossier", "finished") != NEVER))


def losing(kind: str) -> Spoil:
    def lose(ledger: Ledger, chosen: Flags) -> None:
        ledger.drop("slip", ledger.of_dossiers("slip", chosen) & ledger.holds("slip", "kind", kind))

    return lose


def forget_steps(ledger: Ledger, chosen: Flags) -> None:
    ledger.drop("dossier_step", ledger.of_dossiers("dossier_step", chosen))


PLANTS = (
    Plant("TTHC-012", "dossier", losing("receipt"), may=settled_with_term),
    Plant("TTHC-013", "dossier", losing("control"), may=settled_with_term),
    Plant("TTHC-015", "dossier", forget_steps, may=settled_with_term),
)
