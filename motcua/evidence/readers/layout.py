"""Where the header of a sheet is: title rows above, one to three lines, merged cells, a numbering row below."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from motcua.evidence.readers.cells import checked
from motcua.evidence.readers.derive import told
from motcua.evidence.readers.folding import clean
from motcua.evidence.readers.matching import Heading, Match, best, hinted, match
from motcua.evidence.tables import CONTRACT

Cells = Sequence[object]
Merges = Sequence[tuple[tuple[int, int], tuple[int, int]]]

SEARCHED = 40
_DEEPEST = 3
_ENOUGH = 0.4
_LINE = 0.02  # of two readings alike, the one with fewer lines
_LETTER = re.compile(r"\(?[A-Za-z]\)?", re.ASCII)
_VALUE = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}(?: .*)?|\d{4}-\d{2}-\d{2}.*|\d\.\d{6}", re.ASCII)
_COUNT = re.compile(r"[(\[]?(\d{1,2})(?:\.0)?[)\]]?(?:\s*=.*)?", re.ASCII)


@dataclass(frozen=True)
class Header:
    """The found header: position of its first line, how many lines, the headings, what they mean, titles folded."""

    first: int
    depth: int
    headings: tuple[Heading, ...]
    match: Match
    told: str
    rest: int = 0

    @property
    def below(self) -> int:
        """Position of the first row under the header; `rest` lines of it say nothing that is read."""
        return self.first + self.depth + self.rest


@dataclass(frozen=True)
class Wanted:
    """What is known of a sheet before its header is found."""

    names: str
    table: str | None = None
    row: int | None = None
    pinned: Mapping[str, tuple[str, ...]] | None = None
    given: tuple[str, ...] = ()


def find(rows: Sequence[Cells], merges: Merges, wanted: Wanted) -> Header | None:
    """The header that explains most; None where no row looks like one of a known table."""
    found: tuple[float, Header] | None = None
    titles = wanted.names
    firsts = range(len(rows)) if wanted.row is None else range(wanted.row, min(wanted.row + 1, len(rows)))
    for first in firsts:
        for depth in range(1, min(_DEEPEST, len(rows) - first) + 1):
            score, header = _tried(rows, merges, wanted, (first, depth), titles)
            if header is not None and score >= _ENOUGH and (found is None or score > found[0] + 1e-9):
                found = score, header
        titles = f"{titles} # {_title(rows[first])}"
    if found is None:
        return None
    header = replace(found[1], rest=_rest(rows, merges, found[1].below))
    return replace(header, match=checked(header.match, header.headings, rows[header.below :], wanted.given))


def _rest(rows: Sequence[Cells], merges: Merges, below: int) -> int:
    """Lines that still belong to the header: merged with it, or holding nothing but units in brackets."""
    reach = max([bottom for (top, _), (bottom, _) in merges if top < below <= bottom], default=below - 1)
    line = reach + 1
    while line < len(rows) and _bracketed(rows[line]):
        line += 1
    return line - below


def _bracketed(row: Cells) -> bool:
    texts = [cell.strip() for cell in row if isinstance(cell, str) and cell.strip()]
    others = any(cell not in ("", None) for cell in row if not isinstance(cell, str))
    return bool(texts) and not others and all(t[0] == "(" and t[-1] == ")" and not t[1:-1].isdigit() for t in texts)


def _title(row: Cells) -> str:
    return told(*[cell for cell in row if isinstance(cell, str) and cell])


def _tried(
    rows: Sequence[Cells], merges: Merges, wanted: Wanted, place: tuple[int, int], titles: str
) -> tuple[float, Header | None]:
    first, depth = place
    block = rows[first : first + depth]
    if not _texts(block) or (depth > 1 and _titled(block)):
        return 0.0, None
    heads = headings(block, merges, first)
    fits = _fit(heads, wanted, titles)
    if fits is None or (depth > 1 and not _speaks(block[-1], heads, fits[0], wanted)):
        return 0.0, None
    return fits[1] - _LINE * depth, Header(first, depth, tuple(heads), fits[0], titles)


def _titled(block: Sequence[Cells]) -> bool:
    """The first line is a title: one text at its beginning, over more than one column."""
    filled = [at for at, cell in enumerate(block[0]) if cell not in ("", None)]
    return filled == [0] and sum(1 for cell in block[1] if cell not in ("", None)) > 1


def _fit(heads: Sequence[Heading], wanted: Wanted, titles: str) -> tuple[Match, float] | None:
    if wanted.table is None:
        return best(heads, CONTRACT, titles, wanted.given)
    fits = match(heads, wanted.table, wanted.pinned or {}, wanted.given)
    return (fits, max(hinted(fits, titles), _ENOUGH * len(fits.columns))) if fits.columns else None


def _texts(block: Sequence[Cells]) -> bool:
    """Headings are words: every line has some, no line is mostly numbers, and none under the first holds a day."""
    for row in block:
        words = sum(1 for cell in row if isinstance(cell, str) and any(c.isalpha() for c in cell))
        if not words or words * 2 < sum(1 for cell in row if cell not in ("", None)):
            return False
    return sum(1 for cell in block[0] if cell not in ("", None)) >= 1 and not any(map(_dated, block[1:]))


def _dated(row: Cells) -> bool:
    """A day or a code stands in records, never in headings."""
    return any(isinstance(cell, date) or (isinstance(cell, str) and _VALUE.fullmatch(cell.strip())) for cell in row)


def _speaks(last: Cells, heads: Sequence[Heading], fits: Match, wanted: Wanted) -> bool:
    """The last line says something of its own: without it fewer columns would be known."""
    without = match([heading[:-1] for heading in heads], fits.table, wanted.pinned or {}, wanted.given)
    own = sum(
        1
        for position in [*fits.columns.values(), *fits.times.values()]
        if position < len(last) and last[position] not in ("", None)
    )
    return own > 0 and len(without.columns) + len(without.times) < len(fits.columns) + len(fits.times)


def headings(block: Sequence[Cells], merges: Merges, first: int) -> list[Heading]:
    """The texts above each column; a parent is spread over the cells it spans."""
    width = max(len(row) for row in block)
    lines = [
        [clean(str(cell)) if cell is not None else "" for cell in row] + [""] * (width - len(row)) for row in block
    ]
    for line, below, number in zip(lines, lines[1:], range(first, first + len(lines)), strict=False):
        spans = [(left, right) for (top, left), (bottom, right) in merges if top <= number <= bottom]
        _spread(line, below, spans)
    return [tuple(line[column] for line in lines) for column in range(width)]


def _spread(line: list[str], below: list[str], spans: Sequence[tuple[int, int]]) -> None:
    inside = {column: left for left, right in spans for column in range(left, right + 1)}
    known = dict(enumerate(line))
    for column, text in known.items():
        if text:
            continue
        left = inside.get(column)
        if left is not None and left < column and left < len(line):
            line[column] = line[left]
        elif not spans and column and below[column] and below[column - 1]:
            line[column] = line[column - 1]


def is_numbering(row: Iterable[object]) -> bool:
    """A line like `(1) (2) (3)` or `A B 1 2` under a header: letters first, then numbers that count on."""
    counts: list[int] = []
    filled = 0
    for cell in row:
        text = clean(str(cell)) if cell is not None else ""
        if not text:
            continue
        filled += 1
        number = _COUNT.fullmatch(text)
        if number:
            counts.append(int(number[1]))
        elif counts or not _LETTER.fullmatch(text):
            return False
    return filled >= 2 and all(later == earlier + 1 for earlier, later in pairwise(counts)) and counts[:1] in ([], [1])
