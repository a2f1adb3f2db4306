"""The calendar in layers: the nation's, then what the province decides, then what the unit decides."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import get_args

from motcua.language import Words
from motcua.worktime.calendar import Calendar
from motcua.worktime.decisions import Change, Level
from motcua.worktime.schedule import Schedule
from motcua.worktime.windows import Window


def layered(base: Schedule, *changes: Change, name: str | None = None) -> Schedule:
    """The base with decisions laid over it: the unit's over the province's, at one level the later over the earlier.

    What a decision says of a year without a published calendar waits for that calendar.
    """
    schedule = base
    for change in sorted(changes, key=lambda each: get_args(Level).index(each.level)):
        schedule = _over(schedule, change)
    return replace(schedule, name=name, calendar=replace(schedule.calendar, name=name)) if name else schedule


def _over(schedule: Schedule, change: Change) -> Schedule:
    calendar = schedule.calendar
    return replace(
        schedule,
        calendar=Calendar(
            name=calendar.name,
            off=calendar.off | change.off,  # what is worked goes before what is off
            worked=(calendar.worked - change.off) | change.worked,
            years=calendar.years,
            names={**calendar.names, **dict.fromkeys(change.off, Words(change.source, change.source))},
        ),
        half_days=_half_days(schedule.half_days, change),
        seasons=(*schedule.seasons, *change.seasons),
        changes=(*schedule.changes, change),
    )


def _half_days(before: Mapping[date, tuple[Window, ...]], change: Change) -> dict[date, tuple[Window, ...]]:
    kept = {day: windows for day, windows in before.items() if day not in change.off}
    return {**kept, **change.half_days}
