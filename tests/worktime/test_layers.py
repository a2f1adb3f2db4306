"""Decisions of a province and of a unit, laid over the nation's calendar, each with its text and version."""

from datetime import date, time

import pytest

from motcua.language import Refusal
from motcua.worktime import Change, Season, Term, Window, changes_in, layered, national_schedule
from tests.worktime.moments import at

NATION = national_schedule()
DECISIONS = """
changes:
  - level: unit
    rule: Quyết định 15/QĐ-UBND ngày 02/3/2026
    version: "2"
    off: [2026-03-20]
    worked: [2026-03-28]
    days: {2026-03-27: ["07:00-11:30"]}
  - level: province
    rule: Quyết định 300/QĐ-UBND ngày 15/3/2026
    version: "1"
    windows: ["07:30-11:30", "13:00-17:00"]
    from: 2026-04-15
    to: 2026-10-15
"""
WARD = layered(NATION, *changes_in(DECISIONS, "ward-12.yaml"), name="ward-12")


def test_a_unit_has_its_own_days_off_and_days_worked() -> None:
    assert not WARD.works(date(2026, 3, 20))
    assert WARD.works(date(2026, 3, 28))
    assert WARD.due(at("2026-03-19 09:00"), Term(1, "working_day")) == at("2026-03-23 09:00")
    assert WARD.due(at("2026-03-27 09:00"), Term(1, "working_day")) == at("2026-03-28 09:00")


def test_the_nation_keeps_its_calendar() -> None:
    assert NATION.works(date(2026, 3, 20))
    assert NATION.due(at("2026-03-19 09:00"), Term(1, "working_day")) == at("2026-03-20 09:00")
    assert [WARD.works(date(2026, 11, day)) for day in (23, 24, 25)] == [True, False, True]


def test_a_season_moves_the_hours_from_its_first_day_to_its_last() -> None:
    summer = (Window(time(7, 30), time(11, 30)), Window(time(13), time(17)))
    seen = {day: WARD.windows_on(date(2026, *day)) for day in ((4, 14), (4, 15), (10, 15), (10, 16))}
    assert seen == {(4, 14): NATION.windows, (4, 15): summer, (10, 15): summer, (10, 16): NATION.windows}
    assert WARD.due(at("2026-04-14 16:30"), Term(1, "hour")) == at("2026-04-15 08:00")


def test_a_season_of_the_unit_goes_before_the_season_of_the_province_around_it() -> None:
    morning = Window(time(6, 30), time(12))
    june = Change("unit", "QĐ xã", "1", seasons=(Season(date(2026, 6, 1), date(2026, 6, 30), (morning,)),))
    hot = layered(WARD, june)
    assert hot.windows_on(date(2026, 6, 1)) == (morning,)
    assert hot.windows_on(date(2026, 7, 1)) == WARD.windows_on(date(2026, 7, 1))


def test_one_day_may_have_its_own_hours() -> None:
    assert WARD.due(at("2026-03-26 16:00"), Term(1, "working_day")) == at("2026-03-27 11:30")


def test_the_unit_goes_before_the_province_in_whatever_order_they_come() -> None:
    day = date(2026, 3, 20)
    province = Change("province", "QĐ tỉnh", "1", off=frozenset({day}))
    unit = Change("unit", "QĐ xã", "1", worked=frozenset({day}))
    assert layered(NATION, unit, province).works(day)
    assert layered(NATION, province, unit).works(day)


def test_at_one_level_the_later_decision_goes_before_the_earlier() -> None:
    day = date(2026, 3, 20)
    off = Change("unit", "QĐ xã", "1", off=frozenset({day}))
    worked = Change("unit", "QĐ xã", "2", worked=frozenset({day}))
    assert layered(NATION, off, worked).works(day)
    assert not layered(NATION, worked, off).works(day)


def test_a_holiday_may_be_worked_by_a_unit_and_a_worked_saturday_left_off() -> None:
    duty = Change("unit", "QĐ trực", "1", worked=frozenset({date(2026, 11, 24)}), off=frozenset({date(2026, 8, 22)}))
    assert layered(NATION, duty).works(date(2026, 11, 24))
    assert not layered(NATION, duty).works(date(2026, 8, 22))


def test_layers_keep_their_decisions_with_text_and_version() -> None:
    assert [change.source for change in WARD.changes] == [
        "Quyết định 300/QĐ-UBND ngày 15/3/2026 (1)",
        "Quyết định 15/QĐ-UBND ngày 02/3/2026 (2)",
    ]
    assert WARD.calendar.names[date(2026, 3, 20)].vi == "Quyết định 15/QĐ-UBND ngày 02/3/2026 (2)"


def test_a_decision_for_a_year_without_a_calendar_waits_for_it() -> None:
    early = layered(NATION, Change("unit", "QĐ xã", "1", off=frozenset({date(2027, 3, 19)})))
    assert early.due(at("2026-11-23 09:00"), Term(1, "working_day")) == at("2026-11-25 09:00")
    with pytest.raises(Refusal, match="2027"):
        early.works(date(2027, 3, 19))


def test_the_calendar_of_a_unit_is_a_table_of_its_own_name() -> None:
    rows = {row["day"]: row for row in WARD.calendar.rows(2026, 2026)}
    assert rows[date(2026, 3, 20)]["working"] is False
    assert {row["calendar"] for row in rows.values()} == {"ward-12"}


@pytest.mark.parametrize(
    ("yaml", "message"),
    [
        ("changes: [{rule: a", "ward-12.yaml: không đọc được"),
        ("- 2026-03-20", "phải là YAML có danh sách “changes”"),
        ("changes: [{version: 1}]", "không nêu văn bản và phiên bản"),
        ("changes: [{rule: QĐ 1}]", "không nêu văn bản và phiên bản"),
        (
            "changes: [{rule: QĐ 1, version: 1, level: huyện}]",
            "cấp “huyện” không có; phải là một trong: province, unit",
        ),
        ("changes: [{rule: QĐ 1, version: 1, holiday: 2026-03-20}]", r"changes\[1\]: không có mục “holiday”"),
        ("changes: [{rule: QĐ 1, version: 1, off: [20/3/2026]}]", "“20/3/2026” không phải ngày"),
        ("changes: [{rule: QĐ 1, version: 1, off: 2026-03-20, worked: 2026-03-20}]", "vừa nghỉ vừa làm việc"),
        ("changes: [{rule: QĐ 1, version: 1, windows: [sáng]}]", "“sáng” không phải buổi làm việc"),
        ('changes: [{rule: QĐ 1, version: 1, windows: ["11:30-07:00"]}]', "11:30-07:00 không hợp lệ"),
        ("changes: [{rule: QĐ 1, version: 1, days: 2026-03-20}]", "phải ghi từng ngày với các buổi"),
        (
            'changes: [{rule: QĐ 1, version: 1, windows: ["07:00-11:00"], from: 2026-05-02, to: 2026-05-01}]',
            "từ 02/05/2026 đến 01/05/2026 không hợp lệ",
        ),
    ],
)
def test_a_decision_that_cannot_be_is_refused_with_what_would_be_right(yaml: str, message: str) -> None:
    with pytest.raises(Refusal, match=message):
        changes_in(yaml, "ward-12.yaml")


def test_a_day_without_sessions_belongs_to_the_days_off() -> None:
    with pytest.raises(Refusal, match="danh sách ngày nghỉ"):
        layered(NATION, Change("unit", "QĐ xã", "1", seasons=(Season(date(2026, 5, 4), date(2026, 5, 5), ()),)))
