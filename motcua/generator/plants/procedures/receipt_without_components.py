"""A receipt whose list of papers was left blank."""

from motcua.generator.columns import Flags
from motcua.generator.ledger import Ledger
from motcua.generator.plants.plant import Plant


def receipts(ledger: Ledger) -> Flags:
    return ledger.holds("slip", "kind", "receipt")


def leave_blank(ledger: Ledger, chosen: Flags) -> None:
    ledger.change("slip", chosen, component_rows=0)


PLANT = Plant("TTHC-010", "slip", leave_blank, may=receipts)
