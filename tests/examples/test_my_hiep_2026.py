"""The example of a commune in 2026: each figure was counted by hand, with the days off and the law of that year."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from docx import Document
from python_calamine import CalamineWorkbook

from motcua.evidence.snapshot import open_snapshot
from motcua.inspection.programme import default_programme, read_programme
from motcua.inspection.verdict import Outcome, Verdict
from motcua.law import law
from tests.examples.my_hiep import (
    CIRCULAR_03,
    COMMUNE,
    DECISION_766,
    DECREE_61,
    DECREE_118,
    EXAMPLE,
    HALF_YEAR,
    cited,
    figures,
    inspection,
    run,
    subjects_accused,
    unswapped,
    verdicts_of,
)
from tools.example_my_hiep.__main__ import make

COUNTED = ("TTHC-014", "TTHC-025", "TTHC-042", "TTHC-046", "TTHC-047", "TTHC-050", "TTHC-053", "TTHC-054", "TTHC-056")


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Path:
    to = tmp_path_factory.mktemp("my-hiep") / "snapshot"
    assert run("evidence", "import", EXAMPLE / "records", "--to", to) == 0
    return to


@pytest.fixture(scope="module")
def verdicts(snapshot: Path) -> Mapping[str, Verdict]:
    return verdicts_of(inspection(snapshot, HALF_YEAR, read_programme(EXAMPLE / "programme.yaml")))


@pytest.fixture(scope="module")
def accused(snapshot: Path) -> Mapping[str, set[str]]:
    return subjects_accused(inspection(snapshot, HALF_YEAR, default_programme()), *COUNTED)


def test_the_records_are_what_their_maker_writes(tmp_path: Path) -> None:
    make(tmp_path)

    for made in tmp_path.iterdir():
        assert made.read_bytes() == (EXAMPLE / "records" / made.name).read_bytes(), made.name
    assert sum(f.stat().st_size for f in EXAMPLE.rglob("*") if f.is_file()) < 300_000


def test_all_rows_are_stored_but_the_three_planted_to_be_rejected(snapshot: Path) -> None:
    sources = open_snapshot(snapshot).manifest.sources

    assert {s.file: s.rejected for s in sources if s.rejected} == {"ho-so-mot-cua.xlsx": 1, "thu-phi.csv": 2}
    assert next(s.stored for s in sources if s.table == "dossier") == 154
    assert run("evidence", "check", snapshot) == 0


def test_a_commune_stands_right_under_its_province_and_names_what_became_of_former_ones(snapshot: Path) -> None:
    units = {row["unit_id"]: row for row in pq.read_table(snapshot / "unit.parquet").to_pylist()}
    tree = inspection(snapshot, HALF_YEAR, default_programme()).units

    assert tree.get(COMMUNE).parent_id == "82"
    assert tree.get("82").level == "province"
    assert {unit.level for unit in tree.by_id.values()} == {"province", "commune"}
    assert [code for code, row in units.items() if row["successor_id"] == COMMUNE] == ["30115", "30127"]


def test_a_notice_in_form_05_is_kept_as_a_termination_and_its_dossier_is_neither_late_nor_owed_a_letter(
    snapshot: Path, verdicts: Mapping[str, Verdict]
) -> None:
    slips = pq.read_table(snapshot / "slip.parquet").to_pylist()
    (stopped,) = [row["dossier_id"] for row in slips if row["kind"] == "termination"]

    assert stopped == "H20.99.12-260504-0001"
    assert figures(verdicts["TTHC-029"]) == (4, 151, 0)  # 154 dossiers without this one and two that are not due yet
    assert figures(verdicts["TTHC-014"]) == (3, 4, 0)


def test_promises_are_held_to_the_term_with_saturday_10_january_worked_and_one_into_2027_is_not_guessed(
    verdicts: Mapping[str, Verdict], accused: Mapping[str, set[str]]
) -> None:
    # 88 received with a term: 64 everyday ones and 24 told; on 8 January a 3-day term ends on the 12th, not the 13th
    assert figures(verdicts["TTHC-054"]) == (1, 87, 1)
    assert accused["TTHC-054"] == {"260108-0003"}
    assert cited(verdicts["TTHC-054"]) == [DECREE_118]


def test_a_certification_of_8_january_done_on_the_12th_took_three_working_days_those_over_new_year_and_tet_one(
    verdicts: Mapping[str, Verdict], accused: Mapping[str, set[str]]
) -> None:
    assert figures(verdicts["TTHC-056"]) == (1, 39, 0)  # 36 copies and three transactions
    assert accused["TTHC-056"] == {"260108-0001"}
    assert cited(verdicts["TTHC-056"]) == ["Điều 37 Nghị định số 23/2015/NĐ-CP"]


def test_supplements_count_three_working_days_over_new_year_the_swap_tet_and_the_holidays_of_april(
    verdicts: Mapping[str, Verdict], accused: Mapping[str, set[str]]
) -> None:
    # late: 7 January to the 12th (4 with Saturday), 24 April to 5 May (4); in time: 30/12-6/1, 12-24/2, 16-18/3
    assert figures(verdicts["TTHC-053"]) == (2, 5, 0)
    assert accused["TTHC-053"] == {"260107-0001", "260424-0002"}
    assert cited(verdicts["TTHC-053"]) == [DECREE_118]


def test_after_15_00_the_next_working_day_is_a_worked_saturday_or_the_monday_after_tet(
    verdicts: Mapping[str, Verdict], accused: Mapping[str, set[str]]
) -> None:
    # late: Friday 9 January 15:30 to Monday (Saturday was worked), 13 February 14:00 to the 23rd (not after 15:00)
    assert figures(verdicts["TTHC-046"]) == (2, 88, 0)
    assert accused["TTHC-046"] == {"260109-0004", "260213-0003"}
    assert cited(verdicts["TTHC-046"]) == [DECREE_118]


def test_feedback_has_fifteen_working_days_with_the_worked_saturday_and_without_tet(
    verdicts: Mapping[str, Verdict], accused: Mapping[str, set[str]]
) -> None:
    # PA-02, PA-04 and, still open, PA-05 took 16; PA-01 and PA-03 took 15; PA-06 has time on 1 July
    assert figures(verdicts["TTHC-047"]) == (3, 5, 0)
    assert accused["TTHC-047"] == {"PA-02", "PA-04", "PA-05"}
    assert cited(verdicts["TTHC-047"]) == [DECISION_766]


def test_a_dossier_of_9_january_that_reached_the_portal_on_monday_is_late_by_the_worked_saturday(
    verdicts: Mapping[str, Verdict], accused: Mapping[str, set[str]]
) -> None:
    assert figures(verdicts["TTHC-050"]) == (1, 150, 0)
    assert accused["TTHC-050"] == {"260109-0001"}
    assert cited(verdicts["TTHC-050"]) == [DECISION_766]


def test_a_dossier_of_five_working_days_over_tet_is_not_late_and_one_due_before_tet_done_after_it_is(
    verdicts: Mapping[str, Verdict],
) -> None:
    # late: done 12/1 due 10/1; done 23/2 due 13/2; done 18/3 due 12/3; done 24/3 due 19/3
    assert figures(verdicts["TTHC-029"]) == (4, 151, 0)
    assert dict(verdicts["TTHC-029"].abouts) == {"Đất đai": 2, "Chứng thực": 1, "Hộ tịch": 1}
    assert cited(verdicts["TTHC-029"]) == [DECREE_118]


def test_an_apology_of_2026_is_owed_under_the_decree_of_2025_and_no_longer_under_that_of_2018(
    verdicts: Mapping[str, Verdict], accused: Mapping[str, set[str]]
) -> None:
    assert figures(verdicts["TTHC-014"]) == (3, 4, 0)  # one letter in time, one on the last day, two never
    assert accused["TTHC-014"] == {"260108-0001", "260210-0001", "260309-0001"}
    assert cited(verdicts["TTHC-014"]) == [DECREE_118]


def test_second_supplements_of_2025_and_2026_stand_in_one_verdict_each_under_its_own_decree(
    verdicts: Mapping[str, Verdict], accused: Mapping[str, set[str]]
) -> None:
    assert figures(verdicts["TTHC-042"]) == (2, 154, 0)
    assert accused["TTHC-042"] == {"H20.99.07-250626-0001", "260316-0001"}
    assert cited(verdicts["TTHC-042"]) == [f"khoản 3 Điều 15 {DECREE_61}", DECREE_118]


def test_receipts_of_june_2025_and_of_2026_are_examined_together_each_under_its_own_decree(
    verdicts: Mapping[str, Verdict],
) -> None:
    assert figures(verdicts["TTHC-012"]) == (0, 88, 0)  # settled with a term: 64 everyday, 22 told, 2 of June 2025
    assert cited(verdicts["TTHC-012"]) == [f"Điều 17 {DECREE_61}", DECREE_118]


def test_the_archive_counts_calendar_days_through_tet_and_its_circular_changes_on_29_june(
    verdicts: Mapping[str, Verdict], accused: Mapping[str, set[str]]
) -> None:
    # settled on 13 February, handed over on the 23rd: one working day, ten days
    assert figures(verdicts["TTHC-025"]) == (1, 17, 0)
    assert accused["TTHC-025"] == {"260204-0002"}
    assert cited(verdicts["TTHC-025"]) == ["Thông tư số 53/2025/TT-BCA", "Thông tư số 116/2026/TT-BCA"]


def test_the_tracking_book_of_2026_is_form_07_of_the_circular_of_2025(verdicts: Mapping[str, Verdict]) -> None:
    assert figures(verdicts["TTHC-008"]) == (2, 150, 0)
    assert figures(verdicts["TTHC-007"]) == (3, 145, 0)  # 150 without three open ones and the two not in the book
    assert cited(verdicts["TTHC-008"]) == cited(verdicts["TTHC-007"]) == [CIRCULAR_03]


def test_a_code_of_a_commune_merged_away_is_out_of_series_in_2026(verdicts: Mapping[str, Verdict]) -> None:
    assert figures(verdicts["TTHC-044"]) == (1, 150, 0)
    assert cited(verdicts["TTHC-044"]) == [CIRCULAR_03]


def test_three_results_of_four_digitised_met_the_target_of_2025_but_not_that_of_2026(
    verdicts: Mapping[str, Verdict],
) -> None:
    before = law().values["digitised_results_share"].on(date(2025, 12, 31))
    verdict = verdicts["TTHC-016"]

    assert before is not None
    assert verdict.target is not None
    assert figures(verdict) == (28, 112, 0)
    assert before.value <= 100 * Fraction(84, 112) < verdict.target.value == 80
    assert verdict.outcome is Outcome.BREACHED
    assert cited(verdict) == [DECREE_118]


def test_the_provinces_plan_for_2026_asks_for_more_online_payment_than_the_law_does(
    snapshot: Path, verdicts: Mapping[str, Verdict]
) -> None:
    by_law = verdicts_of(inspection(snapshot, HALF_YEAR, default_programme()), "TTHC-004")["TTHC-004"]
    verdict = verdicts["TTHC-004"]

    assert figures(verdict) == figures(by_law) == (69, 107, 0)  # 38 of 107 online: 35.5%
    assert (by_law.outcome, verdict.outcome) == (Outcome.MET, Outcome.BREACHED)
    assert verdict.target is not None
    assert verdict.target.value == 40
    assert verdict.target.source == "Kế hoạch số 15/KH-UBND ngày 20/01/2026 của UBND tỉnh (giả định)"


def test_sixty_percent_filed_online_is_enough_and_paid_fees_are_counted_under_decision_766(
    verdicts: Mapping[str, Verdict],
) -> None:
    assert figures(verdicts["CQS-004"]) == (60, 150, 0)
    assert verdicts["CQS-004"].outcome is Outcome.MET
    assert figures(verdicts["CQS-005"]) == (69, 107, 0)
    assert cited(verdicts["CQS-005"]) == [DECISION_766]


def test_a_plan_of_2026_that_still_says_modernisation_names_one_domain_too_old(
    verdicts: Mapping[str, Verdict],
) -> None:
    assert figures(verdicts["CDDH-014"]) == (1, 7, 0)
    assert dict(verdicts["CDDH-014"].abouts) == {"Hiện đại hóa hành chính": 1}


def test_dialogues_rest_on_the_law_of_two_levels_and_a_digital_plan_of_february_on_the_decision_before_july(
    verdicts: Mapping[str, Verdict],
) -> None:
    assert verdicts["CDDH-002"].outcome is Outcome.MET
    assert cited(verdicts["CDDH-002"]) == ["Luật Tổ chức chính quyền địa phương số 72/2025/QH15"]
    assert figures(verdicts["CQS-009"]) == (0, 1, 0)
    assert cited(verdicts["CQS-009"]) == ["Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ"]


def test_security_levels_rest_on_the_decree_of_2016_up_to_30_june_and_on_none_the_day_after(
    snapshot: Path, verdicts: Mapping[str, Verdict]
) -> None:
    a_day_more = replace(HALF_YEAR, end=date(2026, 7, 1))
    after = verdicts_of(inspection(snapshot, a_day_more, default_programme()), "CQS-003")["CQS-003"]

    assert figures(verdicts["CQS-003"]) == (0, 1, 0)
    assert cited(verdicts["CQS-003"]) == ["Nghị định số 85/2016/NĐ-CP"]
    assert (after.outcome, figures(after), cited(after)) == (Outcome.NOTHING, (0, 0, 0), [])


def test_without_the_swap_of_january_the_same_records_would_be_judged_otherwise(snapshot: Path, tmp_path: Path) -> None:
    changed = unswapped(snapshot, tmp_path / "unswapped")
    other = inspection(changed, HALF_YEAR, default_programme())

    counted = verdicts_of(other, "TTHC-046", "TTHC-050", "TTHC-054", "TTHC-056")
    assert {code: verdict.tally.breached for code, verdict in counted.items()} == {
        "TTHC-046": 1,
        "TTHC-050": 0,
        "TTHC-054": 0,
        "TTHC-056": 0,
    }


def test_a_due_day_moved_into_2027_cannot_be_assessed_as_no_calendar_of_that_year_is_published(
    verdicts: Mapping[str, Verdict],
) -> None:
    assert figures(verdicts["TTHC-051"]) == (0, 0, 1)
    assert verdicts["TTHC-051"].outcome is Outcome.NOT_ASSESSABLE


def test_nothing_is_found_that_was_not_planted(verdicts: Mapping[str, Verdict]) -> None:
    breached = {code for code, verdict in verdicts.items() if verdict.outcome is Outcome.BREACHED}

    assert breached == {
        *("CDDH-014", "TTHC-004", "TTHC-007", "TTHC-008", "TTHC-014", "TTHC-016", "TTHC-017", "TTHC-025", "TTHC-029"),
        *("TTHC-042", "TTHC-044", "TTHC-046", "TTHC-047", "TTHC-050", "TTHC-053", "TTHC-054", "TTHC-056"),
    }


def test_an_inspection_writes_all_its_files_with_the_fields_named_as_in_2026(snapshot: Path, tmp_path: Path) -> None:
    options = ("--programme", EXAMPLE / "programme.yaml", "--inspection", EXAMPLE / "inspection.yaml")
    assert run("inspect", snapshot, *options, "--out", tmp_path) == 0

    written = {path.name for path in tmp_path.iterdir()}
    notice = "\n".join(p.text for p in Document(str(tmp_path / "notice.docx")).paragraphs)
    sheets = CalamineWorkbook.from_path(tmp_path / "evidence.xlsx").sheet_names

    assert {"findings.json", "evidence.xlsx", "report.html", "notice.docx", "notice.pdf"} <= written
    assert "Xây dựng và phát triển Chính quyền điện tử, Chính quyền số" in notice
    assert "118/2025/NĐ-CP" in notice
    assert any("TTHC-046" in sheet for sheet in sheets)
