"""All that is fixed before the first dossier: the order, the units, the procedures, the hours, the people."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import pyarrow as pa

from motcua.generator.columns import Floats, Ints, pseudonyms
from motcua.generator.hours import Hours, hours
from motcua.generator.mixes import drawn_between, mixes
from motcua.generator.offered import LEVELS, Offered, offered
from motcua.generator.order import Order
from motcua.generator.province import Committee, committees

OFFICERS = 8  # of each committee; the first two sit at the desk, the last is the head


@dataclass(frozen=True, eq=False)
class World:
    order: Order
    units: tuple[Committee, ...]
    offered: Offered
    hours: Hours
    officers: Any
    people: Any
    phones: Any
    copies_share: Floats

    @cached_property
    def level(self) -> Ints:
        """The level of each unit as a position in LEVELS of the era."""
        levels = LEVELS[self.order.era]
        return np.array([levels.index(unit.level) for unit in self.units])

    @cached_property
    def places(self) -> dict[str, int]:
        """The position of each unit by its id."""
        return {unit.unit_id: place for place, unit in enumerate(self.units)}

    @cached_property
    def unit_ids(self) -> Any:
        return pa.array([unit.unit_id for unit in self.units])

    @cached_property
    def desks(self) -> Any:
        return pa.array([unit.desk for unit in self.units])

    @cached_property
    def agencies(self) -> Any:
        return pa.array([unit.agency_code for unit in self.units])


def world(order: Order) -> World:
    units = committees(order.era, order.communes)
    rng = np.random.default_rng([order.seed, 0])
    people = max(500, order.dossiers // 2)
    return World(
        order=order,
        units=units,
        offered=offered(order.era),
        hours=hours(),
        officers=pseudonyms(rng, len(units) * OFFICERS),
        people=pseudonyms(rng, people),
        phones=pseudonyms(rng, people),
        copies_share=drawn_between(rng, mixes()["certified_copies"], len(units)),
    )
