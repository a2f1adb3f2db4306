"""A certification for which the original of a paper was kept that is only to be compared."""

from motcua.generator.columns import Flags
from motcua.generator.ledger import Ledger
from motcua.generator.mixes import mixes
from motcua.generator.plants.plant import Plant


def copies(ledger: Ledger) -> Flags:
    """Copies handed in for certifications; what the procedure asks for as a copy, it never keeps as an original."""
    certified = ledger.holds("dossier", "domain", mixes()["certification"])
    papers = ledger.of_dossiers("dossier_component", certified)
    return papers & ledger.holds("dossier_component", "form", "copy")


def keep_original(ledger: Ledger, chosen: Flags) -> None:
    ledger.change("dossier_component", chosen, form="original", kept_original=True)


def dossiers(ledger: Ledger, chosen: Flags) -> list[str]:
    return ledger.texts("dossier_component", "dossier_id", chosen)


PLANT = Plant("TTHC-006", "dossier_component", keep_original, may=copies, subjects=dossiers)
