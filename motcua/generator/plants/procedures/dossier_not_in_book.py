"""A dossier that nobody wrote into the tracking book."""

from motcua.generator.columns import Flags
from motcua.generator.ledger import Ledger
from motcua.generator.mixes import mixes
from motcua.generator.plants.plant import Plant


def own(ledger: Ledger) -> Flags:
    """Dossiers that no other office sent, and that stand in the tracking book alone."""
    certified = ledger.holds("dossier", "domain", mixes()["certification"])
    return ledger.holds("dossier", "parent_dossier_id", None) & ~certified


def strike_out(ledger: Ledger, chosen: Flags) -> None:
    ledger.drop("book_entry", ledger.of_dossiers("book_entry", chosen))


PLANT = Plant("TTHC-008", "dossier", strike_out, may=own)
