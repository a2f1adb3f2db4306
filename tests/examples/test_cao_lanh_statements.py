"""The example says exactly what the notice of 2023 has: its statements, its figures, its lists."""

from collections import Counter

import pytest

from motcua.inspection.catalogue import rules
from motcua.inspection.sentences import sentences
from motcua.inspection.statements import Kind
from tests.examples.cao_lanh import FILE, PROGRAMME, Statements, names
from tests.examples.conftest import Example

FIGURES = {
    "30127/strength/CQS-001": "97,82%",
    "30127/strength/CQS-002": "93,47%",
    "30127/strength/CQS-004": "76,6%",
    "30127/strength/CDDH-002": "04 cuộc",
    "30127/strength/CDDH-003": "03 hình thức",
    "30127/strength/CDDH-005": "02 mô hình",
    "30127/strength/CQS-003": "cấp độ 1",
    "30127/strength/TTHC-038": "07 hoạt động",
    "30127/limitation/CQS-005": "43 hồ sơ",
    "30127/limitation/CQS-006": "còn 15 trong số 16 biểu mẫu",
    "30127/limitation/TTHC-004": "30%",
    "30127/limitation/TTHC-003": "trợ cấp xã hội hằng tháng",
    "30127/recommendation/posting_and_software": "100%",
    "30127/recommendation/residence_archive": "05 ngày",
    "873/strength/CDDH-005": "03 mô hình",
    "873/strength/TCBM-005": "06 trường hợp (viên chức: 05; công chức: 01)",
    "873/strength/CDCV-003": "100%",
    "873/strength/CQS-010": "91 tổ",
    "873/strength/CQS-008": "95%",
    "873/limitation/CDDH-004": "01 tin",
    "873/limitation/CQS-001": "51,6%",
    "873/limitation/TTHC-004": "30%",
    "873/limitation/TTHC-027": "kết hôn có yếu tố nước ngoài",
    "873/recommendation/residence_archive": "05 ngày",
}
UNDIGITISED = ("thành lập hộ kinh doanh", "từ đủ 14 tuổi", "xác định lại dân tộc", "kết hôn có yếu tố nước ngoài")


def text(example: Example, name: str) -> str:
    return next(s.text for s in example.conclusion.statements if s.name == name)


def test_nothing_is_said_that_was_not_planned_and_nothing_planned_is_missing(
    example: Example, planned: Statements
) -> None:
    assert names(example.conclusion) == {name for one in planned.planned for name in one.yields}


def test_all_ninety_seven_ids_of_the_notice_are_mapped_once(planned: Statements) -> None:
    kinds = Counter(one.kind for one in planned.planned)
    assert len(planned.by_id) == len(planned.planned) == 97
    assert kinds == {"strength": 24, "limitation": 29, "recommendation": 33, "conclusion": 9, "frame": 1, "none": 1}


def test_no_statement_belongs_to_two_ids_unless_they_are_one_recommendation(planned: Statements) -> None:
    shared = Counter(name for one in planned.planned for name in one.yields)
    assert {name for name, number in shared.items() if number > 1} == set()


@pytest.mark.parametrize(("name", "figure"), FIGURES.items())
def test_the_figures_of_the_notice_come_out(name: str, figure: str, example: Example) -> None:
    assert figure.lower() in text(example, name).lower()


@pytest.mark.parametrize("kind", UNDIGITISED)
def test_the_four_kinds_of_result_never_digitised_are_named(kind: str, example: Example) -> None:
    assert kind in text(example, "873/limitation/TTHC-032").lower()


def test_no_list_of_the_notice_has_more_than_five_sentences(example: Example) -> None:
    made = sentences(example.conclusion.statements, PROGRAMME, FILE.units)
    lists = Counter((s.unit_id, s.domain, s.kind) for s in made if s.kind is not Kind.CONCLUSION)
    assert max(lists.values()) == 5


def test_both_units_run_on_the_whole_catalogue(example: Example) -> None:
    owed = {(v.rule.code, v.unit_id) for v in example.conclusion.verdicts}
    levels = {unit: example.run.units.get(unit).level for unit in FILE.units}
    assert owed == {
        (rule.code, unit) for rule in rules() for unit in FILE.units if not rule.levels or levels[unit] in rule.levels
    }
