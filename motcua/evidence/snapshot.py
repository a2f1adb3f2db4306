"""A snapshot: a folder of Parquet files in the contract with a manifest; written aside, swapped in whole."""

import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pyarrow as pa
import pyarrow.parquet as pq

from motcua.evidence.coverage import merged_coverage
from motcua.evidence.manifest import (
    MANIFEST,
    FileNote,
    Manifest,
    SourceNote,
    digest,
    read_manifest,
    write_manifest,
)
from motcua.evidence.tables import CONTRACT
from motcua.language import Refusal, Words

__all__ = ["Manifest", "Snapshot", "SnapshotWriter", "SourceNote", "arrow_schema", "open_snapshot"]

ROW_GROUP = 100_000
ARROW = {
    "string": pa.string(),
    "int64": pa.int64(),
    "float64": pa.float64(),
    "boolean": pa.bool_(),
    "date": pa.date32(),
    "timestamp('UTC')": pa.timestamp("us", tz="UTC"),
}
NOT_OURS = Words(
    vi="{folder}: thư mục đã có và không phải bộ dữ liệu kiểm tra; hãy chọn thư mục mới hoặc thư mục rỗng.",
    en="{folder}: the folder exists and is not a snapshot; choose a new or an empty one.",
)
MISSING = Words(
    vi="{folder}: không có bộ dữ liệu kiểm tra ở đây; hãy tạo bằng lệnh motcua evidence import.",
    en="{folder}: there is no snapshot here; make one with motcua evidence import.",
)
FILE_MISSING = Words(
    vi="{folder}: thiếu tệp {file} có ghi trong manifest.json; hãy tạo lại bộ dữ liệu.",
    en="{folder}: the file {file} named in manifest.json is missing; make the snapshot again.",
)


def arrow_schema(table: str) -> pa.Schema:
    """The Arrow schema of a table of the contract, columns in the contract's order."""
    return pa.schema([(name, ARROW[kind]) for name, kind in CONTRACT[table].schema.items()])


@dataclass(frozen=True)
class Snapshot:
    """An opened snapshot; its files are as the manifest lists them, their contents not yet checked."""

    folder: Path
    manifest: Manifest

    @property
    def tables(self) -> tuple[str, ...]:
        """The tables that are present, in the contract's order."""
        present = {name.split("/")[0].removesuffix(".parquet") for name in self.manifest.files}
        return tuple(name for name in CONTRACT if name in present)

    def paths(self, table: str) -> list[Path]:
        """The Parquet files of a table, none where it is absent."""
        names = (n for n in self.manifest.files if n == f"{table}.parquet" or n.startswith(f"{table}/"))
        return [self.folder / name for name in sorted(names)]


def open_snapshot(folder: Path) -> Snapshot:
    """Open a snapshot; raises Refusal where there is none, it is damaged, or it follows another contract."""
    _recover(folder)
    if not (folder / MANIFEST).is_file():
        raise Refusal(MISSING, folder=folder)
    manifest = read_manifest(folder)
    for name in manifest.files:
        if not (folder / name).is_file():
            raise Refusal(FILE_MISSING, folder=folder, file=name)
    return Snapshot(folder, manifest)


class SnapshotWriter:
    """Writes a snapshot aside, swaps it in at a clean exit; on an exception the earlier one stays."""

    def __init__(self, to: Path, *, as_of: datetime, sources: Sequence[SourceNote] = ()) -> None:
        if as_of.tzinfo is None:
            raise ValueError("as_of needs a zone")
        self.to = to.absolute()
        self.as_of = as_of
        self._sources = list(sources)
        self._pending: dict[str, list[pa.Table]] = {}
        self._writers: dict[str, pq.ParquetWriter] = {}
        self._coverage: list[dict[str, Any]] = []

    def __enter__(self) -> Self:
        _recover(self.to)
        if self.to.exists() and not _replaceable(self.to):
            raise Refusal(NOT_OURS, folder=self.to)
        self._aside = _beside(self.to, "new")
        shutil.rmtree(self._aside, ignore_errors=True)
        self._aside.mkdir(parents=True)
        return self

    def append(self, table: str, batch: pa.RecordBatch | pa.Table) -> None:
        """Add rows, columns in any order; those not given become null, unknown ones raise KeyError."""
        rows = _conform(table, batch)
        if table == "coverage":
            self._coverage += rows.to_pylist()
            return
        pending = self._pending.setdefault(table, [])
        pending.append(rows)
        if sum(part.num_rows for part in pending) >= ROW_GROUP:
            self._flush(table, whole=False)

    def note(self, source: SourceNote) -> None:
        self._sources.append(source)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if kind is None:
                self._finish()
                _swap_in(self._aside, self.to)
        finally:
            for writer in self._writers.values():
                writer.close()
            shutil.rmtree(self._aside, ignore_errors=True)

    def _flush(self, table: str, *, whole: bool) -> None:
        """Write full row groups, the rest too where `whole`: groups do not depend on how rows came."""
        rows = pa.concat_tables(self._pending[table])
        full = rows.num_rows if whole else rows.num_rows // ROW_GROUP * ROW_GROUP
        if table not in self._writers:
            path = self._aside / f"{table}.parquet"
            # read again by every rule: what packs tighter costs more at each reading
            self._writers[table] = pq.ParquetWriter(path, rows.schema, compression="snappy")
        self._writers[table].write_table(rows.slice(0, full), row_group_size=ROW_GROUP)
        self._pending[table] = [rows.slice(full).combine_chunks()]

    def _finish(self) -> None:
        if self._coverage:
            merged = merged_coverage(self._coverage)
            self._pending["coverage"] = [pa.Table.from_pylist(merged, arrow_schema("coverage"))]
        files: dict[str, FileNote] = {}
        for table in sorted(self._pending):
            self._flush(table, whole=True)
            self._writers.pop(table).close()
            path = self._aside / f"{table}.parquet"
            files[path.name] = FileNote(pq.read_metadata(path).num_rows, digest(path))
        write_manifest(self._aside, Manifest.of(self.as_of, self._sources, files))


def _conform(table: str, batch: pa.RecordBatch | pa.Table) -> pa.Table:
    schema = arrow_schema(table)
    given: Mapping[str, Any] = {name: batch.column(name) for name in batch.schema.names}
    if unknown := given.keys() - set(schema.names):
        raise KeyError(f"{table}: {', '.join(sorted(unknown))}")
    columns = [
        given[field.name].cast(field.type) if field.name in given else pa.nulls(batch.num_rows, field.type)
        for field in schema
    ]
    return pa.table(columns, schema=schema)


def _beside(to: Path, what: str) -> Path:
    """A hidden neighbour on the same disk, so that a rename is all or nothing."""
    return to.parent / f".{to.name}.{what}"


def _replaceable(to: Path) -> bool:
    return to.is_dir() and ((to / MANIFEST).is_file() or not any(to.iterdir()))


def _recover(to: Path) -> None:
    """End a swap cut short: the earlier snapshot goes back, or is dropped where the new one stands."""
    to = to.absolute()
    old = _beside(to, "old")
    if not old.exists():
        return
    if to.exists():
        shutil.rmtree(old)
    else:
        old.rename(to)


def _swap_in(new: Path, to: Path) -> None:
    old = _beside(to, "old")
    if to.exists():
        to.rename(old)
    new.rename(to)
    shutil.rmtree(old, ignore_errors=True)
