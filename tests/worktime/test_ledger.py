"""The due date read from its lines, and what lines cannot follow each other."""

from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.language import Refusal
from motcua.worktime import Kind, Line, Term, national_schedule, read
from tests.worktime.moments import at, table, term
from tests.worktime.test_schedule_properties import TERMS, moments

OFFICE = national_schedule()
ENOUGH = datetime(2026, 6, 1)  # noqa: DTZ001  the zone comes with the strategy


def line(kind: Kind, when: datetime, term: Term | None = None, new_due: datetime | None = None) -> Line:
    return Line(kind, when, by="Lan", document="01/TNHS", rule="QĐ 10/QĐ-UBND", term=term, new_due=new_due)


def lines(text: str) -> list[Line]:
    """`base 2026-11-23 09:00 5 working_day > pause 2026-11-25 10:00 > extension 2026-12-01 09:00 2026-12-04 09:00`."""
    found = []
    for part in text.split(" > "):
        kind, *rest = part.split()
        when, more = at(" ".join(rest[:2])), " ".join(rest[2:])
        allowed = term(more) if more.endswith(("hour", "day", "month")) else None
        found.append(line(kind, when, allowed, at(more) if more and allowed is None else None))  # type: ignore[arg-type]
    return found


READ = """
    due              | waited | lines
    2026-11-30 09:00 | 0      | base 2026-11-20 09:00 5 working_day
    paused           | 0      | base 2026-11-20 09:00 5 working_day > pause 2026-11-25 10:00
    2026-12-03 09:00 | 1440   | base 2026-11-20 09:00 5 working_day > pause 2026-11-25 10:00 > resume 2026-11-30 10:00
    2026-11-30 09:00 | 120    | base 2026-11-20 09:00 5 working_day > pause 2026-11-25 08:00 > resume 2026-11-25 10:00
    2026-11-25 16:00 | 120    | base 2026-11-25 08:00 4 hour > pause 2026-11-25 09:00 > resume 2026-11-25 11:00
    2026-11-26 11:00 | 480    | base 2026-11-23 09:00 10 hour > pause 2026-11-23 10:00 > resume 2026-11-25 10:00
    2026-11-30 17:00 | 480    | base 2026-11-18 09:00 10 calendar_day > pause 2026-11-19 10:00 > resume 2026-11-20 10:00
    2026-12-22 17:00 | 480    | base 2026-11-20 09:00 1 month > pause 2026-11-23 10:00 > resume 2026-11-25 10:00 > pause 2026-11-26 10:00 > resume 2026-11-26 10:00
    2026-12-08 09:00 | 0      | base 2026-11-20 09:00 5 working_day > extension 2026-11-27 09:00 2026-12-08 09:00
    paused           | 0      | base 2026-11-20 09:00 5 working_day > extension 2026-11-27 09:00 2026-12-08 09:00 > pause 2026-12-01 09:00
    2026-12-10 09:00 | 960    | base 2026-11-20 09:00 5 working_day > extension 2026-11-27 09:00 2026-12-08 09:00 > pause 2026-12-01 09:00 > resume 2026-12-03 09:00
    2026-12-10 09:00 | 1440   | base 2026-11-20 09:00 5 working_day > pause 2026-11-23 10:00 > resume 2026-11-25 10:00 > extension 2026-11-27 09:00 2026-12-08 09:00 > pause 2026-12-01 09:00 > resume 2026-12-03 09:00
    2026-12-02 10:00 | 0      | base 2026-11-20 09:00 5 working_day > restart 2026-11-25 10:00
    2026-12-02 10:00 | 480    | base 2026-11-20 09:00 5 working_day > pause 2026-11-23 10:00 > restart 2026-11-25 10:00
    2026-11-27 10:00 | 480    | base 2026-11-20 09:00 5 working_day > pause 2026-11-23 10:00 > restart 2026-11-25 10:00 2 working_day
"""  # noqa: E501


@pytest.mark.parametrize(("due", "waited", "text"), table(READ))
def test_the_due_date_is_what_the_lines_add_up_to(due: str, waited: str, text: str) -> None:
    found = read(lines(text), OFFICE)
    assert found.current_due == (None if due == "paused" else at(due))
    assert found.waiting_minutes == int(waited)
    assert (found.paused_since is None) == (due != "paused")


def test_the_first_due_date_stays_whatever_comes_after() -> None:
    text = (
        "base 2026-11-20 09:00 5 working_day > pause 2026-11-23 10:00 > resume 2026-11-25 10:00 > "
        "extension 2026-11-27 09:00 2026-12-08 09:00 > restart 2026-12-01 10:00"
    )
    assert {read(lines(text)[:count], OFFICE).first_due for count in range(1, 6)} == {at("2026-11-30 09:00")}


def test_a_second_new_date_is_counted_not_forbidden() -> None:
    text = "base 2026-11-20 09:00 5 working_day > extension 2026-11-27 09:00 2026-12-08 09:00"
    twice = read(lines(f"{text} > extension 2026-12-07 09:00 2026-12-15 09:00"), OFFICE)
    assert (twice.extensions, twice.current_due) == (2, at("2026-12-15 09:00"))


BASE = "base 2026-11-20 09:00 5 working_day"
REFUSED = f"""
    message | lines
    Dòng 3 .* đang tạm dừng từ 10:00 23/11/2026 | {BASE} > pause 2026-11-23 10:00 > pause 2026-11-23 11:00
    Dòng 2 .* không tạm dừng nên không thể tính tiếp | {BASE} > resume 2026-11-23 10:00
    Dòng 3 .10:00 23/11/2026. sớm hơn dòng trước nó .11:00 23/11/2026. | {BASE} > pause 2026-11-23 11:00 > resume 2026-11-23 10:00
    Dòng 2 .* sau hạn đang có .09:00 30/11/2026. | {BASE} > extension 2026-11-23 10:00
    Dòng 2 .* sau hạn đang có .09:00 30/11/2026. | {BASE} > extension 2026-11-23 10:00 2026-11-30 09:00
    Dòng 3 .* đang tạm dừng | {BASE} > pause 2026-11-23 10:00 > extension 2026-11-23 11:00 2026-12-08 09:00
    Dòng 1 .* “pause” không đúng chỗ | pause 2026-11-23 10:00
    Dòng 2 .* “base” không đúng chỗ | {BASE} > {BASE}
    Dòng 1 .* không có thời hạn | base 2026-11-20 09:00
"""  # noqa: E501


@pytest.mark.parametrize(("message", "text"), table(REFUSED))
def test_lines_that_cannot_follow_are_refused_with_what_would_be_right(message: str, text: str) -> None:
    with pytest.raises(Refusal, match=message):
        read(lines(text), OFFICE)


def test_an_empty_ledger_is_refused() -> None:
    with pytest.raises(Refusal, match="chưa có dòng nào"):
        read([], OFFICE)


def test_a_ledger_reads_the_schedule_it_is_given() -> None:
    strict = replace(OFFICE, due_at_close=True)
    assert read(lines(BASE), strict).current_due == at("2026-11-30 17:00")


@given(moments(ENOUGH), TERMS)
def test_without_other_lines_the_due_date_is_that_of_the_term(start: datetime, allowed: Term) -> None:
    found = read([line("base", start, allowed)], OFFICE)
    assert found.first_due == found.current_due == OFFICE.due(start, allowed)


@given(moments(ENOUGH), TERMS, st.integers(0, 5000), st.integers(0, 20000))
def test_waiting_never_brings_the_due_date_forward(start: datetime, allowed: Term, after: int, wait: int) -> None:
    paused = start + timedelta(minutes=after)
    resumed = paused + timedelta(minutes=wait)
    found = read([line("base", start, allowed), line("pause", paused), line("resume", resumed)], OFFICE)
    assert found.standing_due >= found.first_due
    assert found.waiting_minutes == OFFICE.minutes_between(paused, resumed)
    if allowed.unit == "hour":
        lengthened = OFFICE.minutes_between(start, found.standing_due)
        assert abs(lengthened - allowed.value * 60 - found.waiting_minutes) <= 1  # seconds dropped at three moments


@given(moments(ENOUGH), TERMS, st.integers(0, 5000))
def test_a_restart_counts_from_zero_whatever_came_before(start: datetime, allowed: Term, after: int) -> None:
    again = start + timedelta(minutes=after)
    before = [line("base", start, allowed), line("pause", start)]
    assert read([*before, line("restart", again)], OFFICE).current_due == OFFICE.due(again, allowed)


@given(begins=moments(ENOUGH), hours=st.lists(st.integers(1, 60), min_size=1, max_size=6), rest=st.integers(0, 59))
def test_the_parts_of_a_whole_add_up_to_it_to_the_minute(begins: datetime, hours: list[int], rest: int) -> None:
    """Cut anywhere: each part is due at its cut, not at the hour before it, and none of the time is lost."""
    whole = read([line("base", begins, Term(sum(hours), "hour"))], OFFICE)
    cuts = [begins]
    for part in hours[:-1]:
        cuts.append(OFFICE.due(cuts[-1], Term(part, "hour")) + timedelta(minutes=rest))
    cuts = [cut for cut in cuts if cut < whole.first_due] + [whole.first_due]

    minutes = []
    for start, due in pairwise(cuts):
        leg = read([line("base", start, Term(30, "working_day"), due)], OFFICE)
        assert leg.first_due == leg.current_due == due
        minutes.append(OFFICE.minutes_between(start, due))

    assert sum(minutes) == OFFICE.minutes_between(begins, whole.first_due)


def test_a_part_whose_citizen_was_waited_for_is_due_as_much_later() -> None:
    begun = line("base", at("2026-11-20 09:00"), Term(10, "working_day"), at("2026-11-27 15:00"))
    waited = [line("pause", at("2026-11-23 10:00")), line("resume", at("2026-11-25 10:00"))]

    assert read([begun, *waited], OFFICE).current_due == at("2026-11-30 15:00")


def test_a_part_cannot_be_due_before_it_was_taken_in() -> None:
    with pytest.raises(Refusal):
        read([line("base", at("2026-11-20 09:00"), Term(1, "hour"), at("2026-11-20 08:59"))], OFFICE)
