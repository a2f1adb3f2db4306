"""Promises of the inspection's file: what it holds, and how a mistake in it is told."""

import re
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.inspection.entries import VIETNAM, near, read_day, read_moment
from motcua.inspection.inspection_file import (
    Do,
    InspectionFile,
    Meeting,
    Paper,
    Person,
    check_names,
    read_inspection_file,
)
from motcua.inspection.period import Period
from motcua.inspection.rule import Domain
from motcua.inspection.statements import Kind
from motcua.language import Refusal
from tests.inspection.findings_samples import COMMUNE, DISTRICT

HOW_TO = Path(__file__).parents[2] / "docs/how-to/write-an-inspection-file.md"
EDIT = "edits:\n  - statement: a/limitation/B\n    do: {do}\n    reason: Vì sao\n{more}"


def file_of(folder: Path, text: str) -> InspectionFile:
    path = folder / "kiem-tra.yaml"
    path.write_text(text, "utf-8")
    return read_inspection_file(path)


def refused(folder: Path, text: str) -> str:
    with pytest.raises(Refusal) as told:
        file_of(folder, text)
    return str(told.value)


@pytest.fixture
def documented(tmp_path: Path) -> InspectionFile:
    """The whole file that the guide shows."""
    example = re.search(r"```yaml\n(.*?)```", HOW_TO.read_text("utf-8"), re.DOTALL)
    assert example is not None
    return file_of(tmp_path, example[1])


def test_the_file_of_the_guide_is_read_whole(documented: InspectionFile) -> None:
    assert documented.plan == Paper("12/KH-UBND", date(2023, 1, 10), "UBND tỉnh An Bình", "về kiểm tra CCHC năm 2023")
    assert documented.decision is not None
    assert documented.decision.on == date(2023, 5, 4)
    assert documented.delegation is not None
    assert documented.delegation.members[1] == Person("Lê Thị Cúc", "Chuyên viên Sở Tư pháp")
    assert documented.units == (COMMUNE, DISTRICT)
    assert documented.period == Period(date(2023, 1, 1), date(2023, 6, 30), date(2023, 7, 27))
    assert documented.conference == Meeting(
        datetime(2023, 7, 27, 13, 30, tzinfo=VIETNAM), "trụ sở UBND huyện Sông Tiền"
    )
    assert (documented.observed[0].domain, documented.observed[0].kind) == (Domain.PROCEDURES, Kind.LIMITATION)
    assert [e.do for e in documented.edits] == [Do.REWORD, Do.MERGE_INTO, Do.LEAVE_OUT]
    assert documented.explanations[0].accepted
    assert documented.conclusions[0].in_place_of == "agreed"


def test_a_month_leaves_the_day_of_the_notice_blank(documented: InspectionFile, tmp_path: Path) -> None:
    assert (documented.number, documented.on, documented.day_blank) == (None, date(2023, 8, 1), True)
    whole = file_of(tmp_path, "date: 05/8/2023\nnumber: 12")
    assert (whole.number, whole.on, whole.day_blank) == (12, date(2023, 8, 5), False)


def test_an_empty_file_leaves_everything_blank(tmp_path: Path) -> None:
    assert file_of(tmp_path, "") == InspectionFile("kiem-tra.yaml")
    assert file_of(tmp_path, "number:\nplan:\nedits:\n") == InspectionFile("kiem-tra.yaml")


def test_a_code_keeps_its_leading_zeros_and_a_no_stays_a_word(tmp_path: Path) -> None:
    told = file_of(tmp_path, "units: [00123, 84.10, no]")
    assert told.units == ("00123", "84.10", "no")


@pytest.mark.parametrize(
    ("text", "place", "told"),
    [
        ("agence: x", "dòng 1, mục “agence”", "agency"),
        ("place: x\nplace: y", "dòng 2, mục “place”", "hai lần"),
        ("number: mười", "mục “number”", "“mười” không phải là số nguyên"),
        ("number: 0", "mục “number”", "số nguyên từ 1"),
        ("date: 31/02/2023", "mục “date”", "“31/02/2023” không phải là ngày"),
        ("date: 13/2023", "mục “date”", "13/01/2023"),
        ("plan:\n  number: 1/KH\n  date: hôm qua\n  issuer: x", "dòng 3, mục “plan.date”", "không phải là ngày"),
        ("plan:\n  number: 1/KH\n  issuer: x", "mục “plan.date”", "còn thiếu"),
        ("plan: 09/KH-UBND", "dòng 1, mục “plan”", "tên: giá trị"),
        ("period: {from: 2023-01-01}", "mục “period.to”", "còn thiếu"),
        ("closing_conference: {at: 27/7/2023}", "mục “closing_conference.at”", "27/7/2023 13:30"),
        ("recipients: UBND tỉnh", "mục “recipients”", "danh sách"),
        ("recipients: [UBND tỉnh, {a: b}]", "mục “recipients[2]”", "dòng chữ"),
        ("place: [x]", "mục “place”", "dòng chữ"),
        (
            "observed:\n  - unit: a\n    domain: procedure\n    kind: limitation\n    text: x",
            "dòng 3, mục “observed[1].domain”",
            "procedures",
        ),
        ("observed: [{unit: a, domain: digital, kind: conclusion, text: x}]", "observed[1].kind", "strength"),
        ("written: [{unit: a, domain: digital, kind: strength}]", "written[1].text", "còn thiếu"),
        (EDIT.format(do="delete", more=""), "edits[1].do", "leave_out"),
        (EDIT.format(do="reword", more=""), "edits[1].text", "còn thiếu"),
        (EDIT.format(do="merge_into", more=""), "edits[1].into", "còn thiếu"),
        (EDIT.format(do="leave_out", more="    text: x"), "dòng 5, mục “edits[1].text”", "reword"),
        (EDIT.format(do="leave_out", more="    into: x"), "edits[1].into", "merge_into"),
        ("edits: [{statement: a/b/c, do: leave_out}]", "edits[1].reason", "còn thiếu"),
        ("explanations: [{unit: a, rule: B, text: x, accepted: maybe}]", "explanations[1].accepted", "true"),
        ("explanations: [{unit: a, rule: B, text: x, accepted: true}]", "explanations[1].reason", "còn thiếu"),
        ("conclusions: [{in_place_of: agreed}]", "conclusions[1].text", "còn thiếu"),
    ],
)
def test_a_mistake_is_told_with_file_line_entry_and_what_would_be_right(
    tmp_path: Path, text: str, place: str, told: str
) -> None:
    sentence = refused(tmp_path, text)
    assert sentence.startswith("kiem-tra.yaml, dòng ")
    assert place in sentence
    assert told in sentence
    assert "\n" not in sentence


@pytest.mark.parametrize("content", [b"a: [", b"\xff\xfe\x00", b"a: b: c"])
def test_what_is_no_yaml_is_refused_in_one_sentence(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "kiem-tra.yaml"
    path.write_bytes(content)
    with pytest.raises(Refusal, match=r"kiem-tra\.yaml") as told:
        read_inspection_file(path)
    assert "\n" not in str(told.value)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match=r"khong-co\.yaml"):
        read_inspection_file(tmp_path / "khong-co.yaml")


def test_a_refused_explanation_needs_no_reason(tmp_path: Path) -> None:
    told = file_of(tmp_path, "explanations: [{unit: a, rule: B, text: x, accepted: false}]")
    assert not told.explanations[0].accepted


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("observed: [{unit: 84.01.08, domain: digital, kind: strength, text: x}]", "84.01.07"),
        ("visits:\n  - unit: xa-la", "84.01"),
        ("explanations: [{unit: 84.01, rule: TTHC-41, text: x, accepted: false}]", "TTHC-014"),
    ],
)
def test_names_of_units_and_rules_that_are_not_there_are_refused_with_those_like_them(
    tmp_path: Path, text: str, told: str
) -> None:
    with pytest.raises(Refusal, match=re.escape(told)):
        check_names(file_of(tmp_path, text), [COMMUNE, DISTRICT], ["TTHC-014", "SO-001"])


def test_known_names_pass(documented: InspectionFile) -> None:
    check_names(documented, [COMMUNE, DISTRICT], ["TTHC-014"])
    with pytest.raises(Refusal):
        check_names(documented, [COMMUNE], ["TTHC-014"])


@given(st.dates())
def test_a_day_is_read_in_each_way_it_is_written(on: date) -> None:
    year = f"{on.year:04d}"
    for text in (
        f"{year}-{on.month:02d}-{on.day:02d}",
        f"{on.day}/{on.month}/{year}",
        f"{on.day:02d}-{on.month}-{year}",
    ):
        assert read_day(text) == on


@given(st.datetimes())
def test_a_moment_is_read_to_the_minute_in_vietnam(at: datetime) -> None:
    text = f"{at.day}/{at.month}/{at.year:04d} {at.hour}:{at.minute:02d}"
    assert read_moment(text) == at.replace(second=0, microsecond=0, tzinfo=VIETNAM)


@given(st.text(max_size=20))
def test_no_text_breaks_the_reading_of_days(text: str) -> None:
    for read in (read_day(text), read_moment(text)):
        assert read is None or read.year >= 1


def test_names_like_the_wrong_one_come_first() -> None:
    assert near("TTHC-14", ["SO-001", "TTHC-014", "TTHC-020"]).startswith("TTHC-014")
    assert near("x", []) == "—"
