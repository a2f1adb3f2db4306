"""A receipt that names no due day, for a dossier that has none in the software either."""

from motcua.generator.columns import NEVER, Flags
from motcua.generator.ledger import Ledger
from motcua.generator.plants.plant import Plant


def receipts(ledger: Ledger) -> Flags:
    return ledger.holds("slip", "kind", "receipt")


def leave_undated(ledger: Ledger, chosen: Flags) -> None:
    owners = ledger.holds("dossier", "dossier_id", *ledger.texts("slip", "dossier_id", chosen))
    ledger.change_moment("slip", chosen, due=NEVER)
    ledger.change_moment("dossier", owners, due=NEVER, first_due=NEVER)


PLANT = Plant("TTHC-048", "slip", leave_undated, may=receipts)
