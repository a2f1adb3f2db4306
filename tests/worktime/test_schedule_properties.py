"""What holds of every term from 2021 to 2026, found equal to counting day by day and minute by minute."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from motcua.worktime import ZONE, Term, Unit, national_schedule
from tests.worktime import oracle

OFFICE = national_schedule()
UNITS = get_args(Unit)
FIRST, LAST = datetime(2021, 1, 1), datetime(2026, 8, 31, 23, 59)  # noqa: DTZ001  the zone comes with the strategy


def moments(last: datetime = LAST) -> st.SearchStrategy[datetime]:
    return st.datetimes(FIRST, last, timezones=st.just(ZONE))


MINUTES = moments().map(lambda at: at.replace(second=0, microsecond=0))
TERMS = st.one_of(
    st.builds(Term, st.integers(1, 200), st.just("hour")),
    st.builds(Term, st.integers(1, 60), st.just("working_day")),
    st.builds(Term, st.integers(1, 90), st.just("calendar_day")),
    st.builds(Term, st.integers(1, 3), st.just("month")),
)


@given(moments(), moments(), TERMS)
def test_who_comes_earlier_is_due_no_later(one: datetime, other: datetime, term: Term) -> None:
    first, second = sorted((one, other))
    assert OFFICE.due(first, term) <= OFFICE.due(second, term)


@given(moments(), st.integers(0, 4 * 24 * 60), TERMS)
def test_who_comes_a_little_earlier_is_due_no_later(start: datetime, minutes: int, term: Term) -> None:
    assert OFFICE.due(start, term) <= OFFICE.due(start + timedelta(minutes=minutes), term)


@given(moments(), TERMS)
def test_a_longer_term_ends_no_earlier(start: datetime, term: Term) -> None:
    shorter = OFFICE.due(start, term)
    assert start <= shorter <= OFFICE.due(start, Term(term.value + 1, term.unit))


@given(moments(), st.integers(1, 100), st.integers(1, 100))
def test_hours_add_up(start: datetime, a: int, b: int) -> None:
    stop = OFFICE.due(start, Term(a, "hour"))
    assert OFFICE.due(stop, Term(b, "hour")) == OFFICE.due(start, Term(a + b, "hour"))


@settings(max_examples=60, deadline=None)
@given(MINUTES, st.integers(1, 30))
def test_hours_are_those_counted_minute_by_minute(start: datetime, hours: int) -> None:
    assert OFFICE.due(start, Term(hours, "hour")) == oracle.after_hours(start, hours)


SLOWLY: dict[Unit, Callable[[datetime, int], datetime]] = {
    "working_day": oracle.after_working_days,
    "calendar_day": oracle.after_days,
    "month": oracle.after_months,
}


@settings(max_examples=300)
@given(moments(), TERMS.filter(lambda term: term.unit in SLOWLY))
def test_days_and_months_are_those_counted_day_by_day(start: datetime, term: Term) -> None:
    assert OFFICE.due(start, term) == SLOWLY[term.unit](start, term.value)


@pytest.mark.parametrize("unit", SLOWLY)
def test_no_day_of_the_six_years_is_counted_otherwise(unit: Unit) -> None:
    on = datetime(2021, 1, 1, 10, 0, tzinfo=ZONE)
    while on < datetime(2026, 11, 1, tzinfo=ZONE):
        assert OFFICE.due(on, Term(1, unit)) == SLOWLY[unit](on, 1), on
        on += timedelta(days=1)


@settings(max_examples=40, deadline=None)
@given(MINUTES, st.integers(0, 20 * 24 * 60))
def test_minutes_between_are_those_counted_one_by_one(first: datetime, length: int) -> None:
    last = first + timedelta(minutes=length)
    assert OFFICE.minutes_between(first, last) == oracle.minutes(first, last)


@given(moments(), moments(), moments())
def test_minutes_add_up_over_any_moment_between(a: datetime, b: datetime, c: datetime) -> None:
    assert OFFICE.minutes_between(a, b) + OFFICE.minutes_between(b, c) == OFFICE.minutes_between(a, c)


@given(MINUTES, st.integers(1, 100))
def test_a_term_in_hours_holds_that_many_working_minutes(start: datetime, hours: int) -> None:
    assert OFFICE.minutes_between(start, OFFICE.due(start, Term(hours, "hour"))) == hours * 60


@given(moments(), st.integers(1, 60))
def test_a_term_in_working_days_holds_that_many(start: datetime, days: int) -> None:
    assert OFFICE.working_days_between(start, OFFICE.due(start, Term(days, "working_day"))) == days


@given(moments())
def test_what_is_received_is_received_in_a_session_and_no_working_time_is_lost(sent: datetime) -> None:
    received = OFFICE.next_open(sent)
    assert any(window.start <= received.time() < window.end for window in OFFICE.windows_on(received.date()))
    assert OFFICE.next_open(received) == received
    assert OFFICE.minutes_between(sent, received) == 0


@given(moments())
def test_a_dossier_is_handed_over_after_its_reception_within_a_working_day(received: datetime) -> None:
    by = OFFICE.hand_over_by(received)
    assert received <= by
    assert OFFICE.works(by.date())
    assert OFFICE.minutes_between(received, by) <= 8 * 60


def test_the_zone_is_seven_hours_ahead_every_hour_of_every_day() -> None:
    at = datetime(2021, 1, 1, tzinfo=ZONE)
    while at.year < 2027:
        assert at.utcoffset() == timedelta(hours=7)
        at += timedelta(hours=6)


@given(st.dates(date(2021, 1, 1), date(2026, 12, 31)))
def test_the_office_is_open_eight_hours_on_days_it_works_and_shut_on_others(on: date) -> None:
    minutes = sum(
        (window.end.hour * 60 + window.end.minute) - (window.start.hour * 60 + window.start.minute)
        for window in OFFICE.windows_on(on)
    )
    assert minutes == (480 if oracle.works(on) else 0)
