"""Rows of a sheet turned, one by one, into rows of a table: parsed, completed, checked."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from motcua.evidence.readers.derive import Derived
from motcua.evidence.readers.folding import fold
from motcua.evidence.readers.grid import Cells
from motcua.evidence.readers.layout import is_numbering
from motcua.evidence.readers.moments import joined, moment
from motcua.evidence.readers.notes import is_end, is_name, is_note, is_total
from motcua.evidence.readers.procedures import ProcedureNames
from motcua.evidence.readers.rows import Reject, Row
from motcua.evidence.readers.unreadable import Unreadable
from motcua.evidence.readers.vocabulary import Parser
from motcua.language import Words, say

_BLANK = Words(vi="ô trống nhưng cột “{label}” bắt buộc phải có", en="the cell is empty but “{label}” is never empty")
_FILL = Words(vi="điền “{label}”", en="fill in “{label}”")
_NO_PROCEDURE = Words(vi="tên thủ tục không có trong danh mục", en="no procedure of that name in the catalogue")
_FROM_LIST = Words(
    vi="mã thủ tục, hoặc tên đúng như danh mục đã công bố", en="the procedure's code, or its name as published"
)
_LONGEST = 200
_REMEMBERED = 1 << 14


@dataclass(frozen=True)
class Cell:
    """One column of a sheet bound to one column of the table: its position, heading and parser."""

    column: str
    position: int
    heading: str
    parse: Parser
    person: bool = False
    moment: bool = False
    time: int | None = None


class Parsed(dict[object, object]):
    """What the texts of one column mean: those seen are looked up, not parsed again; bounded."""

    def __init__(self, parse: Parser) -> None:
        super().__init__()
        self.parse = parse

    def __missing__(self, raw: object) -> object:
        value = self.parse(raw)
        if type(raw) is str and len(self) < _REMEMBERED:  # 1, 1.0 and True would share one place
            self[raw] = value
        return value


@dataclass(frozen=True)
class Plan:
    """All that is settled before the first row."""

    cells: tuple[Cell, ...]
    width: int
    headings: tuple[str, ...]
    needed: tuple[tuple[str, str, str], ...]  # stored column, heading or label, label
    constants: Mapping[str, object]
    defaults: Mapping[str, object]
    derived: Mapping[str, Derived]
    templates: Mapping[str, str]
    filled: int | None
    skipped: tuple[tuple[int, frozenset[str]], ...]
    weak: bool
    by_name: bool
    catalogue: ProcedureNames | None

    @cached_property
    def singles(self) -> tuple[tuple[str, int, Parsed], ...]:
        return tuple((cell.column, cell.position, Parsed(cell.parse)) for cell in self.cells if not cell.moment)

    @cached_property
    def moments(self) -> tuple[tuple[str, str, int], ...]:
        """Moments in one cell: stored day, stored instant, position."""
        whole = [cell for cell in self.cells if cell.moment and cell.time is None]
        return tuple((f"{cell.column}_on", f"{cell.column}_at", cell.position) for cell in whole)

    @cached_property
    def parted(self) -> tuple[tuple[str, str, int, int], ...]:
        """Moments whose day and time stand in two cells."""
        return tuple((f"{c.column}_on", f"{c.column}_at", c.position, c.time) for c in self.cells if c.time is not None)

    @cached_property
    def completed(self) -> bool:
        return bool(self.by_name or self.constants or self.defaults or self.derived or self.templates)

    @cached_property
    def plain(self) -> bool:
        """Whether rows can be read column by column: none is left out, and no cell depends on another."""
        read = {cell.column for cell in self.cells}
        coded = any(column == "procedure_code" for column, _, _ in self.needed)
        apart = self.parted or self.templates or self.weak or self.chosen or (self.by_name and coded)
        return not apart and read.issuperset(self.derived)

    @cached_property
    def chosen(self) -> bool:
        """Whether the profile leaves rows out."""
        return self.filled is not None or bool(self.skipped)


class _Bad(Exception):
    """A cell that spoils its row."""

    def __init__(self, reject: Reject) -> None:
        self.reject = reject


class Records:
    """Tells records from notes, row by row; `ended` where the last rows were a total and what stands under it."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.ended = False

    def read(self, number: int, row: Cells) -> Row | Reject | None:
        """The record in a row; nothing where it holds none or one that the profile leaves out."""
        plan = self.plan
        cells = row if len(row) >= plan.width else [*row, *[""] * (plan.width - len(row))]
        if is_total(cells):
            self.ended = True
            return None
        out = _record(cells, plan, number)
        if (type(out) is Reject or (plan.weak and _hardly(out))) and _no_record(cells, plan, self.ended):
            self.ended = self.ended or is_end(cells)
        elif not plan.chosen or _passes(cells, plan):
            self.ended = self.ended and type(out) is Reject
            return out
        return None


def stream(rows: Iterable[Cells], first: int, plan: Plan) -> Iterator[Row | Reject]:
    """Every record once, as a Row or as a Reject; `first` is the number of the first of `rows`."""
    records = Records(plan)
    for number, row in enumerate(rows, first):
        out = records.read(number, row)
        if out is not None:
            yield out


def _record(cells: Cells, plan: Plan, number: int) -> Row | Reject:
    try:
        return Row(number, _values(cells, plan, number))
    except _Bad as bad:
        return bad.reject


def data_rows(rows: Iterator[Cells], below: int) -> tuple[Iterator[Cells], int]:
    """The rows under the header with their offset; a numbering row right below is left out."""
    start = islice(rows, below, None)
    head = next(start, None)
    if head is None:
        return iter(()), below
    if is_numbering(head):
        return start, below + 1
    return _with(head, start), below


def _with(head: Cells, rest: Iterator[Cells]) -> Iterator[Cells]:
    yield head
    yield from rest


def _values(cells: Cells, plan: Plan, number: int) -> dict[str, object]:
    try:
        values = {column: parsed[cells[position]] for column, position, parsed in plan.singles}
        for on, at, position in plan.moments:
            values[on], values[at] = moment(cells[position])
        for on, at, position, time in plan.parted:
            values[on], values[at] = joined(cells[position], cells[time])
    except Unreadable:
        raise _Bad(_first_bad(cells, plan, number)) from None
    if plan.completed:
        _complete(values, plan, number)
    for column, heading, label in plan.needed:
        if values.get(column) is None:
            raise _Bad(_missing(column, heading, label, values, plan, number))
    return values


def _first_bad(cells: Cells, plan: Plan, number: int) -> Reject:
    """The row once more, cell by cell in the order of the sheet, up to the one that cannot be read."""
    for cell in plan.cells:
        try:
            if cell.time is not None:
                joined(cells[cell.position], cells[cell.time])
            else:
                cell.parse(cells[cell.position])
        except Unreadable as error:
            return Reject(
                number, cell.heading, str(cells[cell.position])[:_LONGEST], error.reason, error.accepted, cell.person
            )
    raise AssertionError(number)


def _complete(values: dict[str, object], plan: Plan, number: int) -> None:
    """What the cells do not say: constants, defaults, the procedure's code, derived columns, keys from templates."""
    if plan.by_name and values.get("procedure_code") is None and plan.catalogue is not None:
        name = values.get("procedure_name")
        values["procedure_code"] = plan.catalogue.match(str(name)) if name else None
    if plan.constants:
        values.update(plan.constants)
    for column, default in plan.defaults.items():
        if values.get(column) is None:
            values[column] = default
    for column, template in plan.templates.items():
        values[column] = template.format_map(_Known(values))
    for column, derive in plan.derived.items():
        if values.get(column) is None:
            values[column] = derive(values, number)


class _Known(dict[str, object]):
    """Values for a template; what is empty prints as nothing."""

    def __missing__(self, key: str) -> object:
        return ""


def _missing(column: str, heading: str, label: str, values: Mapping[str, object], plan: Plan, number: int) -> Reject:
    name = values.get("procedure_name")
    if column == "procedure_code" and plan.by_name and name:
        at = next((cell.heading for cell in plan.cells if cell.column == "procedure_name"), heading)
        return Reject(number, at, str(name)[:_LONGEST], say(_NO_PROCEDURE), say(_FROM_LIST), False)
    return Reject(number, heading, "", say(_BLANK, label=label), say(_FILL, label=label), False)


def _is_blank(cells: Cells) -> bool:
    return not any(
        cell is not None and cell != "" and not (isinstance(cell, str) and not cell.strip()) for cell in cells
    )


def _no_record(cells: Cells, plan: Plan, ended: bool) -> bool:
    """Blank, a note, or what stands under the total."""
    return _is_blank(cells) or is_note(cells, plan.headings) or (ended and is_name(cells))


def _hardly(out: Row | Reject) -> bool:
    """A row that says almost nothing may be a note."""
    said = out.values.items() if isinstance(out, Row) else ()
    return sum(1 for column, value in said if value is not None and not column.endswith("_id")) <= 2


def _passes(cells: Cells, plan: Plan) -> bool:
    """Whether the profile wants the row for this table."""
    if plan.filled is not None and (cells[plan.filled] in ("", None) or not str(cells[plan.filled]).strip()):
        return False
    return not any(fold(str(cells[position])) in unwanted for position, unwanted in plan.skipped)
