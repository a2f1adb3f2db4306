"""What is promised of the check workbook: it is read back whole, and its answers decide where records are silent."""

import re
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from motcua.evidence.readers.profile import load_profile
from motcua.evidence.tables import SAMPLE_ITEMS
from motcua.inspection.catalogue import rules
from motcua.inspection.check_workbook import ANSWERS, HEADS_AT, ITEMS, KNOWN, NOTE
from motcua.inspection.engine import Inspection
from motcua.inspection.programme import default_programme
from motcua.inspection.statements import Conclusion, Kind, conclude
from motcua.inspection.verdict import Outcome, Tally
from tests.evidence.importing.office import rejected, stored
from tests.inspection.paper import (
    SIZE,
    SPRING,
    WARD,
    bring_back,
    cells,
    dossier_id,
    engine_of,
    fill,
    silent,
    store,
    workbook,
)

BY_PAPER = ("TTHC-006", "TTHC-010", "TTHC-011", "TTHC-012", "TTHC-019", "TTHC-020", "TTHC-021", "TTHC-022")
KEPT = ITEMS["original_kept"].heading


def concluded(snapshot: Path, *codes: str) -> Conclusion:
    run = Inspection.open(engine_of(snapshot), SPRING, [WARD])
    return conclude(run, [rule for rule in rules() if rule.code in codes], default_programme())


def limited(conclusion: Conclusion, code: str) -> str:
    (text,) = [s.text for s in conclusion.statements if s.kind is Kind.LIMITATION and s.key == code]
    return text


def tallies(conclusion: Conclusion) -> dict[str, Tally]:
    return {verdict.rule.code: verdict.tally for verdict in conclusion.verdicts}


@pytest.fixture
def old(tmp_path: Path) -> Path:
    return store(tmp_path / "old", silent())


def test_every_item_has_a_real_drop_down_over_every_drawn_dossier(old: Path) -> None:
    _, content = workbook(old, n=12)
    with ZipFile(BytesIO(content)) as book:
        xml = book.read("xl/worksheets/sheet1.xml").decode()

    lists = re.findall(r'<dataValidation type="list"[^>]*sqref="([A-Z]+)(\d+):([A-Z]+)(\d+)"><formula1>([^<]*)<', xml)
    columns = [chr(ord("A") + len(KNOWN) + place) for place in range(len(ITEMS))]
    assert [(first, last) for first, _, last, _, _ in lists] == [(column, column) for column in columns]
    assert {(top, bottom) for _, top, _, bottom, _ in lists} == {(str(HEADS_AT + 2), str(HEADS_AT + 13))}
    assert {formula.replace("&quot;", '"') for *_, formula in lists} == {'"Có,Không,Không rõ"'}


def test_the_workbook_asks_every_item_under_the_heading_that_its_profile_reads(old: Path) -> None:
    heads = cells(workbook(old)[1])[HEADS_AT]
    feeds = [feed for feed in load_profile("check-workbook").feeds if feed.table == "sample_check"]
    read = {str(feed.constants["item"]): feed.columns["verdict"] for feed in feeds}

    assert tuple(ITEMS) == SAMPLE_ITEMS
    assert read == {name: (item.heading,) for name, item in ITEMS.items()}
    assert heads == [*(text for text, _ in KNOWN), *(item.heading for item in ITEMS.values()), NOTE.heading]
    assert all(len(item.guide) <= 255 for item in [*ITEMS.values(), NOTE])


def test_the_workbook_names_dossier_and_procedure_but_no_person(old: Path) -> None:
    drawn, content = workbook(old)
    rows = cells(content)
    codes = [row[2] for row in rows[HEADS_AT + 1 :]]

    assert codes == sorted(row["dossier_id"] for row in drawn.dossiers)
    assert {row[3] for row in rows[HEADS_AT + 1 :]} == {"Chứng thực bản sao từ bản chính"}
    assert {row[4] for row in rows[HEADS_AT + 1 :]} == {"Chứng thực"}
    assert "0123456789abcdef" not in repr(rows)
    assert rows[1][0] == "UBND Phường 12: rút 30 trong 60 hồ sơ"


def test_an_empty_workbook_brings_the_sample_and_no_answer(old: Path, tmp_path: Path) -> None:
    report = bring_back(old, fill(workbook(old)[1], {}, tmp_path / "phieu.xlsx"), tmp_path / "new")

    assert len(stored(tmp_path / "new", "sample")) == 30
    assert {outcome.note.table: outcome.note.stored for outcome in report.outcomes if outcome.note.stored} == {
        "sample": 30
    }
    assert report.rejects is None


def test_each_answer_is_stored_under_its_item_and_empty_cells_are_not(old: Path, tmp_path: Path) -> None:
    drawn, content = workbook(old)
    codes = [row["dossier_id"] for row in drawn.dossiers]
    given = {item.heading: {codes[n]: answer for n, answer in enumerate(ANSWERS)} for item in ITEMS.values()}
    bring_back(old, fill(content, given, tmp_path / "phieu.xlsx"), tmp_path / "new")
    checks = stored(tmp_path / "new", "sample_check")

    expected = {(codes[n], item, v) for n, v in enumerate(("yes", "no", "unclear")) for item in ITEMS}
    assert {(row["dossier_id"], row["item"], row["verdict"]) for row in checks} == expected
    assert len(checks) == len(expected)


def test_a_word_outside_the_list_is_rejected_with_the_accepted_ones(old: Path, tmp_path: Path) -> None:
    drawn, content = workbook(old)
    code = drawn.dossiers[0]["dossier_id"]
    report = bring_back(old, fill(content, {KEPT: {code: "hình như có"}}, tmp_path / "phieu.xlsx"), tmp_path / "new")
    (row,) = rejected(tmp_path / "new")

    assert row[:5] == ["phieu.xlsx", "Phiếu kiểm tra", HEADS_AT + 2, KEPT, "hình như có"]
    assert "có" in row[6] and "không rõ" in row[6]
    assert sum(outcome.note.rejected for outcome in report.outcomes) == 1


def test_paper_decides_where_records_are_silent_and_the_sentence_says_so(old: Path, tmp_path: Path) -> None:
    drawn, content = workbook(old)
    codes = [row["dossier_id"] for row in drawn.dossiers]
    good = dict.fromkeys(codes, "Có")
    bad = {code: "Không" for code in codes[:7]}
    answers = {item.heading: good | bad for name, item in ITEMS.items() if name != "original_kept"}
    answers[KEPT] = dict.fromkeys(codes, "Không") | dict.fromkeys(codes[:7], "Có")
    before = tallies(concluded(old, *BY_PAPER))
    bring_back(old, fill(content, answers, tmp_path / "phieu.xlsx"), tmp_path / "new")
    conclusion = concluded(tmp_path / "new", *BY_PAPER)
    after = tallies(conclusion)

    whole = Tally(breached=7, kept=23, unknown=30, drawn=30)
    assert {
        code: after[code] for code in ("TTHC-006", "TTHC-019", "TTHC-020", "TTHC-021", "TTHC-022")
    } == dict.fromkeys(("TTHC-006", "TTHC-019", "TTHC-020", "TTHC-021", "TTHC-022"), whole)
    assert before["TTHC-006"] == Tally(unknown=SIZE)
    assert limited(conclusion, "TTHC-006").startswith("07/30 hồ sơ chứng thực")
    assert limited(conclusion, "TTHC-006").endswith("(trong số hồ sơ được rút để kiểm tra)")
    assert limited(conclusion, "TTHC-019").endswith("(trong số kết quả của hồ sơ được rút để kiểm tra)")
    assert limited(conclusion, "TTHC-022").endswith("(trong số hồ sơ được rút để kiểm tra)")
    assert all(limited(conclusion, code).count("07/30") == 1 for code in ("TTHC-006", "TTHC-019", "TTHC-022"))


def test_receipts_are_asked_of_paper_only_where_no_record_shows_one(old: Path, tmp_path: Path) -> None:
    drawn, content = workbook(old)
    codes = [row["dossier_id"] for row in drawn.dossiers]
    recorded = {dossier_id(n) for n in range(1, SIZE // 2 + 1)}
    answers = {
        ITEMS["receipt_present"].heading: dict.fromkeys(codes, "Không"),
        ITEMS["components_listed"].heading: dict.fromkeys(codes, "Không"),
    }
    bring_back(old, fill(content, answers, tmp_path / "phieu.xlsx"), tmp_path / "new")
    conclusion = concluded(tmp_path / "new", "TTHC-010", "TTHC-012")
    silent_drawn = len([code for code in codes if code not in recorded])
    receipts_drawn = len(codes) - silent_drawn

    assert 0 < silent_drawn < 30
    assert tallies(conclusion)["TTHC-012"] == Tally(
        breached=silent_drawn, kept=SIZE // 2, unknown=SIZE // 2 - silent_drawn, drawn=silent_drawn
    )
    assert "được rút" not in limited(conclusion, "TTHC-012")  # records and paper together: no note
    assert tallies(conclusion)["TTHC-010"] == Tally(
        breached=receipts_drawn, unknown=SIZE // 2 - receipts_drawn, drawn=receipts_drawn
    )
    assert limited(conclusion, "TTHC-010").endswith("(trong số giấy, phiếu của hồ sơ được rút để kiểm tra)")
    assert limited(conclusion, "TTHC-010").count(f"{receipts_drawn}/{receipts_drawn}") == 1


def test_the_records_own_answer_comes_before_that_of_the_paper(tmp_path: Path) -> None:
    tables = silent()
    old = store(tmp_path / "silent", tables)
    drawn, content = workbook(old)
    first = drawn.dossiers[0]["dossier_id"]
    paper = {"component_no": 1, "procedure_component_no": 1, "kept_original": True}
    tables["dossier_component"] = [{"unit_id": WARD, "dossier_id": first} | paper]
    old = store(tmp_path / "old", tables)
    answers = {KEPT: dict.fromkeys((row["dossier_id"] for row in drawn.dossiers), "Không")}
    bring_back(old, fill(content, answers, tmp_path / "phieu.xlsx"), tmp_path / "new")
    conclusion = concluded(tmp_path / "new", "TTHC-006")

    assert tallies(conclusion)["TTHC-006"] == Tally(breached=1, kept=29, unknown=30, drawn=29)
    assert "được rút" not in limited(conclusion, "TTHC-006")


def test_paper_in_order_meets_the_rule_and_unclear_paper_leaves_it_open(old: Path, tmp_path: Path) -> None:
    drawn, content = workbook(old)
    codes = [row["dossier_id"] for row in drawn.dossiers]
    answers = {
        KEPT: dict.fromkeys(codes, "Không"),
        ITEMS["pages_complete"].heading: dict.fromkeys(codes, "Không rõ"),
    }
    bring_back(old, fill(content, answers, tmp_path / "phieu.xlsx"), tmp_path / "new")
    outcomes = {v.rule.code: v.outcome for v in concluded(tmp_path / "new", "TTHC-006", "TTHC-021").verdicts}

    assert outcomes == {"TTHC-006": Outcome.MET, "TTHC-021": Outcome.NOT_ASSESSABLE}
