"""A unit that runs no model."""

from motcua.generator.columns import Flags
from motcua.generator.ledger import Ledger
from motcua.generator.plants.plant import Plant
from motcua.generator.plants.units import of_the_same_units, one_of_each_unit, unnamed


def models(ledger: Ledger) -> Flags:
    return ledger.all("reform_model")


def one_each(ledger: Ledger) -> Flags:
    return one_of_each_unit(ledger, "reform_model", models(ledger))


def lose(ledger: Ledger, chosen: Flags) -> None:
    lost = of_the_same_units(ledger, "reform_model", chosen, models(ledger))
    ledger.drop("reform_model", lost)


PLANT = Plant("CDDH-005", "reform_model", lose, may=one_each, subjects=unnamed)
