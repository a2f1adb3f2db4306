"""A course of a closed year that fewer took than were planned."""

from datetime import date

from motcua.generator.columns import Flags
from motcua.generator.ledger import Ledger
from motcua.generator.plants.plant import Plant


def of_closed_years(ledger: Ledger) -> Flags:
    last = ledger.world.order.last
    closed = [year for year in ledger.world.order.years if date(year, 12, 31) <= last]
    return ledger.holds("training_plan", "year", *closed)


def halve(ledger: Ledger, chosen: Flags) -> None:
    ledger.change("training_plan", chosen, actual=ledger.column("training_plan", "planned")[chosen] // 2)


PLANT = Plant("CDCV-006", "training_plan", halve, may=of_closed_years)
