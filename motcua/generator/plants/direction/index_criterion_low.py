"""A criterion that scored nothing."""

from motcua.generator.columns import Flags
from motcua.generator.ledger import Ledger
from motcua.generator.plants.plant import Plant


def score_nothing(ledger: Ledger, chosen: Flags) -> None:
    ledger.change("index_score", chosen, score=0.0)


PLANT = Plant("CDDH-018", "index_score", score_nothing)
