"""A dossier promised a week later than its procedure allows, in the software, the book and the receipt."""

import numpy as np

from motcua.generator.columns import NEVER, Flags
from motcua.generator.ledger import Ledger
from motcua.generator.offered import UNITS
from motcua.generator.plants.plant import Plant

LATER = 5 * 480  # working minutes


def with_term_in_days(ledger: Ledger) -> Flags:
    """Dossiers whose term is known in days, promised what the term allows, and never sent back to be completed."""
    offers = ledger.world.offered
    in_days = np.isin(offers.term_unit, [UNITS.index("working_day"), UNITS.index("calendar_day")]) & ~offers.immediate
    codes = [offers.procedures[place].code for place in np.flatnonzero(in_days)]
    promised = ledger.minutes("dossier", "first_due") != NEVER
    unbroken = ledger.holds("dossier", "supplement_requests", None, 0) & ledger.holds(
        "dossier", "waiting_minutes", None, 0
    )
    return np.asarray(promised & unbroken & ledger.holds("dossier", "procedure_code", *codes))


def promise_more(ledger: Ledger, chosen: Flags) -> None:
    _later(ledger, "slip", ledger.of_dossiers("slip", chosen), "due")
    _later(ledger, "book_entry", ledger.of_dossiers("book_entry", chosen), "due")
    for name in ("first_due", "due"):
        _later(ledger, "dossier", chosen, name)


def _later(ledger: Ledger, table: str, rows: Flags, name: str) -> None:
    hours, before = ledger.world.hours, ledger.minutes(table, name)[rows]
    known = np.where(before == NEVER, ledger.world.order.closing, before)
    after = hours.end(hours.work(known) + LATER)
    ledger.change_moment(table, rows, **{name: np.where(before == NEVER, NEVER, after)})


PLANT = Plant("TTHC-054", "dossier", promise_more, may=with_term_in_days)
