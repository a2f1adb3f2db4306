"""The workbook of rejected rows: file, sheet, row, column, value, reason and the form that would be accepted."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import xlsxwriter

from motcua.evidence.pseudonyms import masked
from motcua.language import Words, say

HEADINGS = (
    Words("Tệp", "File"),
    Words("Trang tính", "Sheet"),
    Words("Dòng", "Row"),
    Words("Cột", "Column"),
    Words("Giá trị", "Value"),
    Words("Lý do", "Reason"),
    Words("Dạng được nhận", "Accepted form"),
)
WIDTHS = (28, 16, 8, 22, 28, 52, 52)
SHEET = Words("Dòng bị loại", "Rejected rows")
SHEET_ROWS = 1_000_000


@dataclass(frozen=True)
class Rejected:
    """One rejected row. `column` is the contract's, `heading` the sheet's; a value that tells a person is masked."""

    table: str
    file: str
    sheet: str
    row: int
    column: str
    heading: str
    value: str
    reason: str
    accepted: str
    person: bool = False

    @property
    def shown(self) -> str:
        return masked(self.value) if self.person else self.value


class RejectsBook:
    """Written aside, put in place at a clean exit; the earlier one goes where no row was rejected."""

    def __init__(self, path: Path, *, at: datetime) -> None:
        self.path = path
        self.count = 0
        self._at = at
        self._aside = path.with_name(f".{path.name}.new")
        self._book: Any = None
        self._sheet: Any = None

    def __enter__(self) -> Self:
        return self

    def add(self, rejected: Rejected) -> None:
        line = self.count % SHEET_ROWS
        if line == 0:
            self._new_sheet()
        self.count += 1
        cells = (rejected.file, rejected.sheet, rejected.row, rejected.heading, rejected.shown)
        for column, cell in enumerate((*cells, rejected.reason, rejected.accepted)):
            if isinstance(cell, int):
                self._sheet.write_number(line + 1, column, cell)
            else:
                self._sheet.write_string(line + 1, column, cell)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._book is not None:
            self._book.close()
        if kind is not None:
            self._aside.unlink(missing_ok=True)
        elif self.count:
            self._aside.replace(self.path)
        else:
            self.path.unlink(missing_ok=True)

    def _new_sheet(self) -> None:
        if self._book is None:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._book = xlsxwriter.Workbook(self._aside, {"constant_memory": True})
            self._book.set_properties({"created": self._at.replace(tzinfo=None)})
        number = self.count // SHEET_ROWS + 1
        self._sheet = self._book.add_worksheet(say(SHEET) if number == 1 else f"{say(SHEET)} {number}")
        bold = self._book.add_format({"bold": True, "bottom": 1})
        for column, (heading, width) in enumerate(zip(HEADINGS, WIDTHS, strict=True)):
            self._sheet.set_column(column, column, width)
            self._sheet.write_string(0, column, say(heading), bold)
        self._sheet.freeze_panes(1, 0)
