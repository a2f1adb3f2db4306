"""What a reader hands over: stored rows, rejected rows, and the sheet they come from."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pyarrow as pa


@dataclass(frozen=True, slots=True)
class Row:
    """One row of one evidence table. `values`: stored column to value, None where the cell is empty; columns the
    sheet does not feed are absent. Persons are still raw text."""

    number: int
    values: dict[str, object]


@dataclass(frozen=True, slots=True)
class Reject:
    """One row that cannot be stored: its first bad cell, why, and what would be accepted."""

    number: int
    column: str
    value: str
    reason: str
    accepted: str
    person: bool


@dataclass(frozen=True, slots=True)
class Batch:
    """Some rows of a sheet in columns as they are stored, `row` with their numbers, and those rejected among them."""

    rows: pa.Table
    rejects: list[Reject]


Opener = Callable[[], Iterator[Row | Reject]]


@dataclass
class SourceTable:
    """One sheet read as one evidence table. `table` is "" where none was recognised; `note` then tells the user.

    `batches`: the same rows in columns, where they can be read so."""

    file: str
    sheet: str
    table: str
    headings: dict[str, str]
    ignored: tuple[str, ...]
    open: Opener
    note: str = ""
    batches: Callable[[], Iterator[Batch]] | None = None
    rows: Iterator[Row | Reject] = field(init=False)

    def __post_init__(self) -> None:
        self.rows = self.open()
