"""How many dossiers each unit takes on each working day, and the batches they are made in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from motcua.generator.columns import EPOCH, Floats, Ints, repeated
from motcua.generator.hours import Hours
from motcua.generator.mixes import drawn_between, mixes
from motcua.generator.order import Order
from motcua.generator.province import Committee

BATCH = 50_000


@dataclass(frozen=True, eq=False)
class Arrival:
    """The dossiers of some days, ordered by day, unit and number: unit by position, day since 1970, number of the day.

    `of_year` is the number in the unit's book of that year.
    """

    unit: Ints
    day: Ints
    number: Ints
    of_year: Ints


def arrivals(order: Order, units: Sequence[Committee], hours: Hours) -> Iterator[Arrival]:
    """Batches of about BATCH dossiers, whole days each."""
    days = _working_days(order, hours)
    counts = _counts(order, units, len(days))
    before = _before_in_year(counts, days)
    ends = np.cumsum(counts.sum(axis=1))
    start = 0
    while start < len(days):
        taken = ends[start - 1] if start else 0
        stop = max(start + 1, int(np.searchsorted(ends, taken + BATCH, side="right")))
        yield _expanded(counts[start:stop], days[start:stop], before[start:stop])
        start = stop


def _working_days(order: Order, hours: Hours) -> Ints:
    first, last = order.first.toordinal() - EPOCH - hours.base, order.last.toordinal() - EPOCH - hours.base
    return np.asarray(np.flatnonzero(hours.working[first : last + 1]) + first + hours.base)


def _counts(order: Order, units: Sequence[Committee], days: int) -> Ints:
    """Dossiers by day and unit; their sum is what was ordered."""
    rng = np.random.default_rng([order.seed, 1])
    by_day = rng.uniform(0.7, 1.3, days)
    chances = np.outer(by_day / by_day.sum(), _shares(order, units, rng)).ravel()
    counts = rng.multinomial(order.dossiers, chances / chances.sum())
    return np.asarray(counts.reshape(days, len(units)))


def _shares(order: Order, units: Sequence[Committee], rng: np.random.Generator) -> Floats:
    sizes = drawn_between(rng, mixes()["received_per_commune"], len(units))
    levels = np.array([unit.level for unit in units])
    for level, share in mixes()["dossiers_by_level"][order.era].items():
        of_level = levels == level
        sizes[of_level] *= share / sizes[of_level].sum()
    return sizes


def _before_in_year(counts: Ints, days: Ints) -> Ints:
    """Dossiers a unit took in the year before each day."""
    running = np.cumsum(counts, axis=0) - counts
    years = days.astype("datetime64[D]").astype("datetime64[Y]").astype(np.int64)
    first_of_year = np.searchsorted(years, years)
    return np.asarray(running - running[first_of_year])


def _expanded(counts: Ints, days: Ints, before: Ints) -> Arrival:
    cell, place = repeated(counts.ravel())
    units = counts.shape[1]
    return Arrival(
        unit=cell % units, day=days[cell // units], number=place + 1, of_year=before.ravel()[cell] + place + 1
    )
