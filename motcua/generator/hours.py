"""Working time for whole arrays: a moment as minutes worked since the calendar began, and back."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import numpy as np

from motcua.generator.columns import DAY, EPOCH, Flags, Ints
from motcua.worktime import calendar_rows, national_calendar

OPENS, LUNCH, RESUMES = 7 * 60, 11 * 60 + 30, 13 * 60 + 30
MORNING = LUNCH - OPENS
WORKDAY = 480
THREE_PM = MORNING + 15 * 60 - RESUMES  # minutes worked before 15:00
BEYOND = 800  # days after the last published year, taken as plain weeks, for terms that end there


@dataclass(frozen=True, eq=False)
class Hours:
    """Days since 1970 against working days; arrays begin at `base`, ordinals at 1."""

    base: int
    ordinal: Ints
    nth: Ints
    working: Flags

    def work(self, local: Ints) -> Ints:
        """Local minutes as minutes worked since the calendar began; outside office hours the next opening."""
        day, clock = local // DAY - self.base, local % DAY
        worked = np.clip(clock - OPENS, 0, MORNING) + np.clip(clock - RESUMES, 0, WORKDAY - MORNING)
        return np.asarray(
            np.where(self.working[day], (self.ordinal[day] - 1) * WORKDAY + worked, self.ordinal[day] * WORKDAY)
        )

    def local(self, work: Ints) -> Ints:
        """Minutes worked as local minutes."""
        minute = work % WORKDAY
        clock = np.where(minute < MORNING, OPENS + minute, RESUMES + minute - MORNING)
        return np.asarray(self.nth[work // WORKDAY + 1] * DAY + clock)

    def end(self, work: Ints) -> Ints:
        """The same for the end of a stretch: a full day ends in the evening, not on the next morning."""
        return self.local(work - 1) + 1

    def day_end(self, day: Ints) -> Ints:
        """Minutes worked at the end of a day (days since 1970), of the next working day where it is off."""
        place = day - self.base
        return np.asarray((self.ordinal[place] + ~self.working[place]) * WORKDAY)


def hours() -> Hours:
    """The national calendar, with plain weeks after its last published year."""
    published = list(calendar_rows(min(national_calendar().years), max(national_calendar().years)))
    first: Any = published[0]["day"]
    working = [bool(row["working"]) for row in published]
    after = first + timedelta(days=len(working))
    working += [(after + timedelta(days=day)).weekday() < 5 for day in range(BEYOND)]
    works = np.array(working)
    base = first.toordinal() - EPOCH
    nth = np.concatenate([[0], np.flatnonzero(works) + base])
    return Hours(base, np.cumsum(works), nth, works)


def months_later(day: Ints, months: Ints) -> Ints:
    """Days since 1970 moved by whole months, held to the month's last day."""
    dates = day.astype("datetime64[D]")
    month = dates.astype("datetime64[M]")
    last = (month + months + 1).astype("datetime64[D]") - 1
    moved = (month + months).astype("datetime64[D]") + (dates - month.astype("datetime64[D]"))
    return np.asarray(np.minimum(moved, last).astype(np.int64))


def published(first: date, last: date) -> bool:
    """Whether every year between two days has a published calendar."""
    return set(range(first.year, last.year + 1)) <= national_calendar().years
