"""A commune that held no dialogue."""

from motcua.generator.columns import Flags
from motcua.generator.ledger import Ledger
from motcua.generator.plants.plant import Plant
from motcua.generator.plants.units import at_levels, of_the_same_units, one_of_each_unit, unnamed


def dialogues(ledger: Ledger) -> Flags:
    return ledger.holds("activity", "kind", "dialogue") & at_levels(ledger, "activity", "commune")


def one_each(ledger: Ledger) -> Flags:
    return one_of_each_unit(ledger, "activity", dialogues(ledger))


def lose(ledger: Ledger, chosen: Flags) -> None:
    lost = of_the_same_units(ledger, "activity", chosen, dialogues(ledger))
    ledger.drop("activity", lost)


PLANT = Plant("CDDH-002", "activity", lose, may=one_each, subjects=unnamed)
