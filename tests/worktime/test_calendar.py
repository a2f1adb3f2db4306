"""The public-service calendar holds on every day of the years whose notices are known."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.language import Refusal
from motcua.worktime import calendar_rows, national_calendar
from tests.worktime.oracle import PUBLISHED, days

DAYS = st.dates(date(2021, 1, 1), date(2026, 12, 31))
ROWS = {row["day"]: row for row in calendar_rows(2021, 2026)}


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


def test_every_day_off_is_called_by_its_holiday() -> None:
    calendar = national_calendar()
    assert calendar.names.keys() == calendar.off
    assert {
        on.isoformat(): calendar.names[on].vi for on in (date(2026, 11, 24), date(2025, 1, 27), date(2022, 1, 3))
    } == {
        "2026-11-24": "Ngày Văn hóa Việt Nam",
        "2025-01-27": "Tết Nguyên đán",
        "2022-01-03": "Tết Dương lịch",
    }
