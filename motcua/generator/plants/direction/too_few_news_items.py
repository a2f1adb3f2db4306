"""A district's or province's website without news of the reform."""

from motcua.generator.columns import Flags
from motcua.generator.ledger import Ledger
from motcua.generator.plants.plant import Plant
from motcua.generator.plants.units import at_levels, of_the_same_units, one_of_each_unit, unnamed


def news(ledger: Ledger) -> Flags:
    above = at_levels(ledger, "activity", "district", "province") & ledger.holds("activity", "kind", "communication")
    return above & ledger.holds("activity", "channel", "website") & ledger.holds("activity", "topic", "reform")


def one_each(ledger: Ledger) -> Flags:
    return one_of_each_unit(ledger, "activity", news(ledger))


def lose(ledger: Ledger, chosen: Flags) -> None:
    lost = of_the_same_units(ledger, "activity", chosen, news(ledger))
    ledger.drop("activity", lost)


PLANT = Plant("CDDH-004", "activity", lose, may=one_each, subjects=unnamed)
