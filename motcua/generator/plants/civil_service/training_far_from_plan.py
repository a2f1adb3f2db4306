"""A course that twice as many took as were planned."""

from motcua.generator.columns import Flags
from motcua.generator.ledger import Ledger
from motcua.generator.plants.plant import Plant


def double(ledger: Ledger, chosen: Flags) -> None:
    ledger.change("training_plan", chosen, actual=ledger.column("training_plan", "planned")[chosen] * 2)


PLANT = Plant("CDCV-005", "training_plan", double)
