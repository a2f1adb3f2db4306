"""Small writers of the formats that offices export, for tests of the readers."""

import csv
import unicodedata
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

import xlsxwriter
import xlwt
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P

Matrix = Sequence[Sequence[object]]
Merges = Sequence[tuple[int, int, int, int]]  # top, left, bottom, right


def write(path: Path, rows: Matrix, merges: Merges = (), **options: str) -> Path:
    """The matrix in the format of the file's suffix."""
    if path.suffix == ".csv":
        return write_csv(path, rows, **options)
    {".xlsx": write_xlsx, ".xls": write_xls, ".ods": write_ods}[path.suffix](path, {"Sheet1": rows}, merges)
    return path


def write_xlsx(path: Path, sheets: dict[str, Matrix], merges: Merges = ()) -> None:
    with xlsxwriter.Workbook(str(path)) as book:
        dated = book.add_format({"num_format": "dd/mm/yyyy hh:mm"})
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for top, left, bottom, right in merges:
                if (top, left) != (bottom, right):
                    sheet.merge_range(top, left, bottom, right, "")
            for at, row in enumerate(rows):
                for column, cell in enumerate(row):
                    if isinstance(cell, date):
                        sheet.write_datetime(at, column, cell, dated)
                    elif cell not in ("", None):
                        sheet.write(at, column, cell)


def write_xls(path: Path, sheets: dict[str, Matrix], merges: Merges = ()) -> None:
    book = xlwt.Workbook()
    dated = xlwt.easyxf(num_format_str="DD/MM/YYYY HH:MM")
    for name, rows in sheets.items():
        sheet = book.add_sheet(name, cell_overwrite_ok=True)
        for at, row in enumerate(rows):
            for column, cell in enumerate(row):
                if cell not in ("", None):
                    sheet.write(at, column, cell, dated if isinstance(cell, date) else xlwt.Style.default_style)
        for top, left, bottom, right in merges:
            sheet.merge(top, bottom, left, right)
    book.save(str(path))


def write_ods(path: Path, sheets: dict[str, Matrix], merges: Merges = ()) -> None:
    document = OpenDocumentSpreadsheet()
    for name, rows in sheets.items():
        table = Table(name=name)
        for row in rows:
            line = TableRow()
            for cell in row:
                line.addElement(_ods_cell(cell))
            table.addElement(line)
        document.spreadsheet.addElement(table)
    document.save(str(path))


def _ods_cell(cell: object) -> TableCell:
    if cell in ("", None):
        return TableCell()
    if isinstance(cell, datetime):
        return TableCell(valuetype="date", datevalue=cell.isoformat())
    if isinstance(cell, date):
        return TableCell(valuetype="date", datevalue=cell.isoformat())
    if isinstance(cell, (int, float)):
        return TableCell(valuetype="float", value=str(cell))
    made = TableCell(valuetype="string")
    made.addElement(P(text=str(cell)))
    return made


def write_csv(path: Path, rows: Matrix, encoding: str = "utf-8-sig", delimiter: str = ";") -> Path:
    """Numbers and texts as they print; Windows-1258 with its combining tone marks."""
    lines: list[str] = []
    for row in rows:
        sink = _Line()
        csv.writer(sink, delimiter=delimiter, lineterminator="\r\n").writerow(
            ["" if cell is None else cell for cell in row]
        )
        lines.append(sink.text)
    text = "".join(lines)
    path.write_bytes(windows_1258(text) if encoding == "cp1258" else text.encode(encoding))
    return path


class _Line:
    """What the csv module needs of a file."""

    text = ""

    def write(self, text: str) -> int:
        self.text += text
        return len(text)


def windows_1258(text: str) -> bytes:
    """Letters of the code page with the tone as a second character, as Windows writes them."""
    return b"".join(_windows_letter(c) for c in unicodedata.normalize("NFC", text))


def _windows_letter(c: str) -> bytes:
    try:
        return c.encode("cp1258")
    except UnicodeEncodeError:
        apart = unicodedata.normalize("NFD", c)
        tones = [mark for mark in apart if mark in "\u0300\u0301\u0303\u0309\u0323"]
        bare = unicodedata.normalize("NFC", "".join(mark for mark in apart if mark not in tones))
        return bare.encode("cp1258") + "".join(tones).encode("cp1258")
