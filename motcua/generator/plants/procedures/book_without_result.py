"""A line of the tracking book without the day of the result."""

import numpy as np

from motcua.generator.columns import NEVER, Flags
from motcua.generator.ledger import Ledger
from motcua.generator.plants.plant import Plant


def returned(ledger: Ledger) -> Flags:
    tracking = ledger.holds("book_entry", "book_kind", "tracking")
    return np.asarray(tracking & (ledger.minutes("book_entry", "returned") != NEVER))


def leave_result_out(ledger: Ledger, chosen: Flags) -> None:
    ledger.change_moment("book_entry", chosen, returned=NEVER)


def lines(ledger: Ledger, chosen: Flags) -> list[str]:
    """Year and serial of each line."""
    parts = (ledger.texts("book_entry", name, chosen) for name in ("year", "serial"))
    return ["/".join(line) for line in zip(*parts, strict=True)]


PLANT = Plant("TTHC-007", "book_entry", leave_result_out, may=returned, subjects=lines)
