"""One more officer than the quota allows."""

from motcua.generator.columns import Flags
from motcua.generator.ledger import Ledger
from motcua.generator.plants.plant import Plant


def exceed(ledger: Ledger, chosen: Flags) -> None:
    ledger.change("quota", chosen, present=ledger.column("quota", "quota")[chosen] + 1)


PLANT = Plant("TCBM-004", "quota", exceed)
