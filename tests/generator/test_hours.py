"""Working time for whole arrays agrees with the calendar and goes there and back."""

from datetime import date, timedelta

import numpy as np
from hypothesis import assume, given
from hypothesis import strategies as st

from motcua.generator.columns import DAY, EPOCH, at, day_of
from motcua.generator.hours import WORKDAY, hours, months_later
from motcua.worktime import calendar_rows, national_calendar

HOURS = hours()
DAYS = st.dates(date(2021, 1, 1), date(2026, 12, 31))


@given(work=st.integers(0, 1400 * WORKDAY))
def test_minutes_worked_come_back_the_same(work: int) -> None:
    local = HOURS.local(np.array([work]))

    assert HOURS.work(local).tolist() == [work]
    assert national_calendar().works(day_of(int(local[0])))


@given(day=DAYS, minute=st.integers(0, DAY - 1))
def test_outside_office_hours_the_next_opening_counts(day: date, minute: int) -> None:
    local = at(day, 0) + minute
    work = HOURS.work(np.array([local]))

    assert HOURS.local(work)[0] >= local
    assert HOURS.end(work + 1)[0] - 1 == HOURS.local(work)[0]


@given(day=DAYS, days=st.integers(1, 60))
def test_a_term_of_working_days_ends_on_the_evening_of_the_last(day: date, days: int) -> None:
    assume(national_calendar().works(day) and (day + timedelta(days=120)).year <= 2026)
    ordinals = {row["day"]: row["ordinal"] for row in calendar_rows(day.year, day.year + 1)}
    received = HOURS.work(np.array([at(day, 9)]))

    due = int(HOURS.end((received // WORKDAY + 1 + days) * WORKDAY)[0])

    assert int(str(ordinals[day_of(due)])) - int(str(ordinals[day])) == days
    assert due % DAY == 17 * 60


@given(day=DAYS)
def test_the_end_of_a_day_off_is_that_of_the_next_working_day(day: date) -> None:
    end = HOURS.end(HOURS.day_end(np.array([day.toordinal() - EPOCH])))
    ends_on = day_of(int(end[0]))

    assert ends_on >= day
    if ends_on.year <= 2026:
        assert national_calendar().works(ends_on)
        assert not any(national_calendar().works(day + timedelta(days=n)) for n in range((ends_on - day).days))


def test_months_end_on_the_last_day_where_there_is_no_such_day() -> None:
    first = np.array([date(2023, 1, 31).toordinal() - EPOCH, date(2023, 1, 15).toordinal() - EPOCH])

    later = months_later(first, np.array([1, 2]))

    assert [date.fromordinal(int(day) + EPOCH) for day in later] == [date(2023, 2, 28), date(2023, 3, 15)]
