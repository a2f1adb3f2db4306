"""A procedure whose posting at the desk lacks parts."""

from motcua.generator.columns import Flags
from motcua.generator.ledger import Ledger
from motcua.generator.plants.plant import Plant


def at_the_desk(ledger: Ledger) -> Flags:
    return ledger.holds("posting", "place", "desk")


def leave_parts_out(ledger: Ledger, chosen: Flags) -> None:
    ledger.change("posting", chosen, complete=False)


def codes(ledger: Ledger, chosen: Flags) -> list[str]:
    return ledger.texts("posting", "procedure_code", chosen)


PLANT = Plant("TTHC-003", "posting", leave_parts_out, may=at_the_desk, subjects=codes)
