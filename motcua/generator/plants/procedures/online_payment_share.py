"""A commune where everybody pays in cash."""

from motcua.generator.columns import Flags
from motcua.generator.ledger import Ledger
from motcua.generator.plants.plant import Plant
from motcua.generator.plants.units import at_levels


def of_communes(ledger: Ledger) -> Flags:
    return at_levels(ledger, "payment", "commune")


def pay_cash(ledger: Ledger, chosen: Flags) -> None:
    ledger.change("payment", chosen, channel="cash")


PLANT = Plant("TTHC-004", "payment", pay_cash, may=of_communes, whole_units=True, also=("CQS-005",))
