"""Office hours over a calendar: when a term ends, when a dossier counts as received, how much working time went by."""

from calendar import monthrange
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cached_property
from itertools import pairwise

from motcua.language import Refusal, Words
from motcua.worktime.calendar import Calendar
from motcua.worktime.decisions import Change
from motcua.worktime.term import Term, Unit
from motcua.worktime.timeline import HOUR, MINUTE, ZONE, Session, Timeline, microseconds, moment_on, timeline
from motcua.worktime.windows import Season, Window

__all__ = ["Schedule", "Season", "Wait", "Window", "last_day", "local"]

HAND_OVER_UNTIL = time(
    15
)  # received later: handed over at the start of the next working day (decree 61/2018, article 18)
SATURDAY = 5
NAIVE = Words(
    "Thời điểm {at} không có múi giờ; phải ghi kèm múi giờ, ví dụ +07:00.",
    "The moment {at} has no time zone; it must carry one, for example +07:00.",
)
NO_WINDOWS = Words(
    "Lịch “{name}” có ngày không có giờ làm việc nào; ngày nghỉ phải ghi ở danh sách ngày nghỉ.",
    "Schedule “{name}” has a day without any session; a day off belongs in the list of days off.",
)
OVERLAP = Words(
    "Lịch “{name}”: buổi {first} và buổi {second} chồng nhau hoặc sai thứ tự; các buổi phải nối tiếp nhau.",
    "Schedule “{name}”: sessions {first} and {second} overlap or stand in the wrong order; one must follow the other.",
)

Wait = tuple[datetime, datetime]


@dataclass(frozen=True, eq=False)
class Schedule:
    """The hours of an office. Build it once and keep it: the first question lays all its days out.

    `half_days` sets other hours for one day. `saturdays` are hours on Saturdays that the calendar has off: dossiers are
    received and terms in hours run in them, yet such a Saturday is no working day. `due_at_close`: a term in working
    days ends with the office hours of its last day, not at the hour of reception.
    """

    name: str
    calendar: Calendar
    windows: tuple[Window, ...]
    half_days: Mapping[date, tuple[Window, ...]] = field(default_factory=dict)
    saturdays: tuple[Window, ...] = ()
    rule: str = ""
    version: str = ""
    due_at_close: bool = False
    seasons: tuple[Season, ...] = ()
    changes: tuple[Change, ...] = ()

    def __post_init__(self) -> None:
        needed = [self.windows, *self.half_days.values(), *(season.windows for season in self.seasons)]
        if not all(needed):
            raise Refusal(NO_WINDOWS, name=self.name)
        for windows in [*needed, self.saturdays]:
            for first, second in pairwise(windows):
                if second.start < first.end:
                    raise Refusal(OVERLAP, name=self.name, first=first, second=second)

    def works(self, day: date) -> bool:
        """Whether that is a working day. Raises Refusal in a year without a published calendar."""
        return self.calendar.works(day)

    def windows_on(self, day: date) -> tuple[Window, ...]:
        """The sessions of a day, none on a day off: a single day's own, else the latest season's, else the usual."""
        works = self.works(day)
        if day in self.half_days:
            return self.half_days[day]
        if not works:
            return self.saturdays if day.weekday() == SATURDAY else ()
        seasons = [season for season in self.seasons if season.from_on <= day <= season.to_on]
        return seasons[-1].windows if seasons else self.windows

    def next_open(self, at: datetime) -> datetime:
        """When what is sent at a moment counts as received: at once inside office hours, else at the next session."""
        return self._timeline.next_session(local(at))

    def due(self, start: datetime, term: Term, waits: Iterable[Wait] = ()) -> datetime:
        """When a term from a moment of reception ends; waits prolong it in its own unit.

        Hours run inside sessions. Of days and months the day of reception is not counted. A term in working days ends
        at the hour of reception, moved into the sessions of the last day, or with that day's office hours where the
        day of reception was no working day. Days and months end with the office hours of their last day, of the next
        working day where that day is off, as the civil code counts (articles 147 and 148; unverified: text not read).
        Raises Refusal where the term reaches into a year without a published calendar.
        """
        return self._end(local(start), term.unit, term.value, waits)

    def prolonged(self, due: datetime, unit: Unit, waits: Iterable[Wait]) -> datetime:
        """A promised moment, moved by waits counted in the unit of its term."""
        return self._end(local(due), unit, 0, waits)

    def minutes_between(self, a: datetime, b: datetime) -> int:
        """Working minutes from a to b, seconds dropped; negative where b is earlier."""
        return self._timeline.stretch(_minute(a), _minute(b)) // MINUTE

    def working_days_between(self, a: datetime, b: datetime) -> int:
        """Working days from a to b, the day of a not counted, the day of b counted."""
        return self._timeline.working_days(local(a).date(), local(b).date())

    def hand_over_by(self, received_at: datetime) -> datetime:
        """Until when the competent unit must have it: the close of that working day, after 15:00 the next opening."""
        at = local(received_at)
        on = at.date()
        if self.works(on) and at.time() <= min(HAND_OVER_UNTIL, self.windows_on(on)[-1].end):
            return self._close(on)
        return self._open(self._timeline.nth(on, 1))

    def _end(self, at: datetime, unit: Unit, value: int, waits: Iterable[Wait]) -> datetime:
        waited = sum(self._waited(unit, local(first), local(last)) for first, last in waits)
        if not value and not waited:
            return at
        if unit == "hour":
            return self._timeline.reached(at, value * HOUR + waited)
        if unit == "working_day":
            return self._on_working_day(at, value + waited)
        day = last_day(at.date(), unit, value) + timedelta(days=waited)
        return self._close(self._timeline.on_or_after(day))

    def _waited(self, unit: Unit, first: datetime, last: datetime) -> int:
        if unit == "hour":
            return self._timeline.stretch(first, last)
        if unit == "working_day":
            return self._timeline.working_days(first.date(), last.date())
        return (last.date() - first.date()).days

    def _on_working_day(self, at: datetime, count: int) -> datetime:
        day = self._timeline.nth(at.date(), count)
        # An hour of a day off means nothing to the office; at close, no later reception is due before an earlier one.
        if self.due_at_close or not self.works(at.date()):
            return self._close(day)
        clock = microseconds(at.time())
        for start, end in self._timeline.sessions[self._timeline.place(day)]:
            if clock <= end:
                return moment_on(day, max(clock, start))
        return self._close(day)

    def _open(self, day: date) -> datetime:
        return moment_on(day, self._timeline.sessions[self._timeline.place(day)][0][0])

    def _close(self, day: date) -> datetime:
        return moment_on(day, self._timeline.sessions[self._timeline.place(day)][-1][1])

    @cached_property
    def _timeline(self) -> Timeline:
        def sessions_on(day: date) -> tuple[Session, ...]:
            return tuple((microseconds(window.start), microseconds(window.end)) for window in self.windows_on(day))

        return timeline(self.calendar, sessions_on)


def local(at: datetime) -> datetime:
    """A moment in Vietnamese time. Raises Refusal for one without a zone."""
    if at.tzinfo is None:
        raise Refusal(NAIVE, at=at.isoformat(sep=" "))
    return at.astimezone(ZONE)


def last_day(on: date, unit: Unit, value: int) -> date:
    """The last day of a term in days or months from a day that is not counted, whether it is worked or not."""
    if unit != "month":
        return on + timedelta(days=value)
    year, month = divmod(on.year * 12 + on.month - 1 + value, 12)
    return date(year, month + 1, min(on.day, monthrange(year, month + 1)[1]))


def _minute(at: datetime) -> datetime:
    return local(at).replace(second=0, microsecond=0)
