"""An officer who was expected, was not there, and gave no reason."""

from motcua.generator.columns import Flags
from motcua.generator.ledger import Ledger
from motcua.generator.plants.plant import Plant


def absent(ledger: Ledger, chosen: Flags) -> None:
    ledger.change("duty_record", chosen, present=False, reason=None)


PLANT = Plant("CDCV-009", "duty_record", absent)
