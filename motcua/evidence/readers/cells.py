"""What the cells under a header say of its columns: a guess they refute, a list of words they keep to."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from motcua.evidence.readers import headings
from motcua.evidence.readers.concepts import concept
from motcua.evidence.readers.folding import cased, fold
from motcua.evidence.readers.matching import Heading, Match, needed, shown
from motcua.evidence.readers.moments import moment
from motcua.evidence.readers.unreadable import Unreadable
from motcua.evidence.readers.values import NO, YES
from motcua.evidence.readers.vocabulary import Parser, parser
from motcua.evidence.table import Column, Kind
from motcua.evidence.tables import CONTRACT

Cells = Sequence[object]
_FEWEST = 2


def checked(match_: Match, heads: Sequence[Heading], rows: Sequence[Cells], given: Sequence[str]) -> Match:
    """The match without guesses that most cells refute, and with free columns whose cells keep to one list of words."""
    columns = {
        column: at
        for column, at in match_.columns.items()
        if column not in match_.guessed or _reads(_under(rows, at), match_.table, column)
    }
    columns |= _spoken(match_.table, heads, rows, columns, match_.times)
    if columns == match_.columns:
        return match_
    return replace(match_, columns=columns, missing=needed(match_.table, set(given) | set(columns)))


def _under(rows: Sequence[Cells], at: int) -> list[object]:
    return [row[at] for row in rows if at < len(row) and row[at] not in ("", None)]


def _reads(cells: Sequence[object], table: str, column: str) -> bool:
    spec = CONTRACT[table].columns.get(column)
    if spec is None or not cells:
        return True
    if spec.kind in (Kind.TEXT, Kind.PERSON):
        return not all(map(_is_day, cells))
    parse = parser(table, column, spec, {})
    return sum(1 for cell in cells if _readable(parse, cell)) * 2 >= len(cells)


def _is_day(cell: object) -> bool:
    return isinstance(cell, date) or (isinstance(cell, str) and _readable(moment, cell) and moment(cell)[0] is not None)


def _readable(parse: Parser, cell: object) -> bool:
    try:
        parse(cell)
    except Unreadable:
        return False
    return True


def _spoken(
    table: str, heads: Sequence[Heading], rows: Sequence[Cells], columns: Mapping[str, int], times: Mapping[str, int]
) -> dict[str, int]:
    """Free columns of words to free headings that share a word with theirs and whose every cell is on their list."""
    free = {c: spec for c, spec in CONTRACT[table].columns.items() if spec.kind is Kind.WORD and c not in columns}
    taken = {*columns.values(), *times.values()}
    found: dict[str, list[int]] = {}
    for at, heading in enumerate(heads):
        cells = _under(rows, at) if free and at not in taken and shown(heading) else []
        fits = [c for c, spec in free.items() if _keeps(cells, table, c, spec) and _akin(shown(heading), table, c)]
        if len(fits) == 1:
            found.setdefault(fits[0], []).append(at)
    return {column: at[0] for column, at in found.items() if len(at) == 1}


def _keeps(cells: Sequence[object], table: str, column: str, spec: Column) -> bool:
    """Every cell is a word of the list, and none a plain yes, no or number."""
    texts = [cell for cell in cells if isinstance(cell, str)]
    plain = any(cased(text) in YES | NO or fold(text).isdigit() for text in texts)
    if len(texts) < max(_FEWEST, len(cells)) or plain:
        return False
    parse = parser(table, column, spec, {})
    return all(_readable(parse, text) and parse(text) in spec.words for text in texts)


def _akin(heading: str, table: str, column: str) -> bool:
    said = set(concept(fold(heading)).split())
    return any(said & set(concept(fold(name)).split()) for name in headings.names(table, column))
