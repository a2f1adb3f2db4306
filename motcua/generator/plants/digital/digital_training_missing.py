"""A district that trained and told of other things than the digital transformation."""

from motcua.generator.columns import Flags
from motcua.generator.ledger import Ledger
from motcua.generator.plants.plant import Plant
from motcua.generator.plants.units import at_levels


def of_districts(ledger: Ledger) -> Flags:
    digital = ledger.holds("activity", "topic", "digital_transformation")
    told = ledger.holds("activity", "kind", "training", "communication")
    return digital & told & at_levels(ledger, "activity", "district")


def change_topic(ledger: Ledger, chosen: Flags) -> None:
    ledger.change("activity", chosen, topic="online_services")


PLANT = Plant("CQS-011", "activity", change_topic, may=of_districts, whole_units=True)
