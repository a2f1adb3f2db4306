"""A district that reduced no staff."""

from motcua.generator.columns import Flags
from motcua.generator.ledger import Ledger
from motcua.generator.plants.plant import Plant
from motcua.generator.plants.units import at_levels, of_the_same_units, one_of_each_unit, unnamed


def reductions(ledger: Ledger) -> Flags:
    return at_levels(ledger, "staff_reduction", "district")


def one_each(ledger: Ledger) -> Flags:
    return one_of_each_unit(ledger, "staff_reduction", reductions(ledger))


def lose(ledger: Ledger, chosen: Flags) -> None:
    lost = of_the_same_units(ledger, "staff_reduction", chosen, reductions(ledger))
    ledger.drop("staff_reduction", lost)


PLANT = Plant("TCBM-005", "staff_reduction", lose, may=one_each, subjects=unnamed)
