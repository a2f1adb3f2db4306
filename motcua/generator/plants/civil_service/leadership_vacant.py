"""A leading title that nobody holds on the last day."""

from collections.abc import Sequence

from motcua.generator.columns import Flags
from motcua.generator.ledger import Ledger
from motcua.generator.plants.plant import Plant


def leading(ledger: Ledger) -> Flags:
    last = ledger.holds("position", "as_of", ledger.world.order.last)
    return last & ledger.holds("position", "leader", True)


def vacate(ledger: Ledger, chosen: Flags) -> None:
    ledger.change("position", chosen, filled=0)


def titles(ledger: Ledger, chosen: Flags) -> Sequence[str]:
    return ledger.texts("position", "title", chosen)


PLANT = Plant("CDCV-002", "position", vacate, may=leading, subjects=titles)
