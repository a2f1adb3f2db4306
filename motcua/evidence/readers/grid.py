"""One sheet before it is understood: where its rows come from, and which cells are merged."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

Cells = Sequence[object]
Merges = Sequence[tuple[tuple[int, int], tuple[int, int]]]


@dataclass(frozen=True)
class Grid:
    """`rows` starts over at each call; `first` is the number of its first row as a person sees it (1 at the top);
    merged ranges are ((row, column), (row, column)) counted from 0 at the first cell of `rows`; `texts`: all cells are
    texts."""

    file: str
    sheet: str
    rows: Callable[[], Iterator[Cells]]
    first: int = 1
    merges: tuple[tuple[tuple[int, int], tuple[int, int]], ...] = ()
    texts: bool = False


def unmerged(
    rows: Iterator[Cells], merges: Merges, below: int, single: frozenset[int] = frozenset()
) -> Iterator[Cells]:
    """Rows whose cells merged downwards are each filled, from the row `below` on; columns that are `single` are not."""
    tall = {(top, left): bottom for (top, left), (bottom, _) in merges if bottom > top >= below and left not in single}
    if not tall:
        yield from rows
        return
    lasting: dict[int, tuple[int, object]] = {}  # column: last row, value
    starts: dict[int, list[int]] = {}
    for top, left in tall:
        starts.setdefault(top, []).append(left)
    for number, row in enumerate(rows):
        cells = list(row)
        for column, (last, value) in lasting.items():
            if number <= last and column < len(cells):
                cells[column] = value
        for left in starts.get(number, ()):
            if left < len(cells):
                lasting[left] = tall[number, left], cells[left]
        yield cells
