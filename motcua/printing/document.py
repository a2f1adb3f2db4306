"""What an official document says, as values from which both the PDF and the Word document are made."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Align = Literal["left", "center", "right"]


@dataclass(frozen=True)
class Heading:
    """A heading, its number written in the text (`I. KẾT QUẢ`, `1. Chỉ đạo`, `a) Mặt được`). Level 1 to 3."""

    level: int
    text: str

    def __post_init__(self) -> None:
        _within(self.level, 3)


@dataclass(frozen=True)
class Paragraph:
    """Running text. `ref` is printed after it as a small grey mark, `[ref]`."""

    text: str
    ref: str = ""


@dataclass(frozen=True)
class Item:
    """A dashed item (level 1) or an item under one (level 2). `ref` as in a paragraph."""

    text: str
    level: int = 1
    ref: str = ""

    def __post_init__(self) -> None:
        _within(self.level, 2)


@dataclass(frozen=True)
class Table:
    """Rows under a header that is repeated on each page. `widths` are shares of the line; empty: equal."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...] = ()
    align: tuple[Align, ...] = ()
    caption: str = ""

    def __post_init__(self) -> None:
        columns = len(self.header)
        lengths = {len(row) for row in self.rows} | {
            len(self.widths or self.header),
            len(self.align or self.header),
        }
        if not columns or lengths != {columns}:
            raise ValueError(f"a table of {columns} columns holds rows, widths or alignments of {sorted(lengths)}")
        if any(width <= 0 for width in self.widths):
            raise ValueError("the width of a column is not above zero")

    @property
    def shares(self) -> tuple[float, ...]:
        """The part of the line that each column takes; together 1."""
        widths = self.widths or (1.0,) * len(self.header)
        return tuple(width / sum(widths) for width in widths)

    @property
    def alignments(self) -> tuple[Align, ...]:
        left: Align = "left"
        return self.align or (left,) * len(self.header)

    @property
    def points(self) -> int:
        """The size of the letters: the more columns, the smaller."""
        columns = len(self.header)
        return 12 if columns <= 6 else 11 if columns <= 9 else 10


Block = Heading | Paragraph | Item | Table


@dataclass(frozen=True)
class Signer:
    """Who signs. `mode` is the whole line above the title (`TM. ĐOÀN KIỂM TRA`, `KT. TRƯỞNG ĐOÀN`) or empty.

    `note` is what stands in italics under the title, as `(Ký, ghi rõ họ tên)` in minutes.
    """

    title: str
    name: str = ""
    mode: str = ""
    note: str = ""


@dataclass(frozen=True)
class Annex:
    """An annex on pages of its own. `title` is `PHỤ LỤC I`; `summary` says what is in it."""

    title: str
    summary: str
    body: tuple[Block, ...]
    landscape: bool = False


@dataclass(frozen=True)
class OfficialDocument:
    """A document of an agency, laid out as decree 30/2020/NĐ-CP says.

    `number` is None until the clerk's office gives it; without `notation` no line for a number is printed.
    `on` None leaves day, month and year blank; `day_blank` leaves only the day blank.
    The closing mark `./.` is written by who writes the text.
    """

    agency: str
    place: str
    kind: str
    body: tuple[Block, ...]
    signers: tuple[Signer, ...]
    on: date | None = None
    day_blank: bool = False
    agency_above: str = ""
    number: int | None = None
    notation: str = ""
    summary: str = ""
    bases: tuple[str, ...] = ()
    closing: str = ""
    recipients: tuple[str, ...] = ()
    annexes: tuple[Annex, ...] = ()


def _within(level: int, deepest: int) -> None:
    if not 1 <= level <= deepest:
        raise ValueError(f"level {level} is not between 1 and {deepest}")
