"""A unit that tells nobody how residence data are used; a district that helps nobody with electronic identification."""

from collections.abc import Callable

import numpy as np

from motcua.generator.columns import Flags
from motcua.generator.ledger import Ledger
from motcua.generator.plants.plant import Plant
from motcua.generator.plants.units import at_levels, of_the_same_units, one_of_each_unit, unnamed

LEVELS = ("province", "district", "commune")


def without(rule: str, kind: str, topic: str, *levels: str) -> Plant:
    """All activities of a kind on a topic are lost in the picked units."""

    def held(ledger: Ledger) -> Flags:
        of_kind = ledger.holds("activity", "kind", kind) & ledger.holds("activity", "topic", topic)
        return np.asarray(of_kind & at_levels(ledger, "activity", *levels))

    return Plant(rule, "activity", _losing(held), may=_first_of(held), subjects=unnamed)


def _first_of(held: Callable[[Ledger], Flags]) -> Callable[[Ledger], Flags]:
    return lambda ledger: one_of_each_unit(ledger, "activity", held(ledger))


def _losing(held: Callable[[Ledger], Flags]) -> Callable[[Ledger, Flags], None]:
    def lose(ledger: Ledger, chosen: Flags) -> None:
        ledger.drop("activity", of_the_same_units(ledger, "activity", chosen, held(ledger)))

    return lose


PLANTS = (
    without("TTHC-038", "communication", "residence_data", *LEVELS),
    without("TTHC-039", "support", "e_identification", "district"),
)
