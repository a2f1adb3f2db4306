"""A book or report as an Excel workbook, written row by row so that a year of a large desk needs no memory."""

from collections.abc import Sequence
from datetime import date, datetime
from io import BytesIO
from typing import Any

import xlsxwriter

from motcua.printing.forms.books import sheet_of
from motcua.printing.forms.sheet import Cell, Column, Sheet
from motcua.printing.forms.stock_flow import StockFlow
from motcua.printing.forms.volumes import Book
from motcua.printing.lines import legible

_MADE = datetime(2000, 1, 1)  # noqa: DTZ001  a fixed day: the same book, the same bytes
_CHARACTERS_PER_MM = 0.53
_HEADINGS = 4  # the row of the headings, under agency, title and period


def book_workbook(book: Book | StockFlow) -> bytes:
    """The same book gives the same bytes. Text is never run as a formula, days and numbers keep their types."""
    sheet, out = sheet_of(book), BytesIO()
    made = xlsxwriter.Workbook(out, {"constant_memory": True, "strings_to_formulas": False})
    made.set_properties({"title": sheet.title, "author": sheet.letterhead.agency, "created": _MADE})
    page = made.add_worksheet("Sổ" if isinstance(book, Book) else "Báo cáo")
    _lay(page, sheet)
    bold = made.add_format({"bold": True})
    head = made.add_format({"bold": True, "text_wrap": True, "align": "center", "valign": "vcenter", "border": 1})
    for row, text in enumerate((sheet.letterhead.agency.upper(), sheet.title.upper(), sheet.subtitle)):
        page.write_string(row, 0, legible(text), bold)
    for at, column in enumerate(sheet.columns):
        page.write_string(_HEADINGS, at, _flat(column), head)
    plain, strong = _formats(made, sheet.columns, bold=False), _formats(made, sheet.columns, bold=True)
    row = _HEADINGS
    for row, cells in enumerate(sheet.rows, start=_HEADINGS + 1):
        _write(page, row, cells, plain)
    if sheet.total:
        _write(page, row + 1, sheet.total, strong)
    made.close()
    return out.getvalue()


def _lay(page: Any, sheet: Sheet) -> None:
    page.set_landscape()
    page.set_paper(9)  # A4
    page.fit_to_pages(1, 0)
    page.repeat_rows(_HEADINGS)
    page.freeze_panes(_HEADINGS + 1, 0)
    page.set_footer("&RTrang &P/&N")
    if sheet.rows:
        page.autofilter(_HEADINGS, 0, _HEADINGS + len(sheet.rows), len(sheet.columns) - 1)
    for at, column in enumerate(sheet.columns):
        page.set_column(at, at, max(8.5, column.millimetres * _CHARACTERS_PER_MM))


def _flat(column: Column) -> str:
    return f"{column.group}: {column.heading}" if column.group else column.heading


def _formats(made: Any, columns: Sequence[Column], *, bold: bool) -> list[tuple[Any, Any]]:
    """For each column the format of its cells, and that of its days."""
    kept = []
    for column in columns:
        face = {"border": 1, "valign": "top", "text_wrap": True, "align": column.align, "bold": bold}
        shown = ("#,##0", "dd/mm/yyyy")
        kept.append(tuple(made.add_format({**face, "num_format": form}) for form in shown))
    return kept


def _write(page: Any, row: int, cells: Sequence[Cell], formats: Sequence[tuple[Any, Any]]) -> None:
    for at, (cell, (face, of_days)) in enumerate(zip(cells, formats, strict=True)):
        if cell is None:
            page.write_blank(row, at, None, of_days)
        elif isinstance(cell, date):
            page.write_datetime(row, at, cell, of_days)
        elif isinstance(cell, int):
            page.write_number(row, at, cell, face)
        else:
            page.write_string(row, at, legible(cell), face)
