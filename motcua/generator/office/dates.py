"""Moments of the offices' work: what lies after the closing of the records is not yet known."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import numpy as np

from motcua.generator.columns import at, one_moment
from motcua.generator.province import Committee
from motcua.generator.world import OFFICERS, World
from motcua.worktime import national_calendar

Cells = dict[str, Any]


def happened(world: World, name: str, on: date | None, hour: int = 9) -> Cells:
    """The pair of columns of something done on a day, moved to the working day before; empty past the closing."""
    if on is None:
        return one_moment(name, None)
    moment = at(worked(on), hour)
    return one_moment(name, moment if moment <= world.order.closing else None)


def falls(name: str, on: date) -> Cells:
    """The pair of columns of a day due: its evening."""
    return one_moment(name, at(on, 17))


def worked(on: date) -> date:
    """The day, or the last working day before it; days of unpublished years stay."""
    while on.year in national_calendar().years and not national_calendar().works(on):
        on -= timedelta(days=1)
    return on


def each(world: World) -> Iterator[tuple[Committee, np.random.Generator]]:
    """Every committee with its own stream of chance."""
    for place, unit in enumerate(world.units):
        yield unit, np.random.default_rng([world.order.seed, 4, place])


def each_year(world: World) -> Iterator[tuple[Committee, int]]:
    for unit in world.units:
        for year in world.order.years:
            yield unit, year


def officer(world: World, unit: Committee, number: int) -> str:
    """The pseudonym of an officer of a committee; see OFFICERS."""
    return str(world.officers[world.places[unit.unit_id] * OFFICERS + number].as_py())
