"""A device below the minimum, and a computer without the central anti-malware."""

from motcua.generator.columns import Flags
from motcua.generator.ledger import Ledger
from motcua.generator.plants.plant import Plant
from motcua.generator.plants.units import at_levels


def grow_old(ledger: Ledger, chosen: Flags) -> None:
    ledger.change("device", chosen, meets_minimum=False)


def of_districts(ledger: Ledger) -> Flags:
    return ledger.holds("device", "kind", "computer") & at_levels(ledger, "device", "district", "province")


def of_communes(ledger: Ledger) -> Flags:
    return ledger.holds("device", "kind", "computer") & at_levels(ledger, "device", "commune")


def leave_open(ledger: Ledger, chosen: Flags) -> None:
    ledger.change("device", chosen, anti_malware=False)


PLANTS = (
    Plant("CQS-007", "device", grow_old),
    Plant("CQS-008", "device", leave_open, may=of_districts),
    Plant("CQS-012", "device", leave_open, may=of_communes),
)
