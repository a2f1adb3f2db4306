"""Workbooks and text files as offices make them: grids of cells written to .xlsx, .xls, .ods and .csv."""

import csv
import io
import unicodedata
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import xlsxwriter
import xlwt
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P

Cell = str | int | float | date | datetime | None
Grid = Sequence[Sequence[Cell]]
MADE = datetime(2023, 7, 27, 8, 0, 0)  # noqa: DTZ001 - workbooks carry no zone
FORMATS = {date: "dd/mm/yyyy", datetime: "dd/mm/yyyy hh:mm"}
PRECOMPOSED = "ăâêôơưđĂÂÊÔƠƯĐ"


@dataclass(frozen=True)
class Sheet:
    """One sheet: titles above, headings, rows, a line of totals below. `over` groups headings under a first line."""

    name: str
    heads: tuple[str, ...]
    rows: Sequence[Sequence[Cell]]
    titles: tuple[str, ...] = ()
    total: tuple[Cell, ...] = ()
    over: Mapping[str, tuple[str, ...]] | None = None

    @property
    def grid(self) -> Grid:
        lines: list[Sequence[Cell]] = [[title] for title in self.titles]
        lines += self._headings()
        lines += self.rows
        return [*lines, self.total] if self.total else lines

    def _headings(self) -> list[Sequence[Cell]]:
        """A heading outside every group stands in the first line and leaves the second empty, as merged cells do."""
        if not self.over:
            return [self.heads]
        group_of = {head: group for group, heads in self.over.items() for head in heads}
        first: list[Cell] = []
        for head in self.heads:
            group = group_of.get(head)
            first.append(head if group is None else "" if group in first else group)
        return [first, [head if head in group_of else "" for head in self.heads]]


def write(path: Path, grids: Mapping[str, Grid], encoding: str = "utf-8-sig", delimiter: str = ";") -> None:
    """Write the sheets in the format of the path's ending; a .csv holds one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    match path.suffix:
        case ".xlsx":
            _xlsx(path, grids)
        case ".xls":
            _xls(path, grids)
        case ".ods":
            _ods(path, grids)
        case _:
            (grid,) = grids.values()
            path.write_bytes(csv_bytes(grid, encoding, delimiter))


def csv_bytes(grid: Grid, encoding: str, delimiter: str) -> bytes:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator="\r\n").writerows([[shown(c) for c in row] for row in grid])
    text = out.getvalue()
    return decomposed(text).encode("cp1258") if encoding == "cp1258" else text.encode(encoding)


def decomposed(text: str) -> str:
    """Text as Windows-1258 writes it: letters of the alphabet whole, marks of tone after them."""
    return "".join(c if c in PRECOMPOSED else _toned(c) for c in unicodedata.normalize("NFC", text))


def _toned(char: str) -> str:
    parts = unicodedata.normalize("NFD", char)
    kept = "".join(c for c in parts if c not in "\u0300\u0301\u0303\u0309\u0323")
    tone = "".join(c for c in parts if c in "\u0300\u0301\u0303\u0309\u0323")
    return unicodedata.normalize("NFC", kept) + tone


def shown(cell: Cell) -> str:
    if isinstance(cell, datetime):
        return cell.strftime("%d/%m/%Y %H:%M")
    if isinstance(cell, date):
        return cell.strftime("%d/%m/%Y")
    return "" if cell is None else str(cell)


def _xlsx(path: Path, grids: Mapping[str, Grid]) -> None:
    book = xlsxwriter.Workbook(str(path))
    book.set_properties({"created": MADE})
    styles = {kind: book.add_format({"num_format": form}) for kind, form in FORMATS.items()}
    for name, grid in grids.items():
        sheet = book.add_worksheet(name)
        for at, row in enumerate(grid):
            for column, cell in enumerate(row):
                if isinstance(cell, (date, datetime)):
                    sheet.write_datetime(at, column, cell, styles[type(cell)])
                elif isinstance(cell, str):
                    sheet.write_string(at, column, cell)
                elif cell is not None:
                    sheet.write_number(at, column, cell)
    book.close()


def _xls(path: Path, grids: Mapping[str, Grid]) -> None:
    book = xlwt.Workbook(encoding="utf-8")
    styles = {kind: xlwt.easyxf(num_format_str=form) for kind, form in FORMATS.items()}
    for name, grid in grids.items():
        sheet = book.add_sheet(name)
        for at, row in enumerate(grid):
            for column, cell in enumerate(row):
                if isinstance(cell, (date, datetime)):
                    sheet.write(at, column, cell, styles[type(cell)])
                elif cell is not None and cell != "":
                    sheet.write(at, column, cell)
    book.save(str(path))


def _ods(path: Path, grids: Mapping[str, Grid]) -> None:
    book = OpenDocumentSpreadsheet()
    for name, grid in grids.items():
        table = Table(name=name)
        for row in grid:
            line = TableRow()
            for cell in row:
                line.addElement(_ods_cell(cell))
            table.addElement(line)
        book.spreadsheet.addElement(table)
    out = io.BytesIO()
    book.write(out)
    _undated(out.getvalue(), path)


def _ods_cell(cell: Cell) -> Any:
    if cell is None or cell == "":
        return TableCell()
    if isinstance(cell, (date, datetime)):
        made = TableCell(valuetype="date", datevalue=cell.isoformat())
    elif isinstance(cell, str):
        made = TableCell(valuetype="string")
    else:
        made = TableCell(valuetype="float", value=str(cell))
    made.addElement(P(text=shown(cell)))
    return made


def _undated(content: bytes, path: Path) -> None:
    """The same archive with one time for all its members and no moment of making inside, so that a rerun is equal."""
    with zipfile.ZipFile(io.BytesIO(content)) as given, zipfile.ZipFile(path, "w") as made:
        for name in given.namelist():
            if name == "meta.xml":
                continue
            kind = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            info = zipfile.ZipInfo(name, (2023, 7, 27, 8, 0, 0))
            body = given.read(name)
            if name == "META-INF/manifest.xml":
                body = b"".join(part for part in body.splitlines(keepends=True) if b'"meta.xml"' not in part)
            made.writestr(info, body, compress_type=kind)
