"""A commune without a community team."""

from motcua.generator.columns import Flags
from motcua.generator.ledger import Ledger
from motcua.generator.plants.plant import Plant
from motcua.generator.plants.units import at_levels


def of_communes(ledger: Ledger) -> Flags:
    return at_levels(ledger, "community_team", "commune")


def disband(ledger: Ledger, chosen: Flags) -> None:
    ledger.drop("community_team", chosen)


PLANT = Plant("CQS-010", "community_team", disband, may=of_communes, whole_units=True)
