"""The public-service calendar holds on every day of the years whose notices are known."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.language import Refusal
from motcua.worktime import calendar_rows, national_calendar

# Day and month of weekdays off, then of worked Saturdays, as the yearly notices gave them: "first-last/month".
PUBLISHED = {
    2021: ("1/1 10-12/2 15/2 16/2 21/4 30/4 3/5 2/9 3/9", ""),
    2022: ("3/1 31/1 1-4/2 11/4 2/5 3/5 1/9 2/9", ""),
    2023: ("2/1 20/1 23-26/1 1-3/5 1/9 4/9", ""),
    2024: ("1/1 8/2 9/2 12-14/2 18/4 29/4 30/4 1/5 2/9 3/9", "4/5"),
    2025: ("1/1 27-31/1 7/4 30/4 1/5 2/5 1/9 2/9", "26/4"),
    2026: ("1/1 2/1 16-20/2 27/4 30/4 1/5 31/8 1/9 2/9 24/11", "10/1 22/8"),
}
DAYS = st.dates(date(2021, 1, 1), date(2026, 12, 31))
ROWS = {row["day"]: row for row in calendar_rows(2021, 2026)}


def days(year: int, text: str) -> set[date]:
    found = set()
    for part in text.split():
        span, month = part.split("/")
        first, _, last = span.partition("-")
        found |= {date(year, int(month), number) for number in range(int(first), int(last or first) + 1)}
    return found


@pytest.mark.parametrize("year", PUBLISHED)
def test_every_day_of_a_published_year_is_worked_or_not_as_published(year: int) -> None:
    off, worked = (days(year, text) for text in PUBLISHED[year])
    on = date(year, 1, 1)
    while on.year == year:
        expected = on in worked or (on.weekday() < 5 and on not in off)
        assert national_calendar().works(on) is expected, on
        assert ROWS[on]["working"] is expected, on
        on += timedelta(days=1)


@pytest.mark.parametrize("year", PUBLISHED)
def test_days_off_fall_on_weekdays_and_worked_days_on_saturdays(year: int) -> None:
    off, worked = (days(year, text) for text in PUBLISHED[year])
    assert all(on.weekday() < 5 for on in off)
    assert all(on.weekday() == 5 for on in worked)


@pytest.mark.parametrize("year", [2020, 2027])
def test_a_year_without_a_notice_is_refused(year: int) -> None:
    with pytest.raises(Refusal, match=str(year)):
        national_calendar().works(date(year, 6, 1))


def test_a_year_without_a_notice_is_absent_from_the_table() -> None:
    assert {row["day"].year for row in calendar_rows(2019, 2030) if isinstance(row["day"], date)} == set(PUBLISHED)


def test_ordinals_do_not_depend_on_the_first_year_asked_for() -> None:
    assert list(calendar_rows(2024, 2024)) == [row for day, row in ROWS.items() if str(day).startswith("2024")]


@given(DAYS, DAYS)
def test_ordinals_count_the_working_days_between(one: date, other: date) -> None:
    first, last = sorted((one, other))
    between = [first + timedelta(days=n) for n in range(1, (last - first).days + 1)]
    worked = sum(national_calendar().works(on) for on in between)
    assert ordinal(last) - ordinal(first) == worked


@given(DAYS)
def test_minutes_are_eight_hours_for_each_working_day_before(on: date) -> None:
    row = ROWS[on]
    assert row["minutes_before"] == 480 * (ordinal(on) - national_calendar().works(on))


def ordinal(on: date) -> int:
    value = ROWS[on]["ordinal"]
    assert isinstance(value, int)
    return value
