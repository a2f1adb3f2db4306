"""A unit whose citizens are dissatisfied."""

from motcua.generator.columns import Flags
from motcua.generator.ledger import Ledger
from motcua.generator.plants.plant import Plant


def dissatisfy(ledger: Ledger, chosen: Flags) -> None:
    ledger.change("satisfaction", chosen, score=1.0)


PLANT = Plant("CDDH-020", "satisfaction", dissatisfy, whole_units=True)
