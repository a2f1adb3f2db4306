"""Whether a dossier is late, and whose the late working minutes are."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, get_args

from motcua.language import Refusal, Words
from motcua.worktime.lines import Due, reckoned
from motcua.worktime.schedule import Schedule, Wait, local

Holder = Literal["us", "other_unit", "citizen", "line"]

MIXED = Words(
    "Khoảng giữ hồ sơ {since} – {until} chồng lên khoảng khác hoặc sai thứ tự; mỗi lúc chỉ một bên giữ.",
    "The dossier's stay from {since} to {until} overlaps another or ends before it begins; one holds it at a time.",
)


@dataclass(frozen=True)
class Held:
    """Who had the dossier from when to when: the unit, another unit, the citizen, or a line or system that was down."""

    by: Holder
    since: datetime
    until: datetime


def overdue_at(due: Due, now: datetime) -> bool:
    """Whether the date that stands has passed. A pause stops the clock: what was in time or late stays so."""
    return _clock(due, now) > due.standing_due


def cause(due: Due, now: datetime, held: Sequence[Held], schedule: Schedule) -> dict[Holder, int]:
    """The late working minutes up to now, by who had the dossier in them; what nobody else had is ours.

    Recorded waits for the citizen are no lateness and count for nobody. Raises Refusal for stays that overlap.
    """
    split: dict[Holder, int] = dict.fromkeys(get_args(Holder), 0)
    stays = _in_order(held)
    for first, last in _late(due, now, schedule):
        split["us"] += schedule.minutes_between(first, last)
        for stay in stays:
            since, until = max(first, local(stay.since)), min(last, local(stay.until))
            if since < until:
                minutes = schedule.minutes_between(since, until)
                split["us"] -= minutes
                split[stay.by] += minutes
    return split


def _late(due: Due, now: datetime, schedule: Schedule) -> list[Wait]:
    """The stretches past the due date in which the clock ran."""
    begins, waits = _passed(due, schedule)
    ends = _clock(due, now)
    edges = [begins, *(edge for wait in waits for edge in wait), ends]
    return [(first, last) for first, last in zip(edges[::2], edges[1::2], strict=True) if first < last]


def _passed(due: Due, schedule: Schedule) -> tuple[datetime, tuple[Wait, ...]]:
    """When the due date passed, with the waits that came only after that."""
    for number, wait in enumerate(due.waits):
        stood = reckoned(due, due.waits[:number], schedule)
        if wait[0] > stood:
            return stood, due.waits[number:]
    return due.standing_due, ()


def _clock(due: Due, now: datetime) -> datetime:
    return local(now) if due.paused_since is None else min(local(now), due.paused_since)


def _in_order(held: Sequence[Held]) -> list[Held]:
    stays = sorted(held, key=lambda stay: stay.since)
    former: datetime | None = None
    for stay in stays:
        if stay.until < stay.since or (former is not None and stay.since < former):
            raise Refusal(
                MIXED, since=f"{local(stay.since):%H:%M %d/%m/%Y}", until=f"{local(stay.until):%H:%M %d/%m/%Y}"
            )
        former = stay.until
    return stays
