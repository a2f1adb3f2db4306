"""Promises of what an inspection's file changes by hand."""

import re
from dataclasses import replace

import pytest

from motcua.inspection.edits import Change, ChangeKind, edited
from motcua.inspection.entries import Where
from motcua.inspection.inspection_file import Added, Do, Edit, Explanation, HeadSays, InspectionFile
from motcua.inspection.rule import Domain
from motcua.inspection.statements import Conclusion, Kind
from motcua.language import Refusal
from tests.inspection.findings_samples import COMMUNE, DISTRICT, said, sample, verdict

AT = Where("kiem-tra.yaml", 7, "edits[1].statement")
LETTERS = f"{COMMUNE}/limitation/TTHC-014"
PAYMENT = f"{COMMUNE}/limitation/TTHC-020"


def edit(statement: str, do: Do, text: str = "", into: str = "") -> Edit:
    return Edit(statement, do, text, into, "Vì sao", AT)


def edits(*own: Edit) -> InspectionFile:
    return InspectionFile("kiem-tra.yaml", edits=own)


def excuse(rule: str, unit_id: str = COMMUNE, accepted: bool = True) -> InspectionFile:
    told = Explanation(unit_id, rule, "Tạm dừng chờ thuế", accepted, "Đã xem thông báo thuế", AT)
    return InspectionFile("kiem-tra.yaml", explanations=(told,))


def texts(conclusion: Conclusion) -> dict[str, str]:
    return {s.name: s.text for s in conclusion.statements}


def refused(file: InspectionFile) -> str:
    with pytest.raises(Refusal) as told:
        edited(sample(), file)
    return str(told.value)


def test_without_a_file_nothing_changes() -> None:
    assert edited(sample(), None) == (sample(), ())
    assert edited(sample(), InspectionFile("kiem-tra.yaml")) == (sample(), ())


def test_a_reworded_statement_keeps_its_verdicts() -> None:
    told, changes = edited(sample(), edits(edit(LETTERS, Do.REWORD, "Thư xin lỗi gửi chậm")))
    before = sample().statements[0]
    assert told.statements[0] == replace(before, text="Thư xin lỗi gửi chậm")
    assert changes == (Change(ChangeKind.REWORDED, LETTERS, before.text, "Thư xin lỗi gửi chậm", "Vì sao"),)


def test_a_statement_left_out_is_listed_and_its_verdict_stays() -> None:
    told, changes = edited(sample(), edits(edit(LETTERS, Do.LEAVE_OUT)))
    assert set(texts(sample())) - set(texts(told)) == {LETTERS}
    assert told.verdicts == sample().verdicts
    assert [(c.kind, c.statement, c.after) for c in changes] == [(ChangeKind.LEFT_OUT, LETTERS, "")]


def test_a_merged_statement_goes_on_in_the_other_with_its_verdicts() -> None:
    told, changes = edited(sample(), edits(edit(PAYMENT, Do.MERGE_INTO, into=LETTERS)))
    joined = "03/10 hồ sơ quá hạn không có thư xin lỗi; thanh toán trực tuyến chưa đạt 30%"
    assert PAYMENT not in texts(told)
    assert texts(told)[LETTERS] == joined
    assert [v.rule.code for v in told.statements[0].verdicts] == ["TTHC-014", "TTHC-020"]
    assert [(c.kind, c.statement, c.after) for c in changes] == [(ChangeKind.MERGED, PAYMENT, joined)]


def test_a_merge_may_bring_its_own_words() -> None:
    told, _ = edited(sample(), edits(edit(PAYMENT, Do.MERGE_INTO, "Cả hai chưa đạt", LETTERS)))
    assert texts(told)[LETTERS] == "Cả hai chưa đạt"


@pytest.mark.parametrize(
    ("file", "told"),
    [
        (edits(edit(f"{COMMUNE}/limitation/TTHC-041", Do.LEAVE_OUT)), LETTERS),
        (edits(edit(LETTERS, Do.MERGE_INTO, into=f"{COMMUNE}/limitation/TTHC-02")), PAYMENT),
        (edits(edit(LETTERS, Do.LEAVE_OUT), edit(LETTERS, Do.REWORD, "x")), "một mục trước"),
        (edits(edit(LETTERS, Do.MERGE_INTO, into=f"{DISTRICT}/limitation/TTHC-014")), "không cùng đơn vị"),
        (edits(edit(LETTERS, Do.MERGE_INTO, into=PAYMENT), edit(PAYMENT, Do.LEAVE_OUT)), "chọn câu còn lại"),
        (edits(edit(LETTERS, Do.MERGE_INTO, into=LETTERS)), "chọn câu còn lại"),
        (excuse("SO-001"), "TTHC-014"),
        (excuse("TTHC-020", DISTRICT), "TTHC-014"),
        (InspectionFile("k.yaml", conclusions=(HeadSays("x", "agree", AT),)), "agreed"),
    ],
)
def test_a_change_of_what_did_not_come_out_is_refused_with_names_like_it(file: InspectionFile, told: str) -> None:
    sentence = refused(file)
    assert "kiem-tra.yaml, dòng 7" in sentence
    assert re.search(re.escape(told), sentence)


def test_an_accepted_explanation_takes_the_limitation_and_its_own_recommendation_along() -> None:
    told, changes = edited(sample(), excuse("TTHC-014"))
    gone = {LETTERS, f"{COMMUNE}/recommendation/apology"}
    assert set(texts(sample())) - set(texts(told)) == gone
    assert told.verdicts == sample().verdicts
    assert {(c.kind, c.statement, c.reason) for c in changes} == {
        (ChangeKind.EXPLAINED, name, "Đã xem thông báo thuế") for name in gone
    }


def test_a_recommendation_that_another_finding_calls_for_stays() -> None:
    letters, late = verdict("TTHC-014"), verdict("TTHC-001")
    both = said(letters, Kind.RECOMMENDATION, "Trả đúng hẹn", late, key="in_time")
    limit = said(letters, Kind.LIMITATION, "Chậm")
    told, _ = edited(Conclusion((letters, late), (limit, both)), excuse("TTHC-014"))
    assert told.statements == (replace(both, verdicts=(late,)),)


def test_a_praise_beside_an_excused_limitation_stays() -> None:
    letters = verdict("TTHC-014")
    praise = said(letters, Kind.STRENGTH, "Phần lớn đúng hẹn")
    told, _ = edited(Conclusion((letters,), (praise, said(letters, Kind.LIMITATION, "Chậm"))), excuse("TTHC-014"))
    assert told.statements == (praise,)


def test_an_explanation_that_is_not_accepted_changes_nothing() -> None:
    assert edited(sample(), excuse("TTHC-014", accepted=False)) == (sample(), ())


def test_what_was_seen_or_written_is_added_and_listed() -> None:
    seen = Added(COMMUNE, Domain.PROCEDURES, Kind.LIMITATION, "Chưa có ghế chờ", AT)
    wrote = Added(DISTRICT, Domain.DIGITAL, Kind.RECOMMENDATION, "Nâng cấp đường truyền", AT)
    told, changes = edited(sample(), InspectionFile("kiem-tra.yaml", observed=(seen,), written=(wrote,)))
    added = {name: text for name, text in texts(told).items() if name not in texts(sample())}
    assert added == {
        f"{COMMUNE}/limitation/observed_1": "Chưa có ghế chờ",
        f"{DISTRICT}/recommendation/written_1": "Nâng cấp đường truyền",
    }
    assert [(c.kind, c.statement) for c in changes] == [
        (ChangeKind.OBSERVED, f"{COMMUNE}/limitation/observed_1"),
        (ChangeKind.WRITTEN, f"{DISTRICT}/recommendation/written_1"),
    ]


def test_the_head_replaces_a_conclusion_or_adds_after_the_others() -> None:
    says = (HeadSays("Thống nhất", "agreed", AT), HeadSays("Báo cáo", "", AT), HeadSays("Tập huấn", "", AT))
    told, changes = edited(sample(), InspectionFile("kiem-tra.yaml", conclusions=says))
    assert [s.text for s in told.statements if s.kind is Kind.CONCLUSION] == [
        "Thống nhất",
        "Khắc phục các hạn chế",
        "Báo cáo",
        "Tập huấn",
    ]
    assert [(c.statement, c.before) for c in changes] == [
        ("/conclusion/agreed", "Thống nhất với kết quả kiểm tra"),
        ("/conclusion/head_1", ""),
        ("/conclusion/head_2", ""),
    ]
