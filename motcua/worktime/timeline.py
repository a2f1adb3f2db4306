"""Working days and working time of the published years as sorted arrays, so that the end of a term is one search."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import accumulate
from zoneinfo import ZoneInfo

from motcua.language import Refusal
from motcua.worktime.calendar import UNPUBLISHED, Calendar

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
MINUTE = 60 * 1_000_000  # in microseconds, the unit of all working time here: no moment is rounded
HOUR = 60 * MINUTE

Session = tuple[int, int]


@dataclass(frozen=True, eq=False)
class Timeline:
    """All days from the first published year to the last; `before` has one entry more than there are days."""

    years: frozenset[int]
    gaps: tuple[int, ...]  # years between the first and the last that were never published
    base: int
    sessions: Sequence[tuple[Session, ...]]
    worked: Sequence[int]
    upto: Sequence[int]
    before: Sequence[int]

    def place(self, on: date) -> int:
        if on.year not in self.years:
            raise Refusal(UNPUBLISHED, year=on.year)
        return on.toordinal() - self.base

    def working_days(self, first: date, last: date) -> int:
        """Working days after the first up to and including the last; negative where the last is earlier."""
        days = self.upto[self.place(last)] - self.upto[self.place(first)]
        self._whole(first, last)
        return days

    def nth(self, on: date, count: int) -> date:
        """The count-th working day after a day."""
        place = self.upto[self.place(on)] + count - 1
        return self._found(on, self.worked[place] if place < len(self.worked) else None)

    def on_or_after(self, on: date) -> date:
        """The day itself where it is worked, else the next working day."""
        place = bisect_left(self.worked, self.place(on) + self.base)
        return self._found(on, self.worked[place] if place < len(self.worked) else None)

    def position(self, at: datetime) -> int:
        """Working time from the beginning of the calendar to a moment in local time."""
        place = self.place(at.date())
        clock = microseconds(at.time())
        return self.before[place] + sum(min(clock, end) - start for start, end in self.sessions[place] if start < clock)

    def stretch(self, first: datetime, last: datetime) -> int:
        """Working time between two moments."""
        length = self.position(last) - self.position(first)
        self._whole(first.date(), last.date())
        return length

    def reached(self, start: datetime, length: int) -> datetime:
        """The first moment at which so much working time has gone by since the start."""
        target = self.position(start) + length
        place = bisect_left(self.before, target) - 1
        rest = target - self.before[place]
        on = self._found(start.date(), self.base + place if place < len(self.sessions) else None)
        for begin, end in self.sessions[place]:
            if rest <= end - begin:
                return moment_on(on, begin + rest)
            rest -= end - begin
        raise AssertionError("a day holds the working time that its entry in `before` says")

    def next_session(self, at: datetime) -> datetime:
        """The moment itself inside a session, else the beginning of the next one."""
        place, clock = self.place(at.date()), microseconds(at.time())
        for start, end in self.sessions[place]:
            if clock < end:
                return at if clock >= start else moment_on(at.date(), start)
        later = bisect_right(self.before, self.before[place + 1]) - 1
        on = self._found(at.date(), self.base + later if later < len(self.sessions) else None)
        return moment_on(on, self.sessions[later][0][0])

    def _found(self, start: date, found: int | None) -> date:
        if found is None:
            self._whole(start, date(max(self.years), 12, 31))
            raise Refusal(UNPUBLISHED, year=max(self.years) + 1)
        on = date.fromordinal(found)
        self._whole(start, on)
        return on

    def _whole(self, first: date, last: date) -> None:
        for gap in self.gaps:
            if min(first, last).year < gap < max(first, last).year:
                raise Refusal(UNPUBLISHED, year=gap)


def timeline(calendar: Calendar, sessions_on: Callable[[date], tuple[Session, ...]]) -> Timeline:
    """Lay out all days of a calendar; days of a year that was never published hold nothing."""
    first, last = date(min(calendar.years), 1, 1), date(max(calendar.years), 12, 31)
    days = [date.fromordinal(number) for number in range(first.toordinal(), last.toordinal() + 1)]
    works = [day.year in calendar.years and calendar.works(day) for day in days]
    sessions = [sessions_on(day) if day.year in calendar.years else () for day in days]
    return Timeline(
        years=calendar.years,
        gaps=tuple(year for year in range(first.year, last.year) if year not in calendar.years),
        base=first.toordinal(),
        sessions=sessions,
        worked=[day.toordinal() for day, worked in zip(days, works, strict=True) if worked],
        upto=list(accumulate(works)),
        before=list(accumulate((sum(end - start for start, end in day) for day in sessions), initial=0)),
    )


def microseconds(clock: time) -> int:
    return ((clock.hour * 60 + clock.minute) * 60 + clock.second) * 1_000_000 + clock.microsecond


def moment_on(on: date, clock: int) -> datetime:
    # The zone has no summer time, so that wall-clock arithmetic is exact.
    return datetime.combine(on, time.min, ZONE) + timedelta(microseconds=clock)
