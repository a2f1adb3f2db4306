"""A device below the minimum, and a computer without the central anti-malware."""

from motcua.generator.columns import Flags
from motcua.generator.ledger import Ledger
from motcua.generator.plants.plant import Plant


def grow_old(ledger: Ledger, chosen: Flags) -> None:
    ledger.change("device", chosen, meets_minimum=False)


def computers(ledger: Ledger) -> Flags:
    return ledger.holds("device", "kind", "computer")


def leave_open(ledger: Ledger, chosen: Flags) -> None:
    ledger.change("device", chosen, anti_malware=False)


PLANTS = (
    Plant("CQS-007", "device", grow_old),
    Plant("CQS-012", "device", leave_open, may=computers, also=("CQS-008",)),
)
