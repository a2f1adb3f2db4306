"""What is late, and whose the late minutes are."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.language import Refusal
from motcua.worktime import Held, Holder, Line, Term, cause, national_schedule, overdue_at, read
from tests.worktime.moments import at
from tests.worktime.test_ledger import ENOUGH, line, lines
from tests.worktime.test_schedule_properties import moments

OFFICE = national_schedule()
DUE = read(lines("base 2026-11-23 10:00 1 working_day"), OFFICE)  # 25 November, 10:00


@pytest.mark.parametrize(
    ("now", "late"), [("2026-11-25 09:59", False), ("2026-11-25 10:00", False), ("2026-11-25 10:01", True)]
)
def test_a_dossier_is_late_once_its_moment_has_passed(now: str, late: bool) -> None:
    assert overdue_at(DUE, at(now)) is late


def test_waiting_for_the_citizen_makes_nothing_late_and_excuses_nothing_late_already() -> None:
    base = "base 2026-11-23 10:00 1 working_day"
    in_time = read(lines(f"{base} > pause 2026-11-25 09:00"), OFFICE)
    too_late = read(lines(f"{base} > pause 2026-11-25 11:00"), OFFICE)
    assert not overdue_at(in_time, at("2026-12-20 09:00"))
    assert overdue_at(too_late, at("2026-12-20 09:00"))
    assert cause(too_late, at("2026-12-20 09:00"), [], OFFICE)["us"] == 60


def test_an_apology_sets_the_date_to_be_late_for() -> None:
    later = read(lines("base 2026-11-23 10:00 1 working_day > extension 2026-11-25 09:00 2026-11-27 10:00"), OFFICE)
    assert not overdue_at(later, at("2026-11-26 10:00"))
    assert overdue_at(later, at("2026-11-27 10:01"))


def test_late_minutes_go_to_who_had_the_dossier() -> None:
    held = [
        Held("other_unit", at("2026-11-23 14:00"), at("2026-11-25 14:30")),  # 90 + 60 late minutes
        Held("line", at("2026-11-25 16:00"), at("2026-11-25 16:30")),
        Held("citizen", at("2026-11-26 08:00"), at("2026-11-26 09:00")),
    ]
    assert cause(DUE, at("2026-11-26 10:00"), held, OFFICE) == {"us": 240, "other_unit": 150, "citizen": 60, "line": 30}


def test_nobody_is_the_cause_of_what_is_not_late() -> None:
    assert set(cause(DUE, at("2026-11-25 10:00"), [], OFFICE).values()) == {0}


def test_a_recorded_wait_after_the_due_date_is_nobodys_lateness() -> None:
    base = "base 2026-11-23 10:00 1 working_day > pause 2026-11-25 11:00 > resume 2026-11-30 11:00"
    due = read(lines(base), OFFICE)
    held: list[Held] = [Held("citizen", at("2026-11-25 11:00"), at("2026-11-30 11:00"))]
    assert cause(due, at("2026-11-30 14:00"), held, OFFICE) == {"us": 120, "other_unit": 0, "citizen": 0, "line": 0}


@pytest.mark.parametrize(
    ("since", "until"), [("2026-11-25 13:00", "2026-11-25 15:00"), ("2026-11-26 09:00", "2026-11-26 08:00")]
)
def test_stays_that_overlap_or_run_backwards_are_refused(since: str, until: str) -> None:
    held = [Held("us", at("2026-11-25 08:00"), at("2026-11-25 14:00")), Held("line", at(since), at(until))]
    with pytest.raises(Refusal, match="mỗi lúc chỉ một bên giữ"):
        cause(DUE, at("2026-11-27 10:00"), held, OFFICE)


@given(moments(ENOUGH), st.lists(st.integers(1, 3000), min_size=2, max_size=8), st.integers(0, 20000))
def test_the_shares_are_all_of_the_late_minutes(start: datetime, lengths: list[int], late: int) -> None:
    base: Line = line("base", start, Term(4, "hour"))
    due = read([base], OFFICE)
    now = due.standing_due + timedelta(minutes=late)
    holders: list[Holder] = ["us", "other_unit", "citizen", "line"]
    held, since = [], start
    for number, length in enumerate(lengths):
        until = since + timedelta(minutes=length)
        held.append(Held(holders[number % 4], since, until))
        since = until
    shares = cause(due, now, held, OFFICE)
    assert sum(shares.values()) == OFFICE.minutes_between(due.standing_due, now)
    assert min(shares.values()) >= 0
