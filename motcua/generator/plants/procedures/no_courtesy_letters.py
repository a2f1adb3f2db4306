"""A unit that writes no letters of congratulation or condolence."""

from motcua.generator.columns import Flags
from motcua.generator.ledger import Ledger
from motcua.generator.plants.plant import Plant
from motcua.generator.plants.units import of_the_same_units, one_of_each_unit, unnamed


def one_each(ledger: Ledger) -> Flags:
    return one_of_each_unit(ledger, "courtesy_letter", ledger.all("courtesy_letter"))


def write_none(ledger: Ledger, chosen: Flags) -> None:
    every = ledger.all("courtesy_letter")
    ledger.drop("courtesy_letter", of_the_same_units(ledger, "courtesy_letter", chosen, every))


PLANT = Plant("TTHC-034", "courtesy_letter", write_none, may=one_each, subjects=unnamed)
