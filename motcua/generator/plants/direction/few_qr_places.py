"""A commune whose hamlets have no code to scan."""

from motcua.generator.columns import Flags
from motcua.generator.ledger import Ledger
from motcua.generator.plants.plant import Plant
from motcua.generator.plants.units import at_levels, of_the_same_units, one_of_each_unit, unnamed


def in_hamlets(ledger: Ledger) -> Flags:
    return ledger.holds("posting", "place", "hamlet") & at_levels(ledger, "posting", "commune")


def one_each(ledger: Ledger) -> Flags:
    return one_of_each_unit(ledger, "posting", in_hamlets(ledger))


def lose(ledger: Ledger, chosen: Flags) -> None:
    lost = of_the_same_units(ledger, "posting", chosen, in_hamlets(ledger))
    ledger.change("posting", lost, qr=False)


PLANT = Plant("CDDH-013", "posting", lose, may=one_each, subjects=unnamed)
