"""A line at the end of the tracking book whose dossier never came into the software."""

import numpy as np

from motcua.generator.columns import NEVER, Flags
from motcua.generator.ledger import Ledger
from motcua.generator.plants.plant import Plant

AFTER = 900_000  # serials past any that a book reaches in a year


def returned(ledger: Ledger) -> Flags:
    tracking = ledger.holds("book_entry", "book_kind", "tracking")
    return np.asarray(tracking & (ledger.minutes("book_entry", "returned") != NEVER))


def write_another(ledger: Ledger, chosen: Flags) -> None:
    """Beside each chosen line a like one, of a dossier with no code."""
    ledger.copy("book_entry", chosen, dossier_id=None, serial=ledger.column("book_entry", "serial")[chosen] + AFTER)


def lines(ledger: Ledger, chosen: Flags) -> list[str]:
    """Year and serial of each line to be written."""
    years = ledger.texts("book_entry", "year", chosen)
    serials = ledger.column("book_entry", "serial")[chosen] + AFTER
    return [f"{year}/{serial}" for year, serial in zip(years, serials, strict=True)]


PLANT = Plant("TTHC-009", "book_entry", write_another, may=returned, subjects=lines)
