"""A commune that told of the reform by its website alone."""

from motcua.generator.columns import Flags
from motcua.generator.ledger import Ledger
from motcua.generator.plants.plant import Plant
from motcua.generator.plants.units import at_levels, of_the_same_units, one_of_each_unit, unnamed


def on_other_channels(ledger: Ledger) -> Flags:
    communal = at_levels(ledger, "activity", "commune") & ledger.holds("activity", "kind", "communication")
    return communal & ledger.holds("activity", "topic", "reform") & ~ledger.holds("activity", "channel", "website")


def one_each(ledger: Ledger) -> Flags:
    return one_of_each_unit(ledger, "activity", on_other_channels(ledger))


def lose(ledger: Ledger, chosen: Flags) -> None:
    lost = of_the_same_units(ledger, "activity", chosen, on_other_channels(ledger))
    ledger.drop("activity", lost)


PLANT = Plant("CDDH-003", "activity", lose, may=one_each, subjects=unnamed)
