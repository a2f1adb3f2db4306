"""Carries an earlier snapshot over into a new one: tables as they are, with their keys, units, names and calendar."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from motcua.evidence.manifest import digest
from motcua.evidence.published import OURS
from motcua.evidence.snapshot import Snapshot
from motcua.evidence.tables import CONTRACT
from motcua.language import Refusal, Words
from motcua.worktime import NATIONAL, calendar_rows

BATCH = 100_000
CHANGED = Words(
    "{folder}: tệp {file} đã bị sửa sau khi nhập; hãy nhập lại từ nguồn.",
    "{folder}: the file {file} was changed after it was imported; import the sources again.",
)
Keyed = tuple[str, list[tuple[object, ...]], list[int]]


class Earlier:
    """An earlier snapshot, read batch by batch. Raises Refusal where a file is not what its manifest says."""

    def __init__(self, snapshot: Snapshot) -> None:
        for name, note in snapshot.manifest.files.items():
            if digest(snapshot.folder / name) != note.sha256:
                raise Refusal(CHANGED, folder=snapshot.folder, file=name)
        self.snapshot = snapshot
        self.tables = frozenset(snapshot.tables)

    @property
    def rows(self) -> int:
        return sum(note.rows for note in self.snapshot.manifest.files.values())

    def batches(self, table: str, columns: list[str] | None = None) -> Iterator[pa.RecordBatch]:
        for path in self.snapshot.paths(table):
            with pq.ParquetFile(path) as file:
                yield from file.iter_batches(BATCH, columns=columns)

    def keys(self, table: str) -> Iterator[Keyed]:
        """Whole keys with the numbers of their rows, one source file after the other; 0 where no row is told."""
        names = list(CONTRACT[table].key)
        for batch in self.batches(table, [*names, "source_file", "row"]):
            columns = [batch[name].to_pylist() for name in (*names, "source_file", "row")]
            for file, lines in groupby(zip(*columns, strict=True), key=lambda line: line[-2]):
                whole = [line for line in lines if None not in line[:-2]]
                if whole:
                    yield file or "", [line[:-2] for line in whole], [line[-1] or 0 for line in whole]

    def units(self) -> Iterator[tuple[str, str, bool]]:
        """Code and name of each unit, and whether it came from the published list."""
        yield from (
            (unit, name, file == OURS) for unit, name, file in self._lines("unit", "unit_id", "name", "source_file")
        )

    def procedures(self) -> Iterator[tuple[str, str]]:
        yield from self._lines("procedure", "procedure_code", "name")

    def days_to_add(self, first_year: int, last_year: int) -> Iterator[dict[str, object]]:
        """Days of the national calendar that are missing; none where the stored one counts working days otherwise."""
        kept = {
            day: ordinal
            for calendar, day, ordinal in self._lines("calendar_day", "calendar", "day", "ordinal")
            if calendar == NATIONAL
        }
        ours = list(calendar_rows(first_year, last_year))
        if all(kept.get(row["day"], row["ordinal"]) == row["ordinal"] for row in ours):
            yield from (row for row in ours if row["day"] not in kept)

    def _lines(self, table: str, *columns: str) -> Iterator[tuple[Any, ...]]:
        for batch in self.batches(table, list(columns)):
            yield from zip(*(batch[name].to_pylist() for name in columns), strict=True)
