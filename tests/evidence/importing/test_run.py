"""What is promised of an import: nothing is lost, nothing guessed, and the earlier snapshot outlives a failure."""

from datetime import date
from pathlib import Path

import pytest
from xlsxwriter import Workbook

from motcua.evidence.checking import check_snapshot
from motcua.evidence.importing.covering import Stretch
from motcua.evidence.importing.plan import Defaults
from motcua.evidence.snapshot import open_snapshot
from motcua.language import Refusal
from tests.evidence.importing.office import DOSSIERS, KEY, UNITS, bring, contents, office, rejected, stored

CODE = "H20.17.23-230703-0001"


@pytest.fixture
def to(tmp_path: Path) -> Path:
    return tmp_path / "snapshot"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return tmp_path / "source"


def test_sound_sources_are_stored_whole_and_pass_the_check(source: Path, to: Path) -> None:
    report = bring(office(source), to)

    assert [outcome.note.table for outcome in report.outcomes] == ["unit", "dossier"]
    assert [row["unit_id"] for row in stored(to, "dossier")] == ["ward-12", "ward-12", "ward-13"]
    assert stored(to, "dossier")[2]["row"] == 4
    assert report.rejects is None
    assert list(check_snapshot(open_snapshot(to))) == []


def test_every_row_is_stored_or_rejected_with_its_place_and_reason(source: Path, to: Path) -> None:
    bad = f"""H20.17.23-230711-0004,Đăng ký khai sinh,Lê Văn Nam,11/07/2023,,qua chim bồ câu,Phường 12
H20.17.23-230711-0005,Đăng ký khai sinh,Lê Văn Nam,32/07/2023,,Trực tiếp,Phường 12
H20.17.23-230711-0006,Đăng ký khai sinh,Lê Văn Nam,11/07/2023,,Trực tiếp,Phường 99
{CODE},Đăng ký khai sinh,Lê Văn Nam,11/07/2023,,Trực tiếp,Phường 12
"""
    report = bring(office(source, ho_so=DOSSIERS + bad), to)
    note = report.outcomes[1].note

    assert (note.rows, note.stored, note.rejected) == (7, 3, 4)
    assert open_snapshot(to).manifest.sources[1] == note
    rows = sorted(rejected(to), key=lambda cells: cells[2])
    assert [cells[:5] for cells in rows] == [
        ["ho-so.csv", "ho-so", 5, "Hình thức nộp", "qua chim bồ câu"],
        ["ho-so.csv", "ho-so", 6, "Ngày tiếp nhận", "32/07/2023"],
        ["ho-so.csv", "ho-so", 7, "Đơn vị", "Phường 99"],
        ["ho-so.csv", "ho-so", 8, "Mã hồ sơ", CODE],
    ]
    assert "dòng 2 của tệp ho-so.csv" in rows[3][5]
    assert all(cells[6] for cells in rows)


def test_an_unknown_word_is_told_once_with_its_count(source: Path, to: Path) -> None:
    odd = "".join(f"H20.17.23-230711-00{n},x,Nam,11/07/2023,,bồ câu,Phường 12\n" for n in (11, 12, 13))
    report = bring(office(source, ho_so=DOSSIERS + odd), to)

    assert report.unknown_words == {("dossier", "channel", "bồ câu"): 3}


def test_an_unmatched_procedure_name_is_told_once_with_its_count(source: Path, to: Path) -> None:
    odd = "".join(f"H20.17.23-230711-00{n},Cấp phép bay lên trời,Nam,11/07/2023,,,Phường 12\n" for n in (11, 12))
    report = bring(office(source, ho_so=DOSSIERS + odd), to)

    assert report.unmatched == {"Cấp phép bay lên trời": 2}
    assert [row["procedure_code"] for row in stored(to, "dossier")][3:] == [None, None]


def test_a_key_repeated_in_another_file_leads_to_the_earlier_one(source: Path, to: Path) -> None:
    bring(office(source, ho_so_2=DOSSIERS), to)

    assert len(stored(to, "dossier")) == 3
    assert [cells[0] for cells in rejected(to)] == ["ho-so.csv"] * 3
    assert all("tệp ho-so-2.csv" in cells[5] for cells in rejected(to))


def test_strict_stops_at_the_first_rejected_row_and_keeps_the_earlier_snapshot(source: Path, to: Path) -> None:
    bring(office(source), to)
    before = contents(to)
    office(source, ho_so=DOSSIERS.replace("10/07/2023", "45/07/2023"))

    with pytest.raises(Refusal, match="dòng 4"):
        bring(source, to, strict=True)
    assert contents(to) == before


def test_a_truncated_file_keeps_the_earlier_snapshot_and_rejects_byte_for_byte(source: Path, to: Path) -> None:
    bring(office(source, ho_so=DOSSIERS + "x,x,x,45/07/2023,,,Phường 12\n"), to)
    rejects = to.with_name("snapshot-rejects.xlsx")
    before = contents(to), rejects.read_bytes()
    (source / "thu-phi.xlsx").write_bytes(rejects.read_bytes()[:-200])

    with pytest.raises(Refusal, match="thu-phi"):
        bring(source, to)
    assert (contents(to), rejects.read_bytes()) == before
    assert sorted(path.name for path in to.parent.iterdir()) == ["snapshot", "snapshot-rejects.xlsx", "source"]


def test_the_rejects_of_an_earlier_import_go_when_nothing_is_rejected(source: Path, to: Path) -> None:
    bring(office(source, ho_so=DOSSIERS + "x,x,x,45/07/2023,,,Phường 12\n"), to)
    bring(office(source), to)

    assert not to.with_name("snapshot-rejects.xlsx").exists()


def test_the_same_sources_give_the_same_bytes(source: Path, tmp_path: Path) -> None:
    odd = DOSSIERS + "x,x,x,45/07/2023,,,Phường 12\n"
    for name in ("one", "two"):
        bring(office(source, ho_so=odd), tmp_path / name)

    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_no_person_and_no_path_is_found_in_a_snapshot_or_its_rejects(source: Path, to: Path) -> None:
    named = """Mã hồ sơ,Người nộp,Số điện thoại,Ngày tiếp nhận,Đơn vị
a,Phạm Thị Hoà,0912345678,03/07/2023,Phường 12
b,Phạm Thị Hoà,0912345678,xx,Phường 12
"""
    bring(office(source, ho_so=named), to)

    everything = b"".join(contents(to).values()) + repr(rejected(to)).encode()
    for private in ("Phạm Thị Hoà", "0912345678", "912345678", str(to.parent)):
        assert private.encode() not in everything


def test_a_rejected_cell_that_holds_a_person_is_masked(source: Path, to: Path) -> None:
    staff = """Họ tên,Đơn vị,Loại,Từ ngày
Nguyễn Văn Bình,Phường 12,civil_servant,03/07/2023
Nguyễn Văn Bình,Phường 12,civil_servant,03/07/2023
"""
    report = bring(office(source, can_bo=staff), to)

    assert "staff" in {outcome.note.table for outcome in report.outcomes}
    (cells,) = rejected(to)
    assert cells[3] and "Bình" not in "".join(map(str, cells))


def test_one_person_has_one_pseudonym_under_one_key_and_another_under_another(source: Path, tmp_path: Path) -> None:
    seen = []
    for name, key in (("one", KEY), ("again", KEY), ("other", b"some other key, also long enough")):
        bring(office(source), tmp_path / name, key=key)
        seen.append([row["applicant"] or row["submitter_account"] for row in stored(tmp_path / name, "dossier")])

    assert seen[0] == seen[1]
    assert not set(seen[0]) & set(seen[2])


def test_coverage_is_derived_by_unit_from_what_the_rows_show(source: Path, to: Path) -> None:
    bring(office(source), to)
    spans = {
        row["unit_id"]: (row["from_on"], row["to_on"], row["source"])
        for row in stored(to, "coverage")
        if row["table"] == "dossier"
    }

    assert spans == {
        "ward-12": (date(2023, 7, 3), date(2023, 7, 4), "ho-so.csv (derived)"),
        "ward-13": (date(2023, 7, 10), date(2023, 7, 10), "ho-so.csv (derived)"),
    }


def test_only_columns_that_a_source_has_are_covered(source: Path, to: Path) -> None:
    bring(office(source), to)
    covered = {row["table"] for row in stored(to, "coverage")}

    assert "dossier.due" in covered
    assert "dossier.finished" not in covered


def test_an_empty_sheet_said_to_be_complete_covers_its_unit(source: Path, to: Path) -> None:
    letters = "Mã hồ sơ,Loại phiếu,Ngày phát hành,Đơn vị\n"
    stretch = Stretch(date(2023, 1, 1), date(2023, 6, 30))
    bring(office(source, phieu=letters), to, defaults=Defaults(unit="ward-12", covers=(stretch,)))
    spans = [row for row in stored(to, "coverage") if row["table"] == "slip"]

    assert [(row["unit_id"], row["from_on"], row["to_on"]) for row in spans] == [
        ("ward-12", date(2023, 1, 1), date(2023, 6, 30))
    ]


def test_a_sheet_of_coverage_says_more_than_what_is_derived(source: Path, to: Path) -> None:
    told = "Bảng,Đơn vị,Từ ngày,Đến ngày,Nguồn\ndossier,ward-12,01/07/2023,31/07/2023,phần mềm một cửa\n"
    bring(office(source, pham_vi=told), to)
    spans = {row["unit_id"]: row["to_on"] for row in stored(to, "coverage") if row["table"] == "dossier"}

    assert spans == {"ward-12": date(2023, 7, 31), "ward-13": date(2023, 7, 10)}


def test_the_calendar_and_the_published_procedures_come_along(source: Path, to: Path) -> None:
    bring(office(source), to)

    assert {row["day"].year for row in stored(to, "calendar_day")} == {2022, 2023, 2024}
    codes = {row["procedure_code"] for row in stored(to, "procedure")}
    assert {row["procedure_code"] for row in stored(to, "dossier")} <= codes


def test_without_a_unit_table_official_codes_are_known_and_others_rejected(source: Path, to: Path) -> None:
    dossiers = DOSSIERS.replace("Phường 12", "30127", 1).replace("ward-13", "Phường 14")
    office(source, ho_so=dossiers)
    (source / "don-vi.csv").unlink()
    bring(source, to)

    assert [row["unit_id"] for row in stored(to, "dossier")] == ["30127"]
    assert {"30127", "873"} <= {row["unit_id"] for row in stored(to, "unit")}
    assert [cells[4] for cells in rejected(to)] == ["UBND phường 12", "Phường 14"]


def test_units_are_read_first_whatever_the_file_is_called(source: Path, to: Path) -> None:
    office(source, zz=UNITS)
    (source / "don-vi.csv").unlink()

    assert [outcome.note.table for outcome in bring(source, to).outcomes] == ["unit", "dossier"]


def test_a_sheet_of_units_at_the_end_of_a_workbook_is_still_read_first(source: Path, to: Path) -> None:
    source.mkdir()
    with Workbook(source / "tat-ca.xlsx") as book:
        for name, text in (("Hồ sơ", DOSSIERS), ("Đơn vị", UNITS)):
            sheet = book.add_worksheet(name)
            for row, line in enumerate(text.splitlines()):
                sheet.write_row(row, 0, line.split(","))
    report = bring(source, to)

    assert [(outcome.note.table, outcome.note.stored) for outcome in report.outcomes] == [("unit", 2), ("dossier", 3)]


def test_procedures_that_a_source_brings_are_those_that_names_are_matched_to(source: Path, to: Path) -> None:
    procedures = """Mã TTHC,Phiên bản,Tên TTHC,Lĩnh vực,Áp dụng từ ngày
9.000001,2023,Cấp phép bay lên trời,Hàng không,01/01/2023
"""
    odd = "H20.17.23-230711-0011,Cấp phép bay lên trời,Nam,11/07/2023,,,Phường 12\n"
    bring(office(source, zz_thu_tuc=procedures, ho_so=DOSSIERS + odd), to)

    assert stored(to, "dossier")[3]["procedure_code"] == "9.000001"
    assert len(stored(to, "procedure")) == 1
