"""What is promised of a snapshot as a source: it is carried over untouched, and new rows are held against its own."""

import json
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from motcua.evidence.checking import check_snapshot
from motcua.evidence.importing.plan import Defaults, plan
from motcua.evidence.importing.run import Asked, Report, run_import
from motcua.evidence.manifest import digest
from motcua.evidence.readers.profile import load_profile
from motcua.evidence.snapshot import SnapshotWriter, open_snapshot
from motcua.language import Refusal
from motcua.worktime import calendar_rows
from tests.evidence.importing.office import AS_OF, DOSSIERS, KEY, bring, contents, office, rejected, stored

PAYMENTS = """Mã giao dịch,Mã hồ sơ,Loại,Số tiền,Ngày thanh toán,Hình thức thanh toán,Đơn vị
tt-1,H20.17.23-230703-0001,Lệ phí,8.000 đ,03/07/2023,Tiền mặt,Phường 12
tt-2,H20.17.23-230710-0003,Lệ phí,8.000 đ,04/07/2023,Chuyển khoản,Phường 13
"""
TABLES = ("unit", "dossier", "procedure", "calendar_day")


@pytest.fixture
def old(tmp_path: Path) -> Path:
    bring(office(tmp_path / "source"), tmp_path / "old")
    return tmp_path / "old"


def late_file(folder: Path, name: str = "thu-phi.csv", text: str = PAYMENTS) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


def add(
    paths: Sequence[Path], to: Path, *, defaults: Defaults | None = None, as_of: datetime = AS_OF, key: bytes = KEY
) -> Report:
    read = plan(paths, defaults or Defaults())
    rejects = to.with_name(f"{to.name}-rejects.xlsx")
    return run_import(Asked(read.sources, to, rejects, as_of, key, earlier=read.earlier))


def test_tables_without_new_rows_are_carried_over_byte_for_byte(old: Path, tmp_path: Path) -> None:
    new = tmp_path / "new"
    report = add([old, late_file(tmp_path / "later")], new)

    before, after = contents(old), contents(new)
    assert {name: after[f"{name}.parquet"] for name in TABLES} == {name: before[f"{name}.parquet"] for name in TABLES}
    assert [row["payment_id"] for row in stored(new, "payment")] == ["tt-1", "tt-2"]
    assert [outcome.note.table for outcome in report.outcomes] == ["payment"]
    assert list(check_snapshot(open_snapshot(new))) == []


def test_new_rows_stand_behind_the_old_ones_which_keep_their_place_and_pseudonyms(old: Path, tmp_path: Path) -> None:
    before = stored(old, "dossier")
    one_more = (
        DOSSIERS.splitlines()[0] + "\nH20.17.23-230720-0009,Đăng ký khai sinh,Nguyễn Văn Bình,20/07/2023,,,ward-12\n"
    )
    add([old, late_file(tmp_path / "later", "ho-so-muon.csv", one_more)], tmp_path / "new")
    after = stored(tmp_path / "new", "dossier")

    assert after[:3] == before
    assert [(row["source_file"], row["row"]) for row in after] == [
        ("ho-so.csv", 2),
        ("ho-so.csv", 3),
        ("ho-so.csv", 4),
        ("ho-so-muon.csv", 2),
    ]
    person = before[0]["applicant"] or before[0]["submitter_account"]
    assert person and person in (after[3]["applicant"], after[3]["submitter_account"])


def test_a_snapshot_may_be_added_to_where_it_lies(old: Path, tmp_path: Path) -> None:
    before = contents(old)
    add([old, late_file(tmp_path / "later")], old)

    assert contents(old)["dossier.parquet"] == before["dossier.parquet"]
    assert len(stored(old, "payment")) == 2


def test_a_row_whose_key_is_stored_already_is_rejected_with_its_place(old: Path, tmp_path: Path) -> None:
    add([old, late_file(tmp_path / "later", "lai.csv", DOSSIERS)], tmp_path / "new")

    assert len(stored(tmp_path / "new", "dossier")) == 3
    reasons = sorted(cells[5] for cells in rejected(tmp_path / "new"))
    assert reasons == [f"trùng khoá với dòng {n} của tệp ho-so.csv, đã có trong bộ dữ liệu" for n in (2, 3, 4)]


def test_sources_of_both_imports_stand_in_the_manifest(old: Path, tmp_path: Path) -> None:
    add([old, late_file(tmp_path / "later")], tmp_path / "new")
    sources = open_snapshot(tmp_path / "new").manifest.sources

    assert sources[:2] == open_snapshot(old).manifest.sources
    assert [note.file for note in sources] == ["don-vi.csv", "ho-so.csv", "thu-phi.csv"]


def test_a_new_file_with_the_name_of_an_old_one_keeps_its_folder_name(old: Path, tmp_path: Path) -> None:
    one_more = DOSSIERS.splitlines()[0] + "\nH20.17.23-230720-0009,x,Nam,20/07/2023,,,ward-12\n"
    add([old, late_file(tmp_path / "later", "ho-so.csv", one_more)], tmp_path / "new")

    assert stored(tmp_path / "new", "dossier")[3]["source_file"] == "later/ho-so.csv"


def test_coverage_of_both_is_kept_and_joined(old: Path, tmp_path: Path) -> None:
    more = DOSSIERS.splitlines()[0] + "\nH20.17.23-230705-0009,x,Nam,05/07/2023,,,ward-12\n"
    later = late_file(tmp_path / "later", "ho-so-muon.csv", more)
    add([old, later, late_file(tmp_path / "later")], tmp_path / "new")
    spans = {
        (row["table"], row["unit_id"]): (row["from_on"], row["to_on"]) for row in stored(tmp_path / "new", "coverage")
    }

    assert spans["dossier", "ward-12"] == (date(2023, 7, 3), date(2023, 7, 5))
    assert spans["dossier", "ward-13"] == (date(2023, 7, 10), date(2023, 7, 10))
    assert spans["payment", "ward-13"] == (date(2023, 7, 4), date(2023, 7, 4))


def test_the_profile_is_for_what_is_no_snapshot(old: Path, tmp_path: Path) -> None:
    later = late_file(tmp_path / "later")
    add([old, later], tmp_path / "new", defaults=Defaults(profile=load_profile("payments")))

    assert len(stored(tmp_path / "new", "dossier")) == 3
    assert len(stored(tmp_path / "new", "payment")) == 2


def test_a_snapshot_inside_a_folder_of_sources_is_no_source(tmp_path: Path) -> None:
    source = office(tmp_path / "source")
    bring(source, source / "nop" / "earlier")

    assert [one.name for one in plan([source], Defaults()).sources] == ["don-vi.csv", "ho-so.csv"]


def test_years_that_new_rows_reach_are_added_to_the_calendar(old: Path, tmp_path: Path) -> None:
    late = late_file(tmp_path / "later", text=PAYMENTS.replace("04/07/2023", "04/07/2025"))
    add([old, late], tmp_path / "new", as_of=datetime(2025, 8, 1, tzinfo=UTC))
    days = stored(tmp_path / "new", "calendar_day")
    expected = {row["day"]: row["ordinal"] for row in calendar_rows(2022, 2026)}

    assert days[: len(stored(old, "calendar_day"))] == stored(old, "calendar_day")
    assert {row["day"]: row["ordinal"] for row in days} == expected


def test_published_units_stay_known_beside_those_in_use(tmp_path: Path) -> None:
    source = office(tmp_path / "source", ho_so=DOSSIERS.replace("ward-13", "30127"))
    (source / "don-vi.csv").unlink()
    bring(source, tmp_path / "old")
    late = late_file(tmp_path / "later", text=PAYMENTS.replace("Phường 12", "30127").replace("Phường 13", "29869"))
    add([tmp_path / "old", late], tmp_path / "new")
    units = [row["unit_id"] for row in stored(tmp_path / "new", "unit")]

    assert {"30127", "29869"} <= set(units)
    assert len(units) == len(set(units))


def test_a_changed_file_in_the_earlier_snapshot_is_refused_and_nothing_replaced(old: Path, tmp_path: Path) -> None:
    table = pq.read_table(old / "dossier.parquet")
    pq.write_table(table.slice(0, 2), old / "dossier.parquet")
    before = contents(old)

    with pytest.raises(Refusal, match=r"dossier\.parquet đã bị sửa"):
        add([old, late_file(tmp_path / "later")], old)
    assert contents(old) == before


def test_two_earlier_snapshots_are_refused(old: Path, tmp_path: Path) -> None:
    bring(tmp_path / "source", tmp_path / "other")

    with pytest.raises(Refusal, match="một bộ dữ liệu cũ"):
        plan([old, tmp_path / "other"], Defaults())


def test_a_table_in_parts_is_carried_over_row_for_row(old: Path, tmp_path: Path) -> None:
    whole = pq.read_table(old / "dossier.parquet")
    (old / "dossier").mkdir()
    with SnapshotWriter(tmp_path / "part", as_of=AS_OF) as writer:
        writer.append("dossier", whole.slice(1))
    pq.write_table(whole.slice(0, 1), old / "dossier" / "a.parquet")
    (tmp_path / "part" / "dossier.parquet").rename(old / "dossier" / "b.parquet")
    (old / "dossier.parquet").unlink()
    _list_again(old)
    add([old, late_file(tmp_path / "later")], tmp_path / "new")

    assert pq.read_table(tmp_path / "new" / "dossier.parquet").equals(whole)


def _list_again(folder: Path) -> None:
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    paths = sorted(folder.rglob("*.parquet"))
    manifest["files"] = {
        path.relative_to(folder).as_posix(): {"rows": pq.read_metadata(path).num_rows, "sha256": digest(path)}
        for path in paths
    }
    (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
