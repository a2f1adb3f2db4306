"""A unit that paid no additional income for the year before."""

from collections.abc import Sequence

from motcua.generator.columns import Flags
from motcua.generator.ledger import Ledger
from motcua.generator.plants.plant import Plant


def year_before(ledger: Ledger) -> Flags:
    return ledger.holds("finance", "year", ledger.world.order.last.year - 1)


def pay_nothing(ledger: Ledger, chosen: Flags) -> None:
    ledger.change("finance", chosen, additional_income_paid=0)


def units_and_years(ledger: Ledger, chosen: Flags) -> Sequence[str]:
    units, years = (ledger.column("finance", name)[chosen] for name in ("unit_id", "year"))
    return [f"{unit}/{year}" for unit, year in zip(units, years, strict=True)]


PLANT = Plant("TCC-002", "finance", pay_nothing, may=year_before, subjects=units_and_years)
