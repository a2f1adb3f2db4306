"""What is promised of declared figures: they stand beside computed ones, and alone they prove nothing."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from xlsxwriter import Workbook

from motcua.cli.findings_table import figures_of, question_of
from motcua.evidence.tables import MEASURES
from motcua.inspection.annexes import annexes
from motcua.inspection.catalogue import rules
from motcua.inspection.engine import Inspection
from motcua.inspection.output import write_all
from motcua.inspection.period import Period
from motcua.inspection.programme import default_programme
from motcua.inspection.sentences import sentences
from motcua.inspection.statements import conclude
from motcua.inspection.verdict import Outcome
from motcua.inspection.wording import worded
from motcua.printing import Table
from tests.evidence.importing.office import AS_OF, bring, office, stored
from tests.inspection.paper import engine_of

SPRING = Period.of(date(2023, 1, 1), date(2023, 6, 30))
WARD = "ward-12"
HEADS = "Mã hồ sơ,Lĩnh vực,Hình thức nộp,Ngày tiếp nhận,Ngày hẹn trả,Ngày giải quyết xong,Đơn vị"
EVERY_DECLARED = [rule.code for rule in rules() if rule.declared]


def dossiers(late: int, of: int) -> str:
    lines = [
        f"H20.17.23-230601-{n:04},Chứng thực,{('Trực tiếp', 'Trực tuyến')[n % 2]},"
        f"01/06/2023,05/06/2023,{'06' if n <= late else '02'}/06/2023,{WARD}"
        for n in range(1, of + 1)
    ]
    return "\n".join([HEADS, *lines, ""])


def declared(folder: Path, *rows: tuple[str, Any]) -> None:
    """The unit's own report as a spreadsheet: what, and the share as a cell or a text."""
    book = Workbook(folder / "bao-cao.xlsx")
    sheet = book.add_worksheet("Số liệu báo cáo")
    sheet.write_row(0, 0, ["Đơn vị", "Chỉ tiêu", "Từ ngày", "Đến ngày", "Tỷ lệ"])
    for line, (name, share) in enumerate(rows, 1):
        sheet.write_row(line, 0, [WARD, name, "01/01/2023", "30/06/2023"])
        sheet.write(line, 4, share, book.add_format({"num_format": "0.00%"}) if isinstance(share, float) else None)
    book.close()


def imported(tmp_path: Path, *rows: tuple[str, Any], **files: str) -> Path:
    source = office(tmp_path / "source", **files)
    declared(source, *rows)
    bring(source, tmp_path / "snapshot")
    return tmp_path / "snapshot"


def inspection(snapshot: Path) -> Inspection:
    return Inspection.open(engine_of(snapshot), SPRING, [WARD])


def test_every_measure_of_the_contract_stands_beside_a_rule() -> None:
    assert sorted(MEASURES) == sorted(rule.declared for rule in rules() if rule.declared)


@pytest.mark.parametrize(
    ("written", "measure"),
    [
        ("Tỷ lệ hồ sơ đúng hạn", "on_time_share"),
        ("TỶ LỆ HỒ SƠ GIẢI QUYẾT ĐÚNG HẠN", "on_time_share"),
        ("Ty le thanh toan truc tuyen", "online_payment_share"),
        ("Tỷ lệ hồ sơ nộp trực tuyến", "online_filing_share"),
        ("Tỷ lệ văn bản ký số", "signed_share"),
        ("signed_share", "signed_share"),
        ("Tỷ lệ hài lòng", "Tỷ lệ hài lòng"),
    ],
)
def test_measures_are_understood_in_vietnamese_and_others_kept_as_written(
    tmp_path: Path, written: str, measure: str
) -> None:
    snapshot = imported(tmp_path, (written, "97,82%"))

    assert [row["measure"] for row in stored(snapshot, "declared_figure")] == [measure]


@pytest.mark.parametrize("share", ["97,82%", "97,82", 0.9782])
def test_the_sentence_sets_the_units_figure_beside_the_computed_one(tmp_path: Path, share: object) -> None:
    snapshot = imported(tmp_path, ("Tỷ lệ hồ sơ đúng hạn", share), ho_so=dossiers(late=1, of=20))
    rule = [rule for rule in rules() if rule.code == "TTHC-029"]
    said = conclude(inspection(snapshot), rule, default_programme()).statements
    texts = {str(statement.kind): statement.text for statement in said if statement.key == "TTHC-029"}

    assert texts["limitation"] == (
        "01/20 hồ sơ trễ hạn, quá hạn (Chứng thực) (đơn vị báo cáo đúng hạn 97,82%; tính từ hồ sơ 95%)"
    )


def test_terminal_report_and_findings_show_both_figures(tmp_path: Path) -> None:
    snapshot = imported(tmp_path, ("Tỷ lệ hồ sơ nộp trực tuyến", "97,82%"), ho_so=dossiers(late=0, of=20))
    run = inspection(snapshot)
    programme = default_programme()
    conclusion = conclude(run, [rule for rule in rules() if rule.code in EVERY_DECLARED], programme)
    write_all(tmp_path / "out", conclusion, run, programme, None, at=AS_OF, run={})
    (found,) = [v for v in json.loads((tmp_path / "out" / "findings.json").read_text())["verdicts"] if v["declared"]]
    (shown,) = [figures_of(v) for v in conclusion.verdicts if v.declared]

    assert (found["rule"], found["declared"]) == (
        "CQS-004",
        [{"value": 97.82, "numerator": None, "denominator": None}],
    )
    assert shown == "10/20 = 50%\nbáo cáo 97,82%"
    assert "97,82%" in (tmp_path / "out" / "report.html").read_text()


def test_a_figure_without_records_is_declared_not_proven(tmp_path: Path) -> None:
    snapshot = imported(tmp_path, ("Tỷ lệ văn bản ký số", "97,82%"), ho_so=dossiers(late=0, of=20))
    run = inspection(snapshot)
    programme = default_programme()
    conclusion = conclude(run, [rule for rule in rules() if rule.code in EVERY_DECLARED], programme)
    listed = sentences(conclusion.statements, programme, run.inspected)
    (signing,) = [v for v in conclusion.verdicts if v.rule.code == "CQS-001"]
    _, second = annexes(conclusion.verdicts, listed, [], run, programme)
    write_all(tmp_path / "out", conclusion, run, programme, None, at=AS_OF, run={})
    rows = [row for block in second.body if isinstance(block, Table) for row in block.rows]

    assert signing.outcome is Outcome.NOT_ASSESSABLE
    assert not [s for s in conclusion.statements if s.key == "CQS-001"]
    assert ("UBND Phường 12", "CQS-001", signing.rule.title.vi, "97,82%") in rows
    assert question_of(signing) == f"{signing.rule.title.vi} · báo cáo 97,82%, chưa có hồ sơ chứng minh"
    assert "97,82% (chưa có hồ sơ chứng minh)" in (tmp_path / "out" / "report.html").read_text()


def test_a_verdict_that_nothing_decided_says_so_in_its_sentence(tmp_path: Path) -> None:
    snapshot = imported(tmp_path, ("Tỷ lệ văn bản ký số", "97,82%"))
    (rule,) = [rule for rule in rules() if rule.code == "CQS-001"]
    (verdict,) = inspection(snapshot).verdicts(rule)

    assert worded("Văn bản ký số", verdict, 2) == "Văn bản ký số (đơn vị báo cáo 97,82%; chưa có hồ sơ chứng minh)"
