"""Write each invented office's export, and what a person reads in it, from the `.yaml` beside it."""

import csv
import json
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import xlsxwriter
import xlwt
import yaml
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import CoveredTableCell, Table, TableCell, TableRow
from odf.text import P

from motcua.evidence.table import Kind
from motcua.evidence.tables import CONTRACT
from tests.evidence.readers.foreign.sheet import Cell, Sheet

HERE = Path(__file__).parent
HOME = ZoneInfo("Asia/Ho_Chi_Minh")
CREATED = datetime(2023, 5, 4, tzinfo=HOME)
Grid = list[list[Cell]]
Spans = dict[tuple[int, int], tuple[int, int]]


def grid_of(sheet: Sheet) -> Grid:
    lines = [*sheet.top, *sheet.heads, *(cells for cells, _ in sheet.rows), *sheet.foot]
    if not sheet.decomposed:
        return [list(line) for line in lines]
    return [[unicodedata.normalize("NFD", cell) if isinstance(cell, str) else cell for cell in line] for line in lines]


def spans_of(grid: Grid) -> Spans:
    """The last row and column of each merged cell."""
    spans: Spans = {}
    for row, line in enumerate(grid):
        for column, cell in enumerate(line):
            if cell in {"<", "^"}:
                top, left = row, column
                while grid[top][left] in {"<", "^"}:
                    top, left = (top, left - 1) if grid[top][left] == "<" else (top - 1, left)
                spans[top, left] = (row, column)
    return spans


def filled(grid: Grid) -> Iterator[tuple[int, int, Cell]]:
    for row, line in enumerate(grid):
        for column, cell in enumerate(line):
            if cell not in {None, "<", "^"}:
                yield row, column, cell


def write_xlsx(sheet: Sheet, path: Path) -> None:
    book = xlsxwriter.Workbook(str(path), {"default_date_format": "dd/mm/yyyy"})
    book.set_properties({"created": CREATED.replace(tzinfo=None)})
    timed = book.add_format({"num_format": "dd/mm/yyyy hh:mm"})
    page = book.add_worksheet(sheet.name)
    grid = grid_of(sheet)
    for (top, left), (bottom, right) in spans_of(grid).items():
        page.merge_range(top, left, bottom, right, "")
    for row, column, cell in filled(grid):
        if isinstance(cell, str):
            page.write_string(row, column, cell)
        else:
            page.write(row, column, cell, *([timed] if isinstance(cell, datetime) else []))
    if sheet.notes:
        book.add_worksheet("Ghi chú").write_column(0, 0, sheet.notes)
    book.close()


def write_xls(sheet: Sheet, path: Path) -> None:
    book = xlwt.Workbook()
    page = book.add_sheet(sheet.name)
    grid = grid_of(sheet)
    spans = spans_of(grid)
    for row, column, cell in filled(grid):
        shown = "dd/mm/yyyy hh:mm" if isinstance(cell, datetime) else "dd/mm/yyyy" if isinstance(cell, date) else None
        style = xlwt.easyxf(num_format_str=shown) if shown else xlwt.Style.default_style
        bottom, right = spans.get((row, column), (row, column))
        page.write_merge(row, bottom, column, right, cell, style)
    book.save(str(path))


def ods_cell(cell: Cell, span: dict[str, int]) -> TableCell:
    if isinstance(cell, datetime):
        made = TableCell(valuetype="date", datevalue=cell.isoformat(), **span)
        made.addElement(P(text=f"{cell:%d/%m/%Y %H:%M}"))
    elif isinstance(cell, date):
        made = TableCell(valuetype="date", datevalue=cell.isoformat(), **span)
        made.addElement(P(text=f"{cell:%d/%m/%Y}"))
    elif isinstance(cell, int | float):
        made = TableCell(valuetype="float", value=str(cell), **span)
        made.addElement(P(text=str(cell)))
    elif cell is None:
        made = TableCell(**span)
    else:
        made = TableCell(valuetype="string", **span)
        made.addElement(P(text=cell))
    return made


def write_ods(sheet: Sheet, path: Path) -> None:
    book = OpenDocumentSpreadsheet()
    page = Table(name=sheet.name)
    grid = grid_of(sheet)
    spans = spans_of(grid)
    for row, line in enumerate(grid):
        made = TableRow()
        for column, cell in enumerate(line or [None]):
            bottom, right = spans.get((row, column), (row, column))
            span = {"numberrowsspanned": bottom - row + 1, "numbercolumnsspanned": right - column + 1}
            covered = cell in {"<", "^"}
            made.addElement(CoveredTableCell() if covered else ods_cell(cell, span if span != ONE else {}))
        page.addElement(made)
    book.spreadsheet.addElement(page)
    book.save(str(path))


ONE = {"numberrowsspanned": 1, "numbercolumnsspanned": 1}


def write_csv(sheet: Sheet, path: Path) -> None:
    with path.open("w", encoding="utf-8-sig" if sheet.mark else "utf-8", newline="") as out:
        csv.writer(out, delimiter=";").writerows(grid_of(sheet))


WRITERS = {".xlsx": write_xlsx, ".xls": write_xls, ".ods": write_ods, ".csv": write_csv}


def stored(table: str, column: str, value: object) -> dict[str, object]:
    """A value as the contract stores it; a moment is written here as the office's own day, or day and time."""
    if CONTRACT[table].columns[column].kind is not Kind.MOMENT:
        return {column: value}
    if value is None:
        return {f"{column}_on": None, f"{column}_at": None}
    day, _, time = str(value).partition(" ")
    at = datetime.fromisoformat(f"{day}T{time}").replace(tzinfo=HOME).astimezone(UTC).isoformat() if time else None
    return {f"{column}_on": day, f"{column}_at": at}


def expected(sheet: Sheet) -> list[dict[str, object]]:
    first = len(sheet.top) + len(sheet.heads) + 1
    told: list[dict[str, object]] = []
    for number, (_, truth) in enumerate(sheet.rows, first):
        if truth is not None:
            values: dict[str, object] = {}
            for column, value in zip(sheet.truth.split(), truth, strict=True):
                values |= stored(sheet.table, column, value)
            told.append({"row": number, "values": values})
    return told


def written(path: Path, said: object) -> None:
    path.write_text(json.dumps(said, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    told: dict[str, dict[str, object]] = defaultdict(dict)
    constants: dict[str, dict[str, object]] = defaultdict(dict)
    for office in sorted(HERE.glob("*/*.yaml")):
        sheet = Sheet(**yaml.safe_load(office.read_text(encoding="utf-8")))
        path = office.with_name(sheet.file)
        WRITERS[path.suffix](sheet, path)
        told[sheet.table][sheet.file] = expected(sheet)
        if sheet.constants:
            constants[sheet.table][sheet.file] = dict(sheet.constants)
    for table, files in told.items():
        written(HERE / table / "expected.json", files)
    for table, given in constants.items():
        written(HERE / table / "constants.json", given)


if __name__ == "__main__":
    main()
