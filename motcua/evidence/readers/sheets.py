"""Workbooks (.xlsx, .xls, .ods) as grids, through calamine."""

from collections.abc import Iterator
from pathlib import Path

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
)

from motcua.evidence.readers.grid import Cells, Grid
from motcua.evidence.readers.guard import broken, locked
from motcua.evidence.readers.odsmerges import Merge, merges


def grids(path: Path) -> Iterator[Grid]:
    """Every sheet that holds cells, in the workbook's order; one is loaded at a time."""
    try:
        merged = merges(path) if path.suffix.lower() == ".ods" else {}
        book = CalamineWorkbook.from_path(str(path))
        for meta in book.sheets_metadata:
            if meta.typ == SheetTypeEnum.WorkSheet:
                sheet = book.get_sheet_by_name(meta.name)
                if sheet.start is not None:
                    yield _grid(path, sheet, merged.get(meta.name, ()))
    except PasswordError as error:
        raise locked(path) from error
    except (CalamineError, OSError, ValueError) as error:
        raise broken(path, " ".join(str(error).split())) from error


def _grid(path: Path, sheet: CalamineSheet, merged: tuple[Merge, ...]) -> Grid:
    """Rows come from the top of the sheet, columns from the first that is filled."""
    _, left = sheet.start
    ranges = sheet.merged_cell_ranges or merged
    shifted = tuple(((a, b - left), (c, d - left)) for (a, b), (c, d) in ranges)

    def rows() -> Iterator[Cells]:
        return iter(sheet.iter_rows())

    return Grid(path.name, sheet.name, rows, merges=shifted)
