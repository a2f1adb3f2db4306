"""When terms end, when dossiers count as received and are handed over, by the hours of an office."""

import timeit
from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

from motcua.language import Refusal
from motcua.worktime import Calendar, Schedule, Term, Window, national_schedule
from tests.worktime.moments import at, table, term

OFFICE = national_schedule()

DUE = """
    start            | term           | due              | why
    2023-07-27 08:00 | 2 hour         | 2023-07-27 10:00 | inside the morning
    2023-07-27 10:30 | 2 hour         | 2023-07-27 14:30 | across the lunch break
    2023-07-27 07:00 | 8 hour         | 2023-07-27 17:00 | a whole day ends in the evening, not on the next morning
    2023-07-27 07:00 | 9 hour         | 2023-07-28 08:00 | one hour more
    2026-11-20 16:30 | 1 hour         | 2026-11-23 07:30 | over the weekend
    2026-09-05 10:00 | 8 hour         | 2026-09-07 17:00 | from a Saturday
    2026-02-13 16:00 | 2 hour         | 2026-02-23 08:00 | over Tết
    2026-11-23 16:00 | 2 hour         | 2026-11-25 08:00 | over 24 November
    2026-11-23 09:00 | 1 working_day  | 2026-11-25 09:00 | over 24 November
    2026-11-24 09:00 | 1 working_day  | 2026-11-25 17:00 | received on a day off, due at the close
    2025-11-21 09:00 | 2 working_day  | 2025-11-25 09:00 | 24 November was worked the year before
    2026-11-20 09:00 | 5 working_day  | 2026-11-30 09:00 | two weekends and 24 November
    2026-02-13 16:00 | 1 working_day  | 2026-02-23 16:00 | over Tết
    2025-01-24 10:00 | 3 working_day  | 2025-02-05 10:00 | over Tết
    2021-02-09 10:00 | 1 working_day  | 2021-02-17 10:00 | over Tết
    2024-05-03 10:00 | 1 working_day  | 2024-05-04 10:00 | a worked Saturday counts
    2026-01-08 10:00 | 2 working_day  | 2026-01-10 10:00 | a worked Saturday counts
    2026-11-20 17:20 | 1 working_day  | 2026-11-23 17:00 | received after hours, due at the close
    2026-11-20 06:10 | 1 working_day  | 2026-11-23 07:00 | received before hours, due at the opening
    2026-11-19 12:00 | 1 working_day  | 2026-11-20 13:30 | received at lunch, due after it
    2026-11-19 11:30 | 1 working_day  | 2026-11-20 11:30 | the end of the morning is still the morning
    2026-11-21 08:00 | 1 working_day  | 2026-11-23 17:00 | received on a day off
    2023-07-27 09:00 | 5 calendar_day | 2023-08-01 17:00 | days off counted
    2026-11-13 09:00 | 11 calendar_day| 2026-11-25 17:00 | the last day is 24 November
    2026-02-06 09:00 | 10 calendar_day| 2026-02-23 17:00 | the last day lies in Tết
    2024-04-24 09:00 | 10 calendar_day| 2024-05-04 17:00 | the last day is a worked Saturday
    2026-01-31 09:00 | 1 month        | 2026-03-02 17:00 | 28 February is a Saturday
    2024-01-31 09:00 | 1 month        | 2024-02-29 17:00 | the last day of a shorter month
    2025-11-24 09:00 | 12 month       | 2026-11-25 17:00 | the last day is 24 November
    2025-12-15 09:00 | 2 month        | 2026-02-23 17:00 | over the end of the year, into Tết
"""


@pytest.mark.parametrize(("start", "length", "due", "why"), table(DUE))
def test_a_term_ends_as_the_table_says(start: str, length: str, due: str, why: str) -> None:
    assert OFFICE.due(at(start), term(length)) == at(due), why


def test_an_office_may_let_working_days_end_at_its_close() -> None:
    strict = replace(OFFICE, due_at_close=True)
    assert strict.due(at("2026-11-23 09:00"), Term(1, "working_day")) == at("2026-11-25 17:00")
    assert strict.due(at("2026-11-23 09:00"), Term(2, "hour")) == at("2026-11-23 11:00")


@pytest.mark.parametrize(
    ("sent", "received"),
    [
        ("2026-11-23 09:17", "2026-11-23 09:17"),
        ("2026-11-23 05:00", "2026-11-23 07:00"),
        ("2026-11-23 11:30", "2026-11-23 13:30"),
        ("2026-11-23 17:00", "2026-11-25 07:00"),
        ("2026-11-24 10:00", "2026-11-25 07:00"),
        ("2026-02-13 20:00", "2026-02-23 07:00"),
        ("2026-08-21 20:00", "2026-08-22 07:00"),
    ],
)
def test_what_is_sent_outside_hours_is_received_at_the_next_session(sent: str, received: str) -> None:
    assert OFFICE.next_open(at(sent)) == at(received)


@pytest.mark.parametrize(
    ("received", "by"),
    [
        ("2026-11-25 08:00", "2026-11-25 17:00"),
        ("2026-11-25 15:00", "2026-11-25 17:00"),
        ("2026-11-25 15:01", "2026-11-26 07:00"),
        ("2026-11-23 16:00", "2026-11-25 07:00"),
        ("2026-11-27 16:00", "2026-11-30 07:00"),
        ("2026-11-28 09:00", "2026-11-30 07:00"),
    ],
)
def test_a_dossier_is_handed_over_the_same_day_or_after_three_at_the_next_opening(received: str, by: str) -> None:
    assert OFFICE.hand_over_by(at(received)) == at(by)


def test_a_half_day_ends_what_is_due_that_day() -> None:
    half = replace(OFFICE, half_days={date(2026, 11, 27): (Window(time(7), time(11, 30)),)})
    assert half.due(at("2026-11-26 15:00"), Term(1, "working_day")) == at("2026-11-27 11:30")
    assert half.due(at("2026-11-27 11:00"), Term(1, "hour")) == at("2026-11-30 07:30")
    assert half.hand_over_by(at("2026-11-27 14:00")) == at("2026-11-30 07:00")
    assert half.minutes_between(at("2026-11-27 07:00"), at("2026-11-27 17:00")) == 270


def test_a_saturday_session_receives_and_runs_hours_but_is_no_working_day() -> None:
    open_saturdays = replace(OFFICE, saturdays=(Window(time(7, 30), time(11)),))
    assert open_saturdays.next_open(at("2026-11-27 18:00")) == at("2026-11-28 07:30")
    assert open_saturdays.due(at("2026-11-28 10:30"), Term(1, "hour")) == at("2026-11-30 07:30")
    assert not open_saturdays.works(date(2026, 11, 28))
    assert open_saturdays.due(at("2026-11-28 10:30"), Term(1, "working_day")) == at("2026-11-30 17:00")
    assert open_saturdays.windows_on(date(2026, 8, 22)) == OFFICE.windows


def test_working_days_leave_out_the_first_and_count_the_last() -> None:
    assert OFFICE.working_days_between(at("2026-11-20 09:00"), at("2026-11-25 07:00")) == 2
    assert OFFICE.working_days_between(at("2026-11-25 07:00"), at("2026-11-25 16:00")) == 0


@pytest.mark.parametrize(
    ("start", "length", "year"),
    [
        ("2026-12-30 09:00", "2 working_day", 2027),
        ("2026-12-31 16:00", "2 hour", 2027),
        ("2026-12-20 09:00", "12 calendar_day", 2027),
        ("2026-11-30 09:00", "2 month", 2027),
        ("2027-06-01 09:00", "1 hour", 2027),
        ("2020-12-31 09:00", "1 working_day", 2020),
    ],
)
def test_a_term_that_reaches_a_year_without_a_calendar_is_refused_not_guessed(
    start: str, length: str, year: int
) -> None:
    with pytest.raises(Refusal, match=f"Năm {year} chưa có lịch nghỉ được công bố"):
        OFFICE.due(at(start), term(length))


def test_nothing_else_is_guessed_of_such_a_year() -> None:
    for ask in (OFFICE.next_open, OFFICE.hand_over_by):
        with pytest.raises(Refusal, match="2027"):
            ask(at("2026-12-31 17:30"))
    with pytest.raises(Refusal, match="2027"):
        OFFICE.minutes_between(at("2026-12-31 09:00"), at("2027-01-04 09:00"))
    with pytest.raises(Refusal, match="2027"):
        OFFICE.windows_on(date(2027, 1, 4))


def test_the_last_hour_of_the_last_published_year_can_still_be_due() -> None:
    assert OFFICE.due(at("2026-12-31 16:00"), Term(1, "hour")) == at("2026-12-31 17:00")
    assert OFFICE.due(at("2026-12-30 16:00"), Term(1, "working_day")) == at("2026-12-31 16:00")


def test_a_year_missing_between_two_published_ones_is_refused_too() -> None:
    broken = Schedule("broken", Calendar("broken", frozenset(), frozenset(), frozenset({2021, 2023})), OFFICE.windows)
    assert broken.due(at("2021-12-30 09:00"), Term(1, "working_day")) == at("2021-12-31 09:00")
    for length in ("5 working_day", "40 hour"):
        with pytest.raises(Refusal, match="2022"):
            broken.due(at("2021-12-30 09:00"), term(length))
    with pytest.raises(Refusal, match="2022"):
        broken.working_days_between(at("2021-12-30 09:00"), at("2023-01-03 09:00"))


def test_a_moment_may_come_in_any_zone_but_not_without_one() -> None:
    there = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
    assert OFFICE.due(there, Term(1, "working_day")) == at("2026-11-25 09:00")
    with pytest.raises(Refusal, match="không có múi giờ"):
        OFFICE.due(datetime(2026, 11, 23, 9, 0), Term(1, "working_day"))  # noqa: DTZ001


@pytest.mark.parametrize("windows", [(), (Window(time(13), time(17)), Window(time(7), time(11)))])
def test_hours_that_cannot_be_are_refused(windows: tuple[Window, ...]) -> None:
    with pytest.raises(Refusal, match="Lịch “VN”"):
        replace(OFFICE, windows=windows)


def test_a_session_ends_after_it_begins() -> None:
    with pytest.raises(Refusal, match="11:30-07:00"):
        Window(time(11, 30), time(7))


def test_a_counter_may_ask_many_times_a_second() -> None:
    start, length = at("2026-06-01 09:00"), Term(30, "working_day")
    OFFICE.due(start, length)
    best = min(timeit.repeat(lambda: OFFICE.due(start, length), number=500, repeat=9)) / 500
    assert best < 50e-6
