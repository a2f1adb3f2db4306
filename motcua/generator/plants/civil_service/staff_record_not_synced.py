"""A district or province whose staff records are not synchronised."""

from motcua.generator.columns import Flags
from motcua.generator.ledger import Ledger
from motcua.generator.plants.plant import Plant
from motcua.generator.plants.units import at_levels, of_the_same_units, one_of_each_unit, unnamed


def of_the_levels(ledger: Ledger) -> Flags:
    return at_levels(ledger, "staff", "district", "province")


def one_each(ledger: Ledger) -> Flags:
    return one_of_each_unit(ledger, "staff", of_the_levels(ledger))


def lose(ledger: Ledger, chosen: Flags) -> None:
    lost = of_the_same_units(ledger, "staff", chosen, of_the_levels(ledger))
    ledger.change("staff", lost, record_synced=False)


PLANT = Plant("CDCV-003", "staff", lose, may=one_each, subjects=unnamed)
