"""One sheet on its way into a snapshot: batches are checked against units and keys, persons hidden, the rest stored."""

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Protocol

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from motcua.evidence.importing.covering import DaysSeen
from motcua.evidence.importing.earlier import Earlier
from motcua.evidence.importing.keys import SeenKeys
from motcua.evidence.importing.rejects import Rejected
from motcua.evidence.importing.units import Units
from motcua.evidence.readers import Reject, SourceTable
from motcua.evidence.readers import label as column_label
from motcua.evidence.readers.batches import gathered
from motcua.evidence.readers.rows import Batch
from motcua.evidence.table import Kind
from motcua.evidence.tables import CONTRACT
from motcua.language import Words, say

NO_UNIT = Words("đơn vị không có trong danh mục đơn vị", "the unit is not in the list of units")
UNIT_FORM = Words(
    "mã hoặc tên đúng như trong bảng đơn vị; nếu nguồn không có bảng đơn vị thì ghi mã hành chính nhà nước",
    "a code or name as in the unit table; without a unit table the official code of the unit",
)
DOUBLED = Words("trùng khoá với dòng {row} của tệp {file}", "the key repeats that of row {row} of file {file}")
STORED = Words(
    "trùng khoá với dòng {row} của tệp {file}, đã có trong bộ dữ liệu",
    "the key repeats that of row {row} of file {file}, already in the snapshot",
)
KEY_FORM = Words("mỗi {columns} chỉ một dòng", "one row for each {columns}")


class Store(Protocol):
    """Where stored rows go."""

    def append(self, table: str, batch: pa.Table) -> None: ...


@dataclass(frozen=True)
class Place:
    """A file whose rows are known; `stored`: by the earlier snapshot."""

    file: str
    stored: bool


@dataclass
class Shared:
    """What all sheets of one import share."""

    store: Store
    reject: Callable[[Rejected], None]
    units: Units
    pseudonym: Callable[[str], str]
    earlier: Earlier | None = None
    keys: dict[str, SeenKeys] = field(default_factory=dict)
    places: list[Place] = field(default_factory=list)

    def place(self, file: str, *, stored: bool = False) -> int:
        """The number under which rows of a file are remembered."""
        self.places.append(Place(file, stored))
        return len(self.places) - 1

    def seen(self, table: str) -> SeenKeys:
        """The keys of a table so far. Those of the earlier snapshot are read when the table is first asked for."""
        if table in self.keys:
            return self.keys[table]
        seen = self.keys[table] = SeenKeys()
        files: dict[str, int] = {}
        if self.earlier and table in self.earlier.tables:
            for file, keys, rows in self.earlier.keys(table):
                if file not in files:
                    files[file] = self.place(file, stored=True)
                seen.repeated(keys, files[file], rows)
        return seen


@dataclass
class Counts:
    rows: int = 0
    stored: int = 0
    rejected: int = 0


class Sheet:
    """Takes one sheet in; `counts` and `seen` tell what came of it."""

    def __init__(self, source: SourceTable, shared: Shared, file: str) -> None:
        self.spec = CONTRACT[source.table]
        self.file, self.sheet = file, source.sheet
        self.counts = Counts()
        self.seen = DaysSeen(source.table)
        self._source, self._shared = source, shared
        self._place = shared.place(file)
        given = {_logical(name, self.spec.columns) for name in source.headings}
        self.fed = tuple(name for name, column in self.spec.columns.items() if name in given and not column.needed)
        self._units = tuple(name for name in self.spec.columns if name.endswith("unit_id") and source.table != "unit")
        self._persons = tuple(name for name, column in self.spec.columns.items() if column.kind is Kind.PERSON)

    def take(self, on_rows: Callable[[int], None]) -> None:
        """Store or reject every row; `on_rows` hears how many each batch had."""
        source = self._source
        batches = source.batches() if source.batches else gathered(source.table, source.rows)
        while True:
            with _uncollected():
                batch = next(batches, None)
                if batch is None:
                    return
                self._take(batch)
            on_rows(batch.rows.num_rows + len(batch.rejects))

    def _take(self, batch: Batch) -> None:
        self.counts.rows += batch.rows.num_rows + len(batch.rejects)
        self._unreadable(batch.rejects)
        self._store(self._once(self._hidden(self._known_units(batch.rows))))

    def _unreadable(self, rejects: Iterable[Reject]) -> None:
        """Readers name the column of a reject by the heading of the sheet."""
        columns = {heading: column for column, heading in self._source.headings.items()}
        for item in rejects:
            column = _logical(columns.get(item.column, item.column), self.spec.columns)
            hidden = item.person or column in self._persons
            self._rejected(item.number, (column, item.column), item.value, (item.reason, item.accepted), hidden)

    def _known_units(self, rows: pa.Table) -> pa.Table:
        """Units by code; a row that names an unknown one is kept aside whole, nothing is guessed."""
        for name in self._units:
            if name not in rows.schema.names:
                continue
            named = rows[name]
            rows = _with(rows, name, self._shared.units.find)
            unknown = pc.and_(named.is_valid(), rows[name].is_null())
            for number, text in zip(*(c.filter(unknown).to_pylist() for c in (rows["row"], named)), strict=True):
                self._reject(number, name, text, (say(NO_UNIT), say(UNIT_FORM)))
            rows = rows.filter(pc.invert(unknown))
        return rows

    def _hidden(self, rows: pa.Table) -> pa.Table:
        """Persons by pseudonym."""
        for name in self._persons:
            if name in rows.schema.names:
                rows = _with(rows, name, self._shared.pseudonym)
        return rows

    def _once(self, rows: pa.Table) -> pa.Table:
        """The rows whose key no earlier row had. Rows with an empty cell in their key are not compared."""
        if self.spec.name == "coverage" or not set(self.spec.key) <= set(rows.schema.names):
            return rows
        keys = list(zip(*(rows[name].to_pylist() for name in self.spec.key), strict=True))
        numbers = rows["row"].to_pylist()
        whole = [index for index, key in enumerate(keys) if None not in key]
        if not whole:
            return rows
        found = self._shared.seen(self.spec.name).repeated(
            [keys[i] for i in whole], self._place, [numbers[i] for i in whole]
        )
        if not found:
            return rows
        kept = np.ones(len(keys), dtype=bool)
        for index, (place, number) in found.items():
            kept[whole[index]] = False
            self._doubled(numbers[whole[index]], keys[whole[index]], number, self._shared.places[place])
        return rows.filter(pa.array(kept))

    def _doubled(self, row: int, key: tuple[object, ...], number: int, place: Place) -> None:
        told = zip(self.spec.key, key, strict=True)
        value = " · ".join(str(part) for name, part in told if name not in self._persons and name != "unit_id")
        columns = ", ".join(column_label(self.spec.name, _logical(name, self.spec.columns)) for name in self.spec.key)
        why = say(STORED if place.stored else DOUBLED, row=number, file=place.file), say(KEY_FORM, columns=columns)
        self._reject(row, _logical(self.spec.key[-1], self.spec.columns), value, why)

    def _store(self, rows: pa.Table) -> None:
        self.counts.stored += rows.num_rows
        if not rows.num_rows:
            return
        if self.spec.name == "unit":
            for unit_id, name in zip(*(rows[name].to_pylist() for name in ("unit_id", "name")), strict=True):
                self._shared.units.add(str(unit_id), str(name))
        for name, value in (("source_file", self.file), ("sheet", self.sheet)):
            rows = rows.append_column(name, pa.repeat(value, rows.num_rows))
        self.seen.see(rows)
        self._shared.store.append(self.spec.name, rows)

    def _reject(self, row: int, column: str, value: str, why: tuple[str, str]) -> None:
        """The column is told as its sheet calls it, else as the contract's label does."""
        name = _logical(column, self.spec.columns)
        heading = self._source.headings.get(name) or column_label(self.spec.name, name)
        self._rejected(row, (name, heading), value, why, name in self._persons)

    def _rejected(self, row: int, column: tuple[str, str], value: str, why: tuple[str, str], hidden: bool) -> None:
        self.counts.rejected += 1
        place = (self.spec.name, self.file, self.sheet, row)
        self._shared.reject(Rejected(*place, *column, value, *why, hidden))


@contextmanager
def _uncollected() -> Iterator[None]:
    """Looking for cycles among thousands of new rows finds none and costs a quarter of the time."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _with(rows: pa.Table, name: str, meaning: Callable[[str], str | None]) -> pa.Table:
    """The rows with each text of a column replaced by what it means."""
    coded = rows[name].combine_chunks().dictionary_encode()
    texts = pa.array(map(meaning, coded.dictionary.to_pylist()), pa.string())
    return rows.set_column(rows.schema.get_field_index(name), name, texts.take(coded.indices))


def _logical(column: str, columns: Any) -> str:
    """`received` for `received_on`, the column itself otherwise."""
    return column if column in columns else column.removesuffix("_on").removesuffix("_at")
