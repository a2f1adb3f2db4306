"""What is promised of a snapshot: whole or not at all, the same rows give the same bytes, damage is seen."""

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from motcua.evidence import snapshot as snapshots
from motcua.evidence.snapshot import SnapshotWriter, SourceNote, arrow_schema, open_snapshot
from motcua.evidence.tables import CONTRACT
from motcua.language import Refusal

AT = datetime(2023, 8, 1, tzinfo=UTC)
NOTE = SourceNote("thu.xlsx", "Sheet1", "finance", 2, 2, 0, "0" * 64)


def finance(*units: str) -> pa.Table:
    return pa.table({"year": [2023] * len(units), "unit_id": list(units)})


def write(to: Path, *units: str) -> None:
    with SnapshotWriter(to, as_of=AT) as writer:
        writer.append("finance", finance(*units))
        writer.note(NOTE)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_what_is_written_is_read_in_the_contracts_schema(tmp_path: Path) -> None:
    write(tmp_path / "s", "ward-12", "ward-13")
    snapshot = open_snapshot(tmp_path / "s")
    rows = pq.read_table(snapshot.paths("finance")[0])

    assert snapshot.tables == ("finance",)
    assert snapshot.manifest.as_of == AT
    assert snapshot.manifest.sources == (NOTE,)
    assert rows.schema.equals(arrow_schema("finance"))
    assert rows["unit_id"].to_pylist() == ["ward-12", "ward-13"]
    assert rows["additional_income_paid"].null_count == 2


def test_every_table_of_the_contract_has_an_arrow_schema() -> None:
    assert all(arrow_schema(name).names == list(spec.schema) for name, spec in CONTRACT.items())


def test_the_same_rows_give_the_same_bytes_however_they_are_batched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(snapshots, "ROW_GROUP", 4)
    units = [f"ward-{n}" for n in range(11)]
    for name, size in (("one", 11), ("many", 3)):
        with SnapshotWriter(tmp_path / name, as_of=AT) as writer:
            for start in range(0, 11, size):
                writer.append("finance", finance(*units[start : start + size]))

    assert contents(tmp_path / "one") == contents(tmp_path / "many")
    assert pq.read_metadata(tmp_path / "one" / "finance.parquet").num_row_groups == 3


def test_a_failing_write_keeps_the_earlier_snapshot_byte_for_byte(tmp_path: Path) -> None:
    write(tmp_path / "s", "ward-12")
    before = contents(tmp_path / "s")

    with pytest.raises(ZeroDivisionError), SnapshotWriter(tmp_path / "s", as_of=AT) as writer:
        writer.append("finance", finance("ward-13"))
        writer.append("finance", finance(str(1 // 0)))

    assert contents(tmp_path / "s") == before
    assert [path.name for path in tmp_path.iterdir()] == ["s"]


def test_leftovers_of_a_killed_run_are_cleaned_and_are_no_snapshot(tmp_path: Path) -> None:
    SnapshotWriter(tmp_path / "s", as_of=AT).__enter__().append("finance", finance("ward-12"))

    with pytest.raises(Refusal, match="motcua evidence import"):
        open_snapshot(tmp_path / ".s.new")
    write(tmp_path / "s", "ward-13")
    assert [path.name for path in tmp_path.iterdir()] == ["s"]


def test_a_swap_that_was_cut_short_gives_the_earlier_snapshot_back(tmp_path: Path) -> None:
    write(tmp_path / "s", "ward-12")
    (tmp_path / "s").rename(tmp_path / ".s.old")

    assert open_snapshot(tmp_path / "s").tables == ("finance",)


def test_a_folder_with_other_things_in_it_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "letters.txt").write_text("keep me")

    with pytest.raises(Refusal, match=tmp_path.name):
        write(tmp_path, "ward-12")
    assert (tmp_path / "letters.txt").read_text() == "keep me"


def test_a_column_that_the_contract_does_not_know_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(KeyError, match="colour"), SnapshotWriter(tmp_path / "s", as_of=AT) as writer:
        writer.append("finance", pa.table({"colour": ["red"]}))


def test_coverage_is_merged_when_it_is_written(tmp_path: Path) -> None:
    with SnapshotWriter(tmp_path / "s", as_of=AT) as writer:
        for first, last, source in ((1, 5, "a"), (4, 9, "b")):
            days = {"from_on": date(2023, 1, first), "to_on": date(2023, 1, last)}
            stretch = {"table": "slip", "unit_id": "ward-12", "source": source, **days}
            writer.append("coverage", pa.Table.from_pylist([stretch]))
    rows = pq.read_table(tmp_path / "s" / "coverage.parquet").to_pylist()

    assert [(row["from_on"].day, row["to_on"].day, row["source"]) for row in rows] == [(1, 9, "a; b")]


@pytest.mark.parametrize(
    ("key", "value", "complaint"),
    [
        ("contract_version", "0.1", "0.1"),
        ("as_of", "yesterday", "manifest.json"),
        ("files", [], "manifest.json"),
    ],
)
def test_a_manifest_of_another_contract_or_a_damaged_one_is_refused(
    tmp_path: Path, key: str, value: object, complaint: str
) -> None:
    write(tmp_path, "ward-12")
    manifest = json.loads((tmp_path / "manifest.json").read_text())
    (tmp_path / "manifest.json").write_text(json.dumps(manifest | {key: value}))

    with pytest.raises(Refusal, match=complaint):
        open_snapshot(tmp_path)


def test_a_file_that_the_manifest_names_must_be_there(tmp_path: Path) -> None:
    write(tmp_path, "ward-12")
    (tmp_path / "finance.parquet").unlink()

    with pytest.raises(Refusal, match="finance"):
        open_snapshot(tmp_path)
