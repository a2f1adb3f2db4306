"""One sheet before it is understood: where its rows come from, and which cells are merged."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

Cells = Sequence[object]


@dataclass(frozen=True)
class Grid:
    """`rows` starts over at each call; `first` is the number of its first row as a person sees it (1 at the top);
    merged ranges are ((row, column), (row, column)) counted from 0 at the first cell of `rows`."""

    file: str
    sheet: str
    rows: Callable[[], Iterator[Cells]]
    first: int = 1
    merges: tuple[tuple[tuple[int, int], tuple[int, int]], ...] = ()
