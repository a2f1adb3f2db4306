"""A book or report as one ruled table, from which both the PDF and the workbook are made."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from motcua.printing.document import Align, Signer
from motcua.printing.forms.values import Letterhead

Cell = str | int | date | None


@dataclass(frozen=True)
class Column:
    """A column of a sheet; neighbours of one `group` stand under a common heading."""

    heading: str
    millimetres: float
    align: Align = "left"
    group: str = ""


@dataclass(frozen=True)
class Sheet:
    """What is printed: a title, lines under it, columns and rows, a total, a closing sentence, who signs.

    `marks` are printed under the headings, as `(1)`, `(2)`; `pages` stands in the closing sentence for their number.
    """

    letterhead: Letterhead
    title: str
    subtitle: str
    columns: tuple[Column, ...]
    rows: Sequence[Sequence[Cell]]
    total: Sequence[Cell] = ()
    marks: tuple[str, ...] = ()
    closing: str = ""
    on: date | None = None
    signers: tuple[Signer, ...] = ()
    running: str = ""
