"""What is promised of coverage by kind: derived from what a sheet shows, asked for all, or named."""

from datetime import date
from pathlib import Path

import pytest

from motcua.evidence.checking import check_snapshot
from motcua.evidence.importing.covering import Stretch
from motcua.evidence.importing.plan import Defaults
from motcua.evidence.snapshot import open_snapshot
from motcua.evidence.tables import CONTRACT
from motcua.language import Refusal
from tests.evidence.importing.office import bring, office, stored

SLIPS = """Mã phiếu,Mã hồ sơ,Loại phiếu,Ngày phát hành,Đơn vị
p-1,H20.17.23-230703-0001,Giấy tiếp nhận,03/07/2023,Phường 12
p-2,H20.17.23-230710-0003,Giấy tiếp nhận,10/07/2023,Phường 13
p-3,H20.17.23-230710-0003,Thư xin lỗi,12/07/2023,Phường 13
"""
JULY = Stretch(date(2023, 7, 1), date(2023, 7, 31))
TOLD = "Bảng,Đơn vị,Từ ngày,Đến ngày,Nguồn\n{name},ward-12,01/07/2023,31/07/2023,sổ phiếu\n"


@pytest.fixture
def to(tmp_path: Path) -> Path:
    return tmp_path / "snapshot"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return tmp_path / "source"


def kinds(to: Path) -> set[tuple[str, str]]:
    """Unit and kind, of every kind of slip that is covered."""
    rows = stored(to, "coverage")
    return {(row["unit_id"], row["table"].removeprefix("slip/")) for row in rows if row["table"].startswith("slip/")}


def test_of_kinds_only_those_that_a_unit_shows_are_derived(source: Path, to: Path) -> None:
    bring(office(source, phieu=SLIPS), to)

    assert kinds(to) == {("ward-12", "receipt"), ("ward-13", "receipt"), ("ward-13", "apology")}
    assert list(check_snapshot(open_snapshot(to))) == []


def test_a_sheet_said_to_be_complete_covers_every_kind(source: Path, to: Path) -> None:
    bring(office(source, phieu=SLIPS), to, defaults=Defaults(covers=(JULY,)))

    assert kinds(to) == {(unit, kind) for unit in ("ward-12", "ward-13") for kind in CONTRACT["slip"].kinds}


@pytest.mark.parametrize("covers", ["", "covers: {from: 2023-07-01, to: 2023-07-31}, "])
def test_kinds_that_are_named_are_the_only_complete_ones(source: Path, to: Path, covers: str) -> None:
    office(source, phieu=SLIPS)
    listing = f"sources: [{{file: phieu.csv, {covers}kinds: [receipt, supplement, dialogue]}}]"
    (source / "sources.yaml").write_text(listing, encoding="utf-8")
    bring(source, to)

    assert kinds(to) == {(unit, kind) for unit in ("ward-12", "ward-13") for kind in ("receipt", "supplement")}


@pytest.mark.parametrize("named", ["[smile]", "[]", "receipt"])
def test_kinds_that_no_table_has_are_refused(source: Path, to: Path, named: str) -> None:
    office(source, phieu=SLIPS)
    (source / "sources.yaml").write_text(f"sources: [{{file: phieu.csv, kinds: {named}}}]", encoding="utf-8")

    with pytest.raises(Refusal, match=r"kinds.*phieu\.csv.*apology"):
        bring(source, to)


@pytest.mark.parametrize("told_of_a_sheet", [True, False])
def test_a_sheet_of_coverage_that_names_no_kind_covers_them_all(source: Path, to: Path, told_of_a_sheet: bool) -> None:
    sheets = {"phieu": SLIPS} if told_of_a_sheet else {}
    bring(office(source, pham_vi=TOLD.format(name="slip"), **sheets), to)
    spans = {(row["table"], row["to_on"]) for row in stored(to, "coverage") if row["unit_id"] == "ward-12"}

    assert {("slip", JULY.last), *((f"slip/{kind}", JULY.last) for kind in CONTRACT["slip"].kinds)} <= spans


def test_a_sheet_of_coverage_that_names_a_kind_covers_no_other(source: Path, to: Path) -> None:
    bring(office(source, pham_vi=TOLD.format(name="slip") + "slip/supplement" + TOLD.split("{name}")[1]), to)

    assert kinds(to) == {("ward-12", "supplement")}


def test_a_kind_that_a_sheet_of_coverage_names_has_the_days_it_says(source: Path, to: Path) -> None:
    bring(office(source, phieu=SLIPS, pham_vi=TOLD.format(name="slip/receipt")), to)
    spans = [
        (row["from_on"], row["to_on"])
        for row in stored(to, "coverage")
        if (row["table"], row["unit_id"]) == ("slip/receipt", "ward-12")
    ]

    assert spans == [(JULY.first, JULY.last)]
