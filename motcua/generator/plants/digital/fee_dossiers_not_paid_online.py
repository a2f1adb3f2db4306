"""A commune at which all fees are paid in cash."""

from motcua.generator.columns import Flags
from motcua.generator.ledger import Ledger
from motcua.generator.plants.plant import Plant
from motcua.generator.plants.units import at_levels


def of_communes(ledger: Ledger) -> Flags:
    return at_levels(ledger, "payment", "commune")


def pay_cash(ledger: Ledger, chosen: Flags) -> None:
    ledger.change("payment", chosen, channel="cash")


PLANT = Plant("CQS-005", "payment", pay_cash, may=of_communes, also=("TTHC-004",), whole_units=True)
