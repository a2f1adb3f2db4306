"""One sheet on its way into a snapshot: batches are checked against units and keys, persons hidden, the rest stored."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, Protocol

import pyarrow as pa

from motcua.evidence.importing.covering import DaysSeen
from motcua.evidence.importing.earlier import Earlier
from motcua.evidence.importing.keys import SeenKeys
from motcua.evidence.importing.rejects import Rejected
from motcua.evidence.importing.units import Units
from motcua.evidence.readers import Reject, Row, SourceTable
from motcua.evidence.readers import label as column_label
from motcua.evidence.snapshot import arrow_schema
from motcua.evidence.table import SOURCE, Kind
from motcua.evidence.tables import CONTRACT
from motcua.language import Words, say

BATCH = 20_000
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
        for batch in _batches(self._source.rows):
            self.counts.rows += len(batch)
            self._store(self._once(self._hidden(self._known_units(self._readable(batch)))))
            on_rows(len(batch))

    def _readable(self, batch: list[Row | Reject]) -> Iterator[Row]:
        """Readers name the column of a reject by the heading of the sheet."""
        columns = {heading: column for column, heading in self._source.headings.items()}
        for item in batch:
            if isinstance(item, Row):
                yield item
            else:
                column = _logical(columns.get(item.column, item.column), self.spec.columns)
                hidden = item.person or column in self._persons
                self._rejected(item.number, (column, item.column), item.value, (item.reason, item.accepted), hidden)

    def _known_units(self, rows: Iterable[Row]) -> list[Row]:
        """Units by code; a row that names an unknown one is kept aside whole, nothing is guessed."""
        known = list(rows)
        for name in self._units:
            known = [row for row in known if self._names_unit(row, name)]
        return known

    def _names_unit(self, row: Row, name: str) -> bool:
        text = row.values.get(name)
        if text is None:
            return True
        row.values[name] = self._shared.units.find(str(text))
        if row.values[name] is None:
            self._reject(row.number, name, str(text), (say(NO_UNIT), say(UNIT_FORM)))
        return row.values[name] is not None

    def _hidden(self, rows: list[Row]) -> list[Row]:
        """Persons by pseudonym."""
        pseudonym = self._shared.pseudonym
        for name in self._persons:
            for row in rows:
                person = row.values.get(name)
                if person is not None:
                    row.values[name] = pseudonym(str(person))
        return rows

    def _once(self, rows: list[Row]) -> list[Row]:
        """The rows whose key no earlier row had. Rows with an empty cell in their key are not compared."""
        names = self.spec.key
        keys = [tuple([row.values.get(name) for name in names]) for row in rows]
        whole = [index for index, key in enumerate(keys) if None not in key]
        if self.spec.name == "coverage" or not whole:
            return rows
        found = self._shared.seen(self.spec.name).repeated(
            [keys[i] for i in whole], self._place, [rows[i].number for i in whole]
        )
        repeats = {whole[index]: place for index, place in found.items()}
        for index, (place, number) in repeats.items():
            self._doubled(rows[index], number, self._shared.places[place])
        return [row for index, row in enumerate(rows) if index not in repeats] if repeats else rows

    def _doubled(self, row: Row, number: int, place: Place) -> None:
        shown = [n for n in self.spec.key if n not in self._persons and n != "unit_id"]
        value = " · ".join(str(row.values[name]) for name in shown)
        columns = ", ".join(column_label(self.spec.name, _logical(name, self.spec.columns)) for name in self.spec.key)
        told = say(STORED if place.stored else DOUBLED, row=number, file=place.file)
        why = told, say(KEY_FORM, columns=columns)
        self._reject(row.number, _logical(self.spec.key[-1], self.spec.columns), value, why)

    def _store(self, rows: list[Row]) -> None:
        self.counts.stored += len(rows)
        if not rows:
            return
        if self.spec.name == "unit":
            for row in rows:
                self._shared.units.add(str(row.values["unit_id"]), str(row.values["name"]))
        table = _columns(self.spec.name, rows, self.file, self.sheet)
        self.seen.see(table)
        self._shared.store.append(self.spec.name, table)

    def _reject(self, row: int, column: str, value: str, why: tuple[str, str]) -> None:
        """The column is told as its sheet calls it, else as the contract's label does."""
        name = _logical(column, self.spec.columns)
        heading = self._source.headings.get(name) or column_label(self.spec.name, name)
        self._rejected(row, (name, heading), value, why, name in self._persons)

    def _rejected(self, row: int, column: tuple[str, str], value: str, why: tuple[str, str], hidden: bool) -> None:
        self.counts.rejected += 1
        place = (self.spec.name, self.file, self.sheet, row)
        self._shared.reject(Rejected(*place, *column, value, *why, hidden))


def _batches(rows: Iterator[Row | Reject]) -> Iterator[list[Row | Reject]]:
    while batch := list(islice(rows, BATCH)):
        yield batch


def _logical(column: str, columns: Any) -> str:
    """`received` for `received_on`, the column itself otherwise."""
    return column if column in columns else column.removesuffix("_on").removesuffix("_at")


def _columns(table: str, rows: list[Row], file: str, sheet: str) -> pa.Table:
    """Column by column, since a row of dictionaries costs Arrow several times as much."""
    values = [row.values for row in rows]
    given = set().union(*values)
    arrays = {}
    for column in arrow_schema(table):
        if column.name in given and column.name not in SOURCE:
            arrays[column.name] = pa.array([row.get(column.name) for row in values], column.type)
    arrays["source_file"] = pa.repeat(file, len(rows))
    arrays["sheet"] = pa.repeat(sheet, len(rows))
    arrays["row"] = pa.array([row.number for row in rows], pa.int64())
    return pa.table(arrays)
