"""A land dossier sent down from the district that the book of linked ones does not have."""

from motcua.generator.columns import Flags
from motcua.generator.ledger import Ledger
from motcua.generator.plants.plant import Plant


def sent_down(ledger: Ledger) -> Flags:
    return ~ledger.holds("dossier", "parent_dossier_id", None)


def strike_out(ledger: Ledger, chosen: Flags) -> None:
    lines = ledger.of_dossiers("book_entry", chosen) & ledger.holds("book_entry", "book_kind", "linked_land")
    ledger.drop("book_entry", lines)


PLANT = Plant("TTHC-011", "dossier", strike_out, may=sent_down)
