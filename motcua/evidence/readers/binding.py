"""A found header and a profile settled into a plan for streaming."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from motcua.evidence.readers import headings as names
from motcua.evidence.readers import terms
from motcua.evidence.readers.batches import read_texts
from motcua.evidence.readers.derive import Derived, derivations
from motcua.evidence.readers.folding import fold
from motcua.evidence.readers.grid import Cells, Grid, unmerged
from motcua.evidence.readers.layout import Header
from motcua.evidence.readers.matching import candidates, shown
from motcua.evidence.readers.procedures import ProcedureNames
from motcua.evidence.readers.profile import Feed
from motcua.evidence.readers.rows import SourceTable
from motcua.evidence.readers.streaming import Cell, Plan, data_rows, stream
from motcua.evidence.readers.unreadable import Unreadable
from motcua.evidence.readers.values import text
from motcua.evidence.readers.vocabulary import parser
from motcua.evidence.table import Column, Kind
from motcua.evidence.tables import CONTRACT
from motcua.language import Refusal, Words

_NAMED = Column(Kind.TEXT)
_COUNTED = frozenset({Kind.INTEGER, Kind.MONEY, Kind.NUMBER})
_NO_HEADING = Words(
    vi="{file}, trang “{sheet}”: hồ sơ nguồn cần cột “{heading}” nhưng không có; các tiêu đề có: {seen}",
    en="{file}, sheet “{sheet}”: the profile asks for a column “{heading}” that is not there; the headings are: {seen}",
)
_BAD_CONSTANT = Words(
    vi="giá trị cố định {column}: {why}; cần {accepted}", en="constant {column}: {why}; give {accepted}"
)


def bind(
    grid: Grid, header: Header, feed: Feed, constants: Mapping[str, object], catalogue: ProcedureNames | None
) -> SourceTable:
    """The sheet as a table, ready to stream."""
    _pins_stand(grid, header, feed)
    plan = _plan(grid, header, feed, constants, catalogue)
    start = header.below

    def opened() -> tuple[Iterator[Cells], int, Plan]:
        fresh = replace(plan, derived=_derived(grid, header, feed))
        below, offset = data_rows(unmerged(grid.rows(), grid.merges, start, _counts(header)), start)
        return below, grid.first + offset, fresh

    found = header.match
    used = set(found.columns.values()) | set(found.times.values())
    heads = [shown(heading) for heading in header.headings]
    ignored = tuple(h for at, h in enumerate(heads) if h and at not in used and fold(h) not in names.meaningless())
    return SourceTable(
        grid.file,
        grid.sheet,
        found.table,
        {c: heads[at] for c, at in found.columns.items()},
        ignored,
        lambda: stream(*opened()),
        batches=(lambda: read_texts(found.table, *opened())) if grid.texts and plan.plain else None,
    )


def _counts(header: Header) -> frozenset[int]:
    """Where counts and money stand: merged over two rows they are still one. Numbers that name a row are no counts."""
    spec = CONTRACT[header.match.table]
    counted = {name for name, column in spec.columns.items() if column.kind in _COUNTED and not name.endswith("year")}
    return frozenset(at for column, at in header.match.columns.items() if column in counted - set(spec.key))


def _plan(
    grid: Grid, header: Header, feed: Feed, constants: Mapping[str, object], catalogue: ProcedureNames | None
) -> Plan:
    table = header.match.table
    fixed = {*feed.constants, *feed.keys}
    cells = [_cell(header, feed, column, at) for column, at in header.match.columns.items() if column not in fixed]
    cells += _beside(header, fixed)
    spec = CONTRACT[table]
    defaults = _constants(
        table, {c: v for c, v in constants.items() if c in spec.columns and c not in feed.constants}, feed
    )
    heads = tuple(shown(heading) for heading in header.headings)
    return Plan(
        cells=tuple(sorted(cells, key=lambda cell: cell.position)),
        width=len(header.headings),
        headings=heads,
        needed=_needed(table, header, heads),
        constants=_constants(table, feed.constants, feed),
        defaults=defaults,
        derived=_derived(grid, header, feed),
        templates=feed.keys,
        filled=_position(grid, header, heads, feed.only_where_filled),
        skipped=_skipped(grid, header, heads, feed),
        weak=_weak(table, header),
        by_name="procedure_name" in header.match.columns and "procedure_code" in spec.columns,
        catalogue=catalogue,
    )


def _derived(grid: Grid, header: Header, feed: Feed) -> dict[str, Derived]:
    """Made anew for each reading: some remember what they saw."""
    made = derivations(header.match.table, grid.file, grid.sheet, header.told)
    return {column: one for column, one in made.items() if column not in feed.constants and column not in feed.keys}


def _cell(header: Header, feed: Feed, column: str, at: int) -> Cell:
    table = header.match.table
    spec = CONTRACT[table].columns.get(column, _NAMED)
    heading = shown(header.headings[at])
    own = feed.words.get(column, {})
    return Cell(
        column,
        at,
        heading,
        terms.amount if column == "term_value" else parser(table, column, spec, own),
        spec.kind is Kind.PERSON,
        spec.kind is Kind.MOMENT,
        header.match.times.get(column),
    )


def _beside(header: Header, fixed: set[str]) -> list[Cell]:
    """The unit of a term that stands in the same cell as its number."""
    at = header.match.columns.get("term_value")
    if at is None or "term_unit" in {*header.match.columns, *fixed}:
        return []
    return [Cell("term_unit", at, shown(header.headings[at]), terms.unit)]


def _needed(table: str, header: Header, heads: tuple[str, ...]) -> tuple[tuple[str, str, str], ...]:
    out = []
    for name, spec in CONTRACT[table].columns.items():
        if spec.needed:
            at = header.match.columns.get(name)
            stored = f"{name}_on" if spec.kind is Kind.MOMENT else name
            label = names.label(table, name)
            out.append((stored, heads[at] if at is not None else label, label))
    return tuple(out)


def _constants(table: str, given: Mapping[str, object], feed: Feed) -> dict[str, object]:
    """Constants through the parsers of their columns."""
    out: dict[str, object] = {}
    for column, raw in given.items():
        spec = CONTRACT[table].columns[column]
        try:
            value = parser(table, column, spec, feed.words.get(column, {}))(raw)
        except Unreadable as error:
            raise Refusal(_BAD_CONSTANT, column=column, why=error.reason, accepted=error.accepted) from None
        if spec.kind is Kind.MOMENT and isinstance(value, tuple):
            out |= {f"{column}_on": value[0], f"{column}_at": value[1]}
        else:
            out[column] = value
    return out


def lacks(header: Header, feed: Feed) -> str | None:
    """The first heading that the profile names and the sheet has not."""
    heads = {text for heading in header.headings for text in (fold(shown(heading)), *candidates(heading))}
    for accepted in feed.columns.values():
        if heads.isdisjoint(map(fold, accepted)):
            return accepted[0]
    named = feed.only_where_filled
    return named if named and fold(named) not in heads and named not in header.match.columns else None


def _pins_stand(grid: Grid, header: Header, feed: Feed) -> None:
    heading = lacks(header, feed)
    if heading:
        seen = " | ".join(text for text in map(shown, header.headings) if text)
        raise Refusal(_NO_HEADING, file=grid.file, sheet=grid.sheet, heading=heading, seen=seen)


def _position(grid: Grid, header: Header, heads: tuple[str, ...], heading: str | None) -> int | None:
    """Where a heading named by the profile stands: a column of the contract or a heading of the sheet."""
    if heading is None:
        return None
    if heading in header.match.columns:
        return header.match.columns[heading]
    wanted = fold(text(heading) or "")
    for at, texts in enumerate(header.headings):
        if wanted in (fold(heads[at]), *map(fold, texts)):
            return at
    raise Refusal(
        _NO_HEADING, file=grid.file, sheet=grid.sheet, heading=heading, seen=" | ".join(h for h in heads if h)
    )


def _skipped(grid: Grid, header: Header, heads: tuple[str, ...], feed: Feed) -> tuple[tuple[int, frozenset[str]], ...]:
    out = []
    for heading, unwanted in feed.skip_rows_where.items():
        at = _position(grid, header, heads, heading)
        if at is not None:
            out.append((at, frozenset(map(fold, unwanted))))
    return tuple(out)


def _weak(table: str, header: Header) -> bool:
    """Few columns must be filled, so that a note could pass for a record."""
    strong = [
        n
        for n, c in CONTRACT[table].columns.items()
        if c.needed and n in header.match.columns and c.kind is not Kind.TEXT
    ]
    return not strong
