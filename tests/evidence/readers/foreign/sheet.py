"""What one invented office exports: its cells as they stand, and beside each row what a person would read in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

Cell = str | int | float | date | datetime | None
Cells = Sequence[Cell]
Truth = Sequence[object]


@dataclass(frozen=True)
class Sheet:
    """`truth` names the columns that the second half of each row fills; a row of no record has None there.

    In `heads`, "<" means merged with the cell to the left and "^" with the cell above; in `rows`, "^" likewise.
    """

    table: str
    file: str
    truth: str
    heads: Sequence[Cells]
    rows: Sequence[tuple[Cells, Truth | None]]
    name: str = "Sheet1"
    top: Sequence[Cells] = ()
    foot: Sequence[Cells] = ()
    constants: Mapping[str, object] = field(default_factory=dict)
    decomposed: bool = False
    mark: bool = False
    notes: Sequence[str] = ()
