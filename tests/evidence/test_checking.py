"""What is promised of a check: it finds each kind of flaw where it was planted, and nothing in sound evidence."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from motcua.evidence import checking
from motcua.evidence.checking import Flaw, Place, check_snapshot
from motcua.evidence.expectations import ORDER, references
from motcua.evidence.manifest import FileNote, digest, read_manifest, write_manifest
from motcua.evidence.snapshot import SnapshotWriter, arrow_schema, open_snapshot
from motcua.evidence.tables import CONTRACT
from tests.texttable import rows

UNIT = """
    unit_id | name
    --------+-----------
    ward-12 | Phường 12
"""
DOSSIER = """
    dossier_id             | unit_id | received         | returned
    -----------------------+---------+------------------+-----------
    H20.17.23-230727-0001  | ward-12 | 2023-07-27 09:00 | 2023-07-27 10:00
    000.23.17.H20-230728-0002 | ward-12 | 2023-07-28    |
"""
SLIP = """
    slip_id | unit_id | dossier_id            | kind
    --------+---------+-----------------------+--------
    s1      | ward-12 | H20.17.23-230727-0001 | apology
"""


def check(folder: Path, *, examples: int = 1, **tables: str) -> list[Flaw]:
    tables = {"unit": UNIT, "dossier": DOSSIER, "slip": SLIP} | tables
    with SnapshotWriter(folder / "s", as_of=datetime(2023, 8, 1, tzinfo=UTC)) as writer:
        for name, text in tables.items():
            writer.append(name, pa.Table.from_pylist(rows(name, text), schema=arrow_schema(name)))
    return list(check_snapshot(open_snapshot(folder / "s"), examples=examples))


def test_sound_evidence_has_no_flaw(tmp_path: Path) -> None:
    assert check(tmp_path) == []


def test_a_key_that_occurs_twice_is_found_at_the_later_row(tmp_path: Path) -> None:
    twice = SLIP + "    s1 | ward-12 | H20.17.23-230727-0001 | receipt\n"

    assert check(tmp_path, slip=twice) == [
        Flaw(checking.DOUBLED, "slip", "unit_id, slip_id", 1, (Place("slip.xlsx", "Sheet1", 3),))
    ]


def test_rows_whose_key_is_not_known_are_not_doubled(tmp_path: Path) -> None:
    asked = """
        unit_id | dossier_id | factor  | asked
        --------+------------+---------+-----------
        ward-12 |            | thái độ | 2023-07-01
        ward-12 |            | thái độ | 2023-07-01
    """

    assert check(tmp_path, satisfaction=asked) == []


def test_a_word_outside_the_closed_list_is_found(tmp_path: Path) -> None:
    (flaw,) = check(tmp_path, slip=SLIP.replace("apology", "sorry"))

    assert (flaw.check, flaw.what, flaw.count, flaw.note) == (checking.UNKNOWN_WORD, "kind", 1, False)


def test_a_slip_of_a_dossier_that_does_not_exist_is_found(tmp_path: Path) -> None:
    (flaw,) = check(tmp_path, slip=SLIP.replace("0001", "0009"))

    assert (flaw.check, flaw.table, flaw.what) == (checking.DANGLING, "slip", "unit_id, dossier_id → dossier")


def test_a_payment_for_an_unknown_dossier_is_a_note_since_it_may_be_a_finding(tmp_path: Path) -> None:
    payment = """
        payment_id | unit_id | dossier_id
        -----------+---------+----------------------
        p1         | ward-12 | H20.17.23-230727-0009
    """
    (flaw,) = check(tmp_path, payment=payment)

    assert (flaw.check, flaw.note) == (checking.DANGLING, True)


def test_an_unknown_unit_is_found_in_every_column_that_names_one(tmp_path: Path) -> None:
    dossier = """
        dossier_id            | unit_id | received   | competent_unit_id
        ----------------------+---------+------------+------------------
        H20.17.23-230727-0001 | ward-12 | 2023-07-27 | ward-99
    """
    (flaw,) = check(tmp_path, dossier=dossier)

    assert flaw.what == "competent_unit_id → unit"


def test_a_local_tail_of_a_procedure_code_still_leads_to_the_procedure(tmp_path: Path) -> None:
    procedure = """
        procedure_code
        --------------
        1.012812
    """
    service = """
        unit_id | procedure_code
        --------+---------------
        ward-12 | 1.012812.H20
        ward-12 | 1.000001
    """
    (flaw,) = check(tmp_path, procedure=procedure, service=service)

    assert (flaw.what, flaw.count, flaw.examples[0].row) == ("procedure_code → procedure", 1, 3)


def test_dates_in_an_impossible_order_are_notes(tmp_path: Path) -> None:
    dossier = """
        dossier_id            | unit_id | received         | returned
        ----------------------+---------+------------------+-----------------
        H20.17.23-230727-0001 | ward-12 | 2023-07-27 09:00 | 2023-07-27 08:00
        H20.17.23-230727-0002 | ward-12 | 2023-07-27 09:00 | 2023-07-27
        H20.17.23-230727-0003 | ward-12 | 2023-07-27       | 2023-07-26
    """
    (flaw,) = check(tmp_path, dossier=dossier, examples=5)

    assert (flaw.check, flaw.what, flaw.note) == (checking.REVERSED, "received → returned", True)
    assert [place.row for place in flaw.examples] == [2, 4]


@pytest.mark.parametrize("code", ["H20.17.23-230230-0001", "HS-17", "000.23.17.H20-230727-000001"])
def test_a_dossier_code_of_another_shape_or_of_no_real_day_is_noted(tmp_path: Path, code: str) -> None:
    (flaw,) = check(tmp_path, dossier=DOSSIER + f"    {code} | ward-12 | 2023-07-27 |\n")

    assert (flaw.check, flaw.count, flaw.note) == (checking.ODD_CODE, 1, True)


def test_an_empty_needed_cell_is_found(tmp_path: Path) -> None:
    with SnapshotWriter(tmp_path / "s", as_of=datetime(2023, 8, 1, tzinfo=UTC)) as writer:
        writer.append("finance", pa.table({"year": [2023], "row": [7]}))
    flaws = list(check_snapshot(open_snapshot(tmp_path / "s")))

    assert flaws == [Flaw(checking.EMPTY, "finance", "unit_id", 1, (Place("", "", 7),))]


def test_a_file_changed_after_the_import_is_found(tmp_path: Path) -> None:
    check(tmp_path)
    path = tmp_path / "s" / "slip.parquet"
    pq.write_table(pq.read_table(path).slice(0, 0), path)

    assert list(check_snapshot(open_snapshot(tmp_path / "s"))) == [Flaw(checking.CHANGED, "slip", "slip.parquet", 1)]


def test_a_file_that_is_cut_short_is_reported_and_the_rest_still_checked(tmp_path: Path) -> None:
    check(tmp_path, payment="payment_id | unit_id\n---\np1 | ward-99")
    path = tmp_path / "s" / "slip.parquet"
    path.write_bytes(path.read_bytes()[:-9])

    checks = [flaw.check for flaw in check_snapshot(open_snapshot(tmp_path / "s"))]
    assert checks == [checking.CHANGED, checking.OTHER_COLUMNS, checking.DANGLING]


def test_coverage_that_overlaps_is_found(tmp_path: Path) -> None:
    coverage = """
        table | unit_id | from_on    | to_on      | source
        ------+---------+------------+------------+-------
        slip  | ward-12 | 2023-01-01 | 2023-03-31 | a
        slip  | ward-12 | 2023-02-01 | 2023-02-28 | b
        slip  | ward-12 | 2023-03-31 | 2023-06-30 | c
    """
    check(tmp_path, coverage=coverage)
    path = tmp_path / "s" / "coverage.parquet"
    pq.write_table(pa.Table.from_pylist(rows("coverage", coverage), schema=arrow_schema("coverage")), path)
    files = {"coverage.parquet": FileNote(3, digest(path))}
    write_manifest(tmp_path / "s", replace(read_manifest(tmp_path / "s"), files=files))

    flaws = check_snapshot(open_snapshot(tmp_path / "s"))
    (flaw,) = [flaw for flaw in flaws if flaw.check == checking.OVERLAP]

    assert flaw.count == 2


def test_coverage_of_what_the_contract_does_not_have_is_found(tmp_path: Path) -> None:
    coverage = """
        table        | unit_id | from_on    | to_on      | source
        -------------+---------+------------+------------+-------
        slip         | ward-12 | 2023-01-01 | 2023-03-31 | a
        slip.due     | ward-12 | 2023-01-01 | 2023-03-31 | a
        slip/apology | ward-12 | 2023-01-01 | 2023-03-31 | a
        slip/smile   | ward-12 | 2023-01-01 | 2023-03-31 | a
        Phiếu        | ward-12 | 2023-01-01 | 2023-03-31 | a
    """
    (flaw,) = [flaw for flaw in check(tmp_path, coverage=coverage) if flaw.check == checking.UNKNOWN_WORD]

    assert (flaw.table, flaw.what, flaw.count) == ("coverage", "table", 2)


def test_what_is_expected_names_only_columns_of_the_contract() -> None:
    for table, pairs in ORDER.items():
        assert {name for pair in pairs for name in pair} <= CONTRACT[table].columns.keys()
    for reference in references():
        assert set(reference.columns) <= CONTRACT[reference.table].columns.keys()
        assert set(reference.parent_columns) <= CONTRACT[reference.parent].columns.keys()
