"""Promises of the sentences of a notice."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.inspection.programme import Grouping
from motcua.inspection.rule import Domain
from motcua.inspection.sentences import lowered, sentences, sheet_name
from motcua.inspection.statements import Kind, Statement
from tests.inspection.findings_samples import COMMUNE, DISTRICT, clauses, programme, sample


def texts(kind: Kind, count: int, **terms: Any) -> list[str]:
    return [s.text for s in sentences(clauses(kind, count), programme(**terms), [COMMUNE])]


def test_statements_in_no_group_stay_apart_while_there_is_room() -> None:
    assert texts(Kind.STRENGTH, 3, longest_list=3) == ["Câu 1.", "Câu 2.", "Câu 3."]


def test_what_is_too_much_for_a_list_is_joined_into_its_last_sentences() -> None:
    assert texts(Kind.RECOMMENDATION, 5, longest_list=4) == ["Câu 1.", "Câu 2.", "Câu 3.", "Câu 4; câu 5."]


def test_a_group_is_one_sentence_behind_its_opening() -> None:
    group = Grouping(("A-1", "A-3"), "Còn thiếu sót")
    assert texts(Kind.LIMITATION, 3, limitations=[group]) == ["Còn thiếu sót, như: câu 1; câu 3.", "Câu 2."]


def test_a_group_of_which_one_clause_came_out_names_no_examples() -> None:
    group = Grouping(("A-2", "A-9"), "Còn thiếu sót")
    assert texts(Kind.LIMITATION, 2, limitations=[group]) == ["Câu 1.", "Còn thiếu sót: câu 2."]


def test_a_group_without_an_opening_joins_its_clauses() -> None:
    assert texts(Kind.STRENGTH, 2, strengths=[Grouping(("A-2", "A-1"))]) == ["Câu 1; câu 2."]


def test_recommendations_are_grouped_by_their_slugs() -> None:
    made = replace(programme(longest_list=5), recommended=[Grouping(("A-3", "A-1"))])
    told = sentences(clauses(Kind.RECOMMENDATION, 3), made, [COMMUNE])
    assert [s.text for s in told] == ["Câu 1; câu 3.", "Câu 2."]


def test_groups_of_limitations_say_nothing_of_strengths() -> None:
    assert texts(Kind.STRENGTH, 2, limitations=[Grouping(("A-2", "A-1"))]) == ["Câu 1.", "Câu 2."]


def test_what_is_joined_to_an_opening_is_not_said_under_it() -> None:
    group = Grouping(("A-1", "A-2"), "Còn thiếu sót")
    assert texts(Kind.LIMITATION, 4, limitations=[group], longest_list=1) == [
        "Còn thiếu sót, như: câu 1; câu 2. Câu 3; câu 4."
    ]


def test_clauses_with_semicolons_of_their_own_are_joined_as_sentences() -> None:
    own = [
        Statement(COMMUNE, Domain.DIGITAL, Kind.STRENGTH, str(n), text)
        for n, text in enumerate(["Đã lập sổ (hộ tịch; đất đai)", "Đã ký số", "Đã báo cáo"])
    ]
    made = sentences(own, programme(longest_list=1), [COMMUNE])
    assert [s.text for s in made] == ["Đã lập sổ (hộ tịch; đất đai). Đã ký số; đã báo cáo."]


def test_groups_stay_alone_while_others_share_the_room_left() -> None:
    group = Grouping(("A-2",), "Còn thiếu sót")
    assert texts(Kind.LIMITATION, 4, limitations=[group], longest_list=2) == [
        "Câu 1; câu 3; câu 4.",
        "Còn thiếu sót: câu 2.",
    ]


@given(
    count=st.integers(1, 20),
    longest=st.integers(1, 6),
    groups=st.lists(st.tuples(st.sets(st.integers(1, 20), min_size=1), st.sampled_from(["", "Lời mở"])), max_size=4),
)
def test_no_list_is_too_long_and_no_clause_is_lost(
    count: int, longest: int, groups: list[tuple[set[int], str]]
) -> None:
    grouped = [Grouping(tuple(f"A-{n}" for n in sorted(members)), lead) for members, lead in groups]
    given_ = clauses(Kind.LIMITATION, count)
    made = sentences(given_, programme(limitations=grouped, longest_list=longest), [COMMUNE])
    assert len(made) <= longest
    assert sorted(s.name for one in made for s in one.statements) == sorted(s.name for s in given_)
    for one in made:
        assert all(s.text.lower() in one.text.lower() for s in one.statements)
        assert one.text.endswith(".")


def test_sentences_are_numbered_as_they_are_printed() -> None:
    made = sentences(tuple(reversed(sample().statements)), programme(), [COMMUNE, DISTRICT])
    assert [(s.ref, s.unit_id, s.domain, s.kind) for s in made] == [
        ("1", COMMUNE, Domain.PROCEDURES, Kind.LIMITATION),
        ("2", COMMUNE, Domain.PROCEDURES, Kind.LIMITATION),
        ("3", COMMUNE, Domain.PROCEDURES, Kind.RECOMMENDATION),
        ("4", COMMUNE, Domain.PROCEDURES, Kind.RECOMMENDATION),
        ("5", COMMUNE, Domain.PROCEDURES, Kind.RECOMMENDATION),
        ("6", COMMUNE, Domain.DIGITAL, Kind.STRENGTH),
        ("7", DISTRICT, Domain.PROCEDURES, Kind.LIMITATION),
        ("8", "", None, Kind.CONCLUSION),
        ("9", "", None, Kind.CONCLUSION),
    ]


def test_the_conclusions_of_the_head_are_never_joined() -> None:
    own = [Statement("", None, Kind.CONCLUSION, f"k{n}", f"Điểm {n}") for n in range(8)]
    assert len(sentences(own, programme(longest_list=2), [])) == 8


def test_a_sentence_ends_with_one_full_stop_and_keeps_an_ellipsis() -> None:
    own = [
        Statement(COMMUNE, Domain.DIGITAL, Kind.STRENGTH, str(n), text)
        for n, text in enumerate(["Đủ", "Đủ.", "Đủ;", "Đủ,..."])
    ]
    assert [s.text for s in sentences(own, programme(), [COMMUNE])] == ["Đủ.", "Đủ.", "Đủ.", "Đủ,..."]


@pytest.mark.parametrize(
    ("clause", "inside"),
    [
        ("Chưa niêm yết đủ", "chưa niêm yết đủ"),
        ("Đã số hóa", "đã số hóa"),
        ("UBND xã chưa báo cáo", "UBND xã chưa báo cáo"),
        ("TTHC chưa số hóa", "TTHC chưa số hóa"),
        ("Cổng Dịch vụ công chưa nối", "Cổng Dịch vụ công chưa nối"),
        ("Chủ tịch UBND xã chỉ đạo", "chủ tịch UBND xã chỉ đạo"),
        ("Còn TTHC chưa niêm yết", "còn TTHC chưa niêm yết"),
        ("iDesk chưa dùng", "iDesk chưa dùng"),
        ("03/10 hồ sơ quá hạn", "03/10 hồ sơ quá hạn"),
        ("", ""),
    ],
)
def test_a_clause_inside_a_sentence_begins_small_unless_it_begins_with_a_name(clause: str, inside: str) -> None:
    assert lowered(clause) == inside


@given(code=st.text(max_size=20), unit_id=st.text(max_size=40))
def test_every_sheet_name_fits_a_workbook(code: str, unit_id: str) -> None:
    name = sheet_name(code, unit_id)
    assert 0 < len(name) <= 31
    assert not set(name) & set("[]:*?/\\'")


def test_sheet_names_of_long_or_odd_units_stay_apart() -> None:
    names = {sheet_name("TTHC-014", f"một đơn vị có mã rất dài {n}") for n in range(50)}
    names |= {sheet_name("TTHC-014", unit) for unit in ("a/b", "a:b", "a b")}
    assert len(names) == 53


def test_a_short_sheet_name_is_read_as_rule_and_unit() -> None:
    assert sheet_name("TTHC-014", "84.01.07") == "TTHC-014 84.01.07"
