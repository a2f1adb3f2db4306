"""Units that take papers in and scan none of them."""

from motcua.generator.columns import Flags
from motcua.generator.ledger import Ledger
from motcua.generator.plants.plant import Plant


def on_paper(ledger: Ledger) -> Flags:
    """Papers that are not taken from databases."""
    return ~ledger.holds("dossier_component", "form", "data")


def scan_nothing(ledger: Ledger, chosen: Flags) -> None:
    filed = chosen & ledger.holds("dossier_component", "form", "electronic")
    ledger.change("dossier_component", filed, form="original")
    ledger.change("dossier_component", chosen, digitised=False)


PLANT = Plant("TTHC-017", "dossier_component", scan_nothing, may=on_paper, whole_units=True)
