"""A desk without its plates, signs, badges or waiting room."""

from motcua.generator.columns import Flags
from motcua.generator.ledger import Ledger
from motcua.generator.plants.plant import Plant


def find_missing(ledger: Ledger, chosen: Flags) -> None:
    ledger.change("observation", chosen, ok=False)


PLANT = Plant("TTHC-040", "observation", find_missing)
