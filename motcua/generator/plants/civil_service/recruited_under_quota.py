"""A group of posts of a closed year to which too few were recruited."""

from datetime import date

from motcua.generator.columns import Flags
from motcua.generator.ledger import Ledger
from motcua.generator.plants.plant import Plant


def of_closed_years(ledger: Ledger) -> Flags:
    last = ledger.world.order.last
    closed = [year for year in ledger.world.order.years if date(year, 12, 31) <= last]
    return ledger.holds("recruitment", "year", *closed)


def recruit_fewer(ledger: Ledger, chosen: Flags) -> None:
    ledger.change("recruitment", chosen, recruited=ledger.column("recruitment", "quota")[chosen] - 1)


PLANT = Plant("CDCV-008", "recruitment", recruit_fewer, may=of_closed_years)
