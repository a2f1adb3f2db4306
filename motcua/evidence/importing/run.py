"""Imports sources into a snapshot: every row stored or rejected, coverage asked or derived, then swapped in."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path

import pyarrow as pa

from motcua.evidence.importing.covering import Covered, Stretch, Told, stretches
from motcua.evidence.importing.earlier import Earlier
from motcua.evidence.importing.plan import Source
from motcua.evidence.importing.rejects import Rejected, RejectsBook
from motcua.evidence.importing.sheet import Shared, Sheet
from motcua.evidence.importing.units import Units
from motcua.evidence.manifest import digest
from motcua.evidence.pseudonyms import pseudonyms
from motcua.evidence.published import OURS, procedure_rows
from motcua.evidence.readers import SourceTable, read
from motcua.evidence.readers.procedures import NamedProcedures
from motcua.evidence.snapshot import Snapshot, SnapshotWriter, SourceNote, arrow_schema
from motcua.evidence.table import Kind
from motcua.evidence.tables import CONTRACT
from motcua.language import Refusal, Words, grouped, say
from motcua.worktime import calendar_rows

STRICT = Words(
    "{file}, trang {sheet}, dòng {row}, cột {column}: {reason}; cần {accepted}.",
    "{file}, sheet {sheet}, row {row}, column {column}: {reason}; wanted is {accepted}.",
)
ODD_UNIT = Words(
    "{file}: đơn vị “{unit}” không có trong danh mục đơn vị; hãy ghi mã hoặc tên đúng như trong bảng đơn vị.",
    "{file}: the unit “{unit}” is not in the list of units; give its code or name as in the unit table.",
)
CARRIED = Words(
    "Giữ nguyên từ {folder}: {tables} bảng, {rows} dòng; chốt dữ liệu {as_of}.",
    "Carried over from {folder}: {tables} tables, {rows} rows; data as of {as_of}.",
)
FIRST = frozenset({"unit", "procedure"})
Listener = Callable[[str, int], None]


@dataclass(frozen=True)
class Asked:
    """What is to be imported, where to, and how strictly; `earlier` is carried over as it is."""

    sources: tuple[Source, ...]
    to: Path
    rejects: Path
    as_of: datetime
    key: bytes
    strict: bool = False
    earlier: Snapshot | None = None


@dataclass(frozen=True)
class Outcome:
    """What came of one sheet."""

    note: SourceNote
    headings: Mapping[str, str]
    ignored: tuple[str, ...]


@dataclass
class Report:
    """What came of an import."""

    outcomes: list[Outcome] = field(default_factory=list)
    covered: list[Covered] = field(default_factory=list)
    unknown_words: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    unmatched: Mapping[str, int] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)
    rejects: Path | None = None


def run_import(asked: Asked, on_rows: Listener = lambda _file, _rows: None) -> Report:
    """Raises Refusal where a source cannot be read and, if strict, at the first rejected row; the earlier one stays."""
    notes = asked.earlier.manifest.sources if asked.earlier else ()
    with (
        RejectsBook(asked.rejects, at=asked.as_of) as book,
        SnapshotWriter(asked.to, as_of=asked.as_of, sources=notes) as writer,
    ):
        intake = _Intake(asked, writer, book)
        if asked.earlier:
            intake.carry(Earlier(asked.earlier))
        for source in asked.sources:
            intake.take_first(source, on_rows)
        for source in asked.sources:
            intake.take_rest(source, on_rows)
        intake.finish()
    intake.report.rejects = asked.rejects if book.count else None
    return intake.report


class _Intake:
    def __init__(self, asked: Asked, writer: SnapshotWriter, book: RejectsBook) -> None:
        self.report = Report()
        self._asked, self._writer, self._book = asked, writer, book
        self._shared = Shared(self, self._reject, Units(asked.as_of.date()), pseudonyms(asked.key))
        self._tables: set[str] = set()
        self._procedures: list[tuple[str, str]] = []
        self._names: NamedProcedures | None = None
        self._told = Told()
        self._done: list[Source] = []

    def append(self, table: str, batch: pa.Table) -> None:
        """Rows of sheets, on their way to the writer; what is needed for later sheets is remembered."""
        self._tables.add(table)
        if table == "coverage":
            self._told.hear(batch.to_pylist())
        elif table == "procedure":
            pairs = (batch[name].to_pylist() for name in ("procedure_code", "name"))
            self._procedures += zip(*pairs, strict=True)
        self._writer.append(table, batch)

    def carry(self, earlier: Earlier) -> None:
        """Everything of the earlier snapshot goes to the writer as it is; later sheets are read in its light."""
        self._shared.earlier = earlier
        for table in earlier.tables:
            for batch in earlier.batches(table):
                self._writer.append(table, batch)
        for unit_id, name, published in earlier.units():
            self._shared.units.keep(unit_id, name, published=published)
        self._procedures += earlier.procedures()
        told = {"folder": earlier.snapshot.folder, "as_of": f"{self._asked.as_of:%d/%m/%Y}"}
        self.report.remarks.append(say(CARRIED, **told, tables=len(earlier.tables), rows=grouped(earlier.rows)))

    def take_first(self, source: Source, on_rows: Listener) -> None:
        """The sheets of units and procedures, wherever they stand: the rows of other sheets name both."""
        named = {feed.table for feed in source.profile.feeds} if source.profile else {None}
        if None not in named and not named & FIRST:
            return
        tables = set()
        for table in read(source.path, profile=source.profile, constants=source.constants):
            tables.add(table.table)
            if table.table in FIRST:
                self._sheet(source, table, on_rows)
        if tables <= FIRST:
            self._done.append(source)

    def take_rest(self, source: Source, on_rows: Listener) -> None:
        if source in self._done:
            return
        for table in read(source.path, profile=source.profile, constants=source.constants, catalogue=self._catalogue()):
            if not table.table:
                self.report.remarks.append(table.note)
            elif table.table not in FIRST:
                self._sheet(source, table, on_rows)

    def finish(self) -> None:
        """What no source brought and the project knows itself, then coverage."""
        if not self._has("procedure"):
            self._own("procedure", procedure_rows())
        if "unit" not in self._tables:
            self._own("unit", self._shared.units.rows_in_use())
        if "calendar_day" not in self._tables:
            self._own("calendar_day", ({**row, "source_file": OURS} for row in self._days()))
        self.report.covered = [stretch for found in self.report.covered for stretch in self._told.instead_of(found)]
        self._own("coverage", (row for stretch in self.report.covered for row in stretch.rows()))
        self._own("coverage", self._told.kinds())
        if self._names is not None:
            self.report.unmatched = self._names.unmatched

    def _has(self, table: str) -> bool:
        earlier = self._shared.earlier
        return table in self._tables or (earlier is not None and table in earlier.tables)

    def _days(self) -> Iterable[Mapping[str, object]]:
        earlier = self._shared.earlier
        return earlier.days_to_add(*self._years()) if earlier else calendar_rows(*self._years())

    def _sheet(self, source: Source, table: SourceTable, on_rows: Listener) -> None:
        sheet = Sheet(table, self._shared, source.name)
        sheet.take(lambda rows: on_rows(source.name, rows))
        counts = sheet.counts
        if counts.rows != counts.stored + counts.rejected:
            raise AssertionError(f"{source.name}: {counts}")
        note = SourceNote(
            source.name, table.sheet, table.table, counts.rows, counts.stored, counts.rejected, digest(source.path)
        )
        self._writer.note(note)
        self.report.outcomes.append(Outcome(note, table.headings, table.ignored))
        self.report.covered += self._covered(source, sheet)

    def _covered(self, source: Source, sheet: Sheet) -> list[Covered]:
        """A file that names no unit in its rows speaks for the unit it was imported for."""
        if source.unit and not sheet.seen.units:
            sheet.seen.units.add(self._unit(source.unit, source))
        asked = source.covers and tuple(
            replace(stretch, unit=self._unit(stretch.unit, source)) if stretch.unit else stretch
            for stretch in source.covers
        )
        return [self._stretch(source, sheet, stretch) for stretch in stretches(sheet.seen, asked)]

    @staticmethod
    def _stretch(source: Source, sheet: Sheet, stretch: Stretch) -> Covered:
        unit, asked = str(stretch.unit), source.covers is not None
        kinds = sheet.seen.kinds(unit, asked=asked, named=source.kinds)
        place = (stretch.first, stretch.last, source.name, sheet.sheet)
        return Covered(sheet.spec.name, unit, *place, asked, sheet.fed, kinds)

    def _unit(self, text: str, source: Source) -> str:
        unit = self._shared.units.find(text)
        if unit is None:
            raise Refusal(ODD_UNIT, file=source.name, unit=text)
        return unit

    def _catalogue(self) -> NamedProcedures:
        """Names of the procedures that a source brought, else of the published ones."""
        if self._names is None:
            published = ((str(row["procedure_code"]), str(row["name"])) for row in procedure_rows())
            self._names = NamedProcedures(self._procedures or published)
        return self._names

    def _own(self, table: str, rows: Iterable[Mapping[str, object]]) -> None:
        content = list(rows)
        if content:
            self._writer.append(table, pa.Table.from_pylist(content, arrow_schema(table)))

    def _years(self) -> tuple[int, int]:
        days: set[date] = {self._asked.as_of.date()}
        for stretch in self.report.covered:
            days |= {stretch.first, stretch.last}
        return min(days).year - 1, max(days).year + 1

    def _reject(self, rejected: Rejected) -> None:
        if self._asked.strict:
            place = {"file": rejected.file, "sheet": rejected.sheet, "row": rejected.row, "column": rejected.heading}
            raise Refusal(STRICT, **place, reason=rejected.reason, accepted=rejected.accepted)
        self._book.add(rejected)
        column = CONTRACT[rejected.table].columns.get(rejected.column)
        if column is not None and column.kind is Kind.WORD and not column.open and rejected.value:
            self.report.unknown_words[rejected.table, rejected.column, rejected.value] += 1
