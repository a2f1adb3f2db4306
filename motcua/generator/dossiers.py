"""A batch of dossiers as arrays: what was asked, and every moment until it was returned, all duties kept."""

from dataclasses import dataclass

import numpy as np

from motcua.generator.arrivals import Arrival
from motcua.generator.columns import DAY, NEVER, Flags, Ints
from motcua.generator.hours import THREE_PM, WORKDAY, Hours, months_later
from motcua.generator.mixes import mixes
from motcua.generator.offered import LEVELS, UNITS, Offered
from motcua.generator.world import World

COUNTER, ONLINE, POST = range(3)
SELF, REPRESENTATIVE, ORGANISATION, POST_OFFICE = range(4)
CHANNELS = ("counter", "online", "post")
SUBMITTERS = ("self", "representative", "organisation", "post_office")


@dataclass(frozen=True, eq=False)
class Moments:
    """Local minutes since 1970 of what happened; NEVER where it had not by the closing of the records."""

    received: Ints
    first_due: Ints
    due: Ints
    transferred: Ints
    taken: Ints
    asked: Ints
    decided: Ints
    issued: Ints
    digitised: Ints
    to_desk: Ints
    finished: Ints
    returned: Ints
    paid: Ints


@dataclass(frozen=True, eq=False)
class Dossiers:
    """A batch. `unit`, `procedure`, `applicant`, `submitter` are positions in the world."""

    arrival: Arrival
    procedure: Ints
    channel: Ints
    kind: Ints
    applicant: Ints
    submitter: Ints
    special: Flags
    waiting: Ints
    moments: Moments

    @property
    def unit(self) -> Ints:
        return self.arrival.unit

    def __len__(self) -> int:
        return len(self.arrival.unit)


def dossiers(world: World, arrival: Arrival, rng: np.random.Generator) -> Dossiers:
    """Draw everything about the dossiers of a batch."""
    procedure = _procedures(world, arrival.unit, rng)
    channel = _channels(world, len(procedure), rng)
    kind, applicant, submitter = _people(world, channel, rng)
    moments, waiting = _moments(world, arrival, procedure, channel, rng)
    certifies = world.offered.in_domain(mixes()["certification"])[procedure] & (procedure != world.offered.copies)
    special = certifies & (rng.random(len(procedure)) < mixes()["special_cases"])
    return Dossiers(arrival, procedure, channel, kind, applicant, submitter, special, waiting, moments)


def _procedures(world: World, unit: Ints, rng: np.random.Generator) -> Ints:
    drawn = rng.random(len(unit))
    procedure = np.zeros(len(unit), np.int64)
    for place, level in enumerate(LEVELS[world.order.era]):
        here = world.level[unit] == place
        procedure[here] = np.searchsorted(world.offered.chances[level], drawn[here])
    communes = world.level[unit] == len(LEVELS[world.order.era]) - 1
    copies = communes & (rng.random(len(unit)) < world.copies_share[unit])
    return np.where(copies, world.offered.copies, procedure)


def _channels(world: World, size: int, rng: np.random.Generator) -> Ints:
    online = rng.random(size) < mixes()["online_filing"][world.order.era]
    post = rng.random(size) < mixes()["post_filing"]
    return np.where(online, ONLINE, np.where(post, POST, COUNTER))


def _people(world: World, channel: Ints, rng: np.random.Generator) -> tuple[Ints, Ints, Ints]:
    """Kind of submitter, the applicant, and who filed: the applicant, but for representatives."""
    applicant = rng.integers(0, len(world.people), len(channel))
    drawn = rng.random(len(channel))
    represented = (drawn < mixes()["represented"]) & (channel != POST)
    organisation = (drawn > 1 - mixes()["organisations"]) & (channel != POST)
    kind = np.where(represented, REPRESENTATIVE, np.where(organisation, ORGANISATION, SELF))
    kind = np.where(channel == POST, POST_OFFICE, kind)
    other = rng.integers(0, len(world.people), len(channel))
    return kind, applicant, np.where(represented, other, applicant)


def _moments(
    world: World, arrival: Arrival, procedure: Ints, channel: Ints, rng: np.random.Generator
) -> tuple[Moments, Ints]:
    """Everything in minutes worked, where order is plain, then as local moments; and the minutes of waiting."""
    hours, size = world.hours, len(procedure)
    received = hours.work(arrival.day * DAY + DAY // 2) - 270 + _minutes_of_day(arrival, rng)
    due = term_end(hours, world.offered, procedure, received)
    share = rng.beta(mixes()["time_share"]["a"], mixes()["time_share"]["b"], size)
    finished = received + 1 + ((due - received - 2) * share).astype(np.int64)
    gap = rng.integers(5, 60, size)
    quick = world.offered.immediate[procedure]
    finished = np.where(quick, np.minimum(finished, received + gap), finished)
    asked = received + np.minimum(finished - received, rng.integers(60, WORKDAY, size))
    waiting = _waiting(world, procedure, hours.local(np.maximum(finished, due)), rng)
    finished, later = finished + waiting, due + waiting
    sent = _transferred(received, finished, gap)
    back = np.where(channel == ONLINE, rng.integers(0, 5, size), rng.integers(10, 5 * WORKDAY, size))
    paid = np.where(world.offered.fee[procedure] > 0, received + (sent - received) // 2, NEVER)
    asked = np.where(waiting > 0, asked, NEVER)
    works = {"received": received, "transferred": sent, "asked": asked, "paid": paid, "returned": finished + back}
    works |= _between(sent, finished)
    local = {name: _by_closing(world, works[name]) for name in works}
    return Moments(**local, first_due=hours.end(due), due=hours.end(later)), waiting


def term_end(hours: Hours, offers: Offered, procedure: Ints, received: Ints) -> Ints:
    """Minutes worked at which terms end; what is done at once is due in the day, after 15:00 on the next."""
    value, unit = offers.term_value[procedure], offers.term_unit[procedure]
    day = hours.local(received) // DAY
    today = received // WORKDAY + 1
    ends = np.where(unit == UNITS.index("hour"), received + value * 60, (today + value) * WORKDAY)
    calendar = np.where(unit == UNITS.index("month"), months_later(day, value), day + value)
    ends = np.where(unit >= UNITS.index("calendar_day"), hours.day_end(calendar), ends)
    same_day = (today + (received % WORKDAY >= THREE_PM)) * WORKDAY
    return np.where(offers.immediate[procedure], same_day, ends)


def _minutes_of_day(arrival: Arrival, rng: np.random.Generator) -> Ints:
    """Minutes worked at reception; within a unit's day they rise with the number."""
    minutes = rng.integers(5, WORKDAY - 20, len(arrival.unit))
    first = np.r_[True, arrival.number[1:] == 1]
    cell = np.cumsum(first)
    return np.asarray(minutes[np.lexsort((minutes, cell))])


def _waiting(world: World, procedure: Ints, ends: Ints, rng: np.random.Generator) -> Ints:
    """Minutes that some dossiers with a term of some days waited for a supplement, all over before the closing."""
    offers = world.offered
    days = rng.integers(1, 6, len(procedure))
    possible = (offers.term_unit == UNITS.index("working_day")) & (offers.term_value >= 3) & ~offers.immediate
    chosen = possible[procedure] & (rng.random(len(procedure)) < mixes()["supplemented"])
    return np.where(chosen & (ends + 14 * DAY < world.order.closing), days * WORKDAY, 0)


def _transferred(received: Ints, finished: Ints, gap: Ints) -> Ints:
    """Handed over within the hour, before 15:00 on the same day, later at the latest on the next morning."""
    evening = (received // WORKDAY + 1) * WORKDAY - 1
    before_three = received % WORKDAY < THREE_PM
    sent = np.where(before_three, np.minimum(received + gap, evening), received + gap)
    return np.minimum(sent, received + (finished - received) // 3)


def _between(sent: Ints, finished: Ints) -> dict[str, Ints]:
    """What happens between hand-over and end, in this order whatever the length."""
    span = finished - sent
    before_end = {"decided": (60, 5), "issued": (45, 6), "digitised": (30, 8), "to_desk": (15, 12)}
    steps = {name: finished - np.minimum(most, span // part) for name, (most, part) in before_end.items()}
    return steps | {"taken": sent + np.minimum(20, span // 4), "finished": finished}


def _by_closing(world: World, work: Ints) -> Ints:
    local = world.hours.local(np.maximum(work, 0))
    return np.where((work == NEVER) | (local > world.order.closing), NEVER, local)
