"""Rows of a sheet turned, one by one, into rows of a table: parsed, completed, checked."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from motcua.evidence.readers import values as parse
from motcua.evidence.readers.derive import Derived
from motcua.evidence.readers.folding import fold
from motcua.evidence.readers.grid import Cells
from motcua.evidence.readers.layout import is_numbering
from motcua.evidence.readers.notes import is_note, is_total
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


@dataclass(frozen=True)
class Cell:
    """One column of a sheet bound to one column of the table: its position, heading and parser."""

    column: str
    position: int
    heading: str
    parse: Parser
    person: bool = False
    time: int | None = None


@dataclass(frozen=True)
class Plan:
    """All that is settled before the first row."""

    singles: tuple[Cell, ...]
    moments: tuple[Cell, ...]
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


class _Bad(Exception):
    """A cell that spoils its row."""

    def __init__(self, reject: Reject) -> None:
        self.reject = reject


def stream(rows: Iterable[Cells], first: int, plan: Plan) -> Iterator[Row | Reject]:
    """Every record once, as a Row or as a Reject; `first` is the number of the first of `rows`."""
    finished = False
    width = plan.width
    for number, cells in enumerate(rows, first):
        if len(cells) < width:
            cells = [*cells, *[""] * (width - len(cells))]
        if is_total(cells):
            finished = True
            continue
        try:
            values = _values(cells, plan, number)
        except _Bad as bad:
            if _skippable(cells, plan, finished):
                finished = finished or not _is_blank(cells)
            elif _passes(cells, plan):
                yield bad.reject
            continue
        if plan.weak and _hardly(values) and (_is_blank(cells) or is_note(cells, plan.headings)):
            continue
        if not _passes(cells, plan):
            continue
        finished = False
        yield Row(number, values)


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
    values: dict[str, object] = {}
    cell = None
    try:
        for cell in plan.singles:
            values[cell.column] = cell.parse(cells[cell.position])
        for cell in plan.moments:
            raw = cells[cell.position]
            on, at = cell.parse(raw) if cell.time is None else parse.joined(raw, cells[cell.time])  # type: ignore[misc]
            values[cell.column + "_on"] = on
            values[cell.column + "_at"] = at
    except Unreadable as error:
        assert cell is not None
        raise _Bad(_reject(number, cell, cells[cell.position], error.reason, error.accepted)) from None
    _complete(values, plan, number)
    for column, heading, label in plan.needed:
        if values.get(column) is None:
            raise _Bad(_missing(column, heading, label, values, plan, number))
    return values


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


def _reject(number: int, cell: Cell, raw: object, reason: str, accepted: str) -> Reject:
    return Reject(number, cell.heading, str(raw)[:_LONGEST], reason, accepted, cell.person)


def _missing(column: str, heading: str, label: str, values: Mapping[str, object], plan: Plan, number: int) -> Reject:
    name = values.get("procedure_name")
    if column == "procedure_code" and plan.by_name and name:
        at = next((cell.heading for cell in plan.singles if cell.column == "procedure_name"), heading)
        return Reject(number, at, str(name)[:_LONGEST], say(_NO_PROCEDURE), say(_FROM_LIST), False)
    return Reject(number, heading, "", say(_BLANK, label=label), say(_FILL, label=label), False)


def _is_blank(cells: Cells) -> bool:
    return not any(
        cell is not None and cell != "" and not (isinstance(cell, str) and not cell.strip()) for cell in cells
    )


def _skippable(cells: Cells, plan: Plan, finished: bool) -> bool:
    """Not a record: blank, a note, or what stands under the total (names of those who signed)."""
    if _is_blank(cells) or is_note(cells, plan.headings):
        return True
    return (
        finished
        and sum(1 for cell in cells if cell not in ("", None)) <= 4
        and all(isinstance(c, str) for c in cells if c not in ("", None))
    )


def _hardly(values: Mapping[str, object]) -> bool:
    return sum(1 for column, value in values.items() if value is not None and not column.endswith("_id")) <= 2


def _passes(cells: Cells, plan: Plan) -> bool:
    """Whether the profile wants the row for this table."""
    if plan.filled is not None and (cells[plan.filled] in ("", None) or not str(cells[plan.filled]).strip()):
        return False
    return not any(fold(str(cells[position])) in unwanted for position, unwanted in plan.skipped)
