"""A complaint that proved true, and nobody said sorry."""

from motcua.generator.columns import Flags
from motcua.generator.ledger import Ledger
from motcua.generator.plants.plant import Plant


def prove_true(ledger: Ledger, chosen: Flags) -> None:
    ledger.change("feedback", chosen, upheld=True)


PLANT = Plant("TTHC-036", "feedback", prove_true)
