"""Spreadsheets of an example read as grids of cells, changed, and written anew in their own format."""

import csv
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from python_calamine import CalamineWorkbook

from tools.example_cao_lanh.books import Cell, shown, write

HEADING_ROWS = 6  # headings stand within the first lines
ENCODINGS = ((b"\xff\xfe", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig"))
Row = Mapping[str, Cell]
Value = Cell | Callable[[Row], Cell]
FILLED = "*"  # in `where`: any value


@dataclass(frozen=True)
class Change:
    """What is done to the rows of one sheet that hold the values of `where` (several of one heading: any of them).

    `set` writes cells, `delete` takes the rows out, `first` stops after so many, `add` appends rows.
    """

    file: str
    sheet: str = ""
    where: Mapping[str, Cell | tuple[Cell, ...]] = field(default_factory=dict)
    set: Mapping[str, Value] = field(default_factory=dict)
    delete: bool = False
    first: int | None = None
    add: Sequence[Row] = ()


@dataclass
class Sheet:
    """One sheet as a grid, with the column of each heading and the first line below the headings."""

    grid: list[list[Cell]]
    columns: dict[str, int]
    start: int

    def rows(self) -> list[dict[str, Cell]]:
        return [self.row(line) for line in self.grid[self.start :]]

    def row(self, line: Sequence[Cell]) -> dict[str, Cell]:
        return {head: line[at] if at < len(line) else None for head, at in self.columns.items()}


class Records:
    """The records folder of an example; remembers which files were changed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.changed: set[str] = set()

    def rows(self, file: str, sheet: str = "") -> list[dict[str, Cell]]:
        _, sheets = read(self.folder / file)
        return sheet_of(sheets, sheet).rows()

    def change(self, change: Change) -> int:
        """The number of rows that were changed, deleted or added."""
        encoding, sheets = read(self.folder / change.file)
        touched = applied(sheet_of(sheets, change.sheet), change)
        self._write(change.file, {name: sheet.grid for name, sheet in sheets.items()}, encoding)
        return touched

    def add_file(self, file: str, grid: list[list[Cell]]) -> None:
        self._write(file, {Path(file).stem: grid}, ("utf-8-sig", ";"))

    def _write(self, file: str, grids: Mapping[str, list[list[Cell]]], encoding: tuple[str, str]) -> None:
        write(self.folder / file, grids, *encoding)
        self.changed.add(file)


def read(path: Path) -> tuple[tuple[str, str], dict[str, Sheet]]:
    """Encoding and delimiter (of a .csv), and every sheet by name."""
    if path.suffix != ".csv":
        book = CalamineWorkbook.from_path(str(path))
        return ("", ""), {name: _sheet(book.get_sheet_by_name(name).to_python()) for name in book.sheet_names}
    content = path.read_bytes()
    encoding = next((name for mark, name in ENCODINGS if content.startswith(mark)), "")
    if not encoding:
        encoding = "cp1258" if _not_utf8(content) else "utf-8"
    text = unicodedata.normalize("NFC", content.decode(encoding))  # Windows-1258 keeps tones apart
    delimiter = max(";\t,", key=text.count)
    return (encoding, delimiter), {
        path.stem: _sheet([list(r) for r in csv.reader(text.splitlines(), delimiter=delimiter)])
    }


def _not_utf8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return True
    return False


def _sheet(grid: list[list[Cell]]) -> Sheet:
    """Headings may stand in two lines: those of the second line go under those of the first."""
    widest = max(range(min(HEADING_ROWS, len(grid))), key=lambda at: (_texts(grid[at]), -at))
    lines = [widest]
    if widest + 1 < len(grid) and _texts(grid[widest + 1]) == _filled(grid[widest + 1]) > 0 and "" in grid[widest + 1]:
        lines.append(widest + 1)
    columns = {str(cell): at for line in lines for at, cell in enumerate(grid[line]) if cell not in ("", None)}
    return Sheet([list(line) for line in grid], columns, lines[-1] + 1)


def _texts(line: Sequence[Cell]) -> int:
    return sum(isinstance(cell, str) and cell != "" and not cell[0].isdigit() for cell in line)


def _filled(line: Sequence[Cell]) -> int:
    return sum(cell not in ("", None) for cell in line)


def sheet_of(sheets: Mapping[str, Sheet], name: str) -> Sheet:
    return sheets[name] if name else next(iter(sheets.values()))


def applied(sheet: Sheet, change: Change) -> int:
    kept: list[list[Cell]] = sheet.grid[: sheet.start]
    touched = 0
    for line in sheet.grid[sheet.start :]:
        row = sheet.row(line)
        hit = (change.set or change.delete) and matches(row, change.where)
        if not hit or touched == change.first:
            kept.append(line)
            continue
        touched += 1
        if not change.delete:
            kept.append(_set(sheet, line, row, change.set))
    kept += [[row.get(head) for head in _ordered(sheet)] for row in change.add]
    sheet.grid = kept
    return touched + len(change.add)


def _set(sheet: Sheet, line: list[Cell], row: Row, values: Mapping[str, Value]) -> list[Cell]:
    made = [*line, *[None] * (len(sheet.columns) - len(line))]
    for head, value in values.items():
        made[sheet.columns[head]] = value(row) if callable(value) else value
    return made


def _ordered(sheet: Sheet) -> list[str]:
    width = max(sheet.columns.values()) + 1
    heads = {at: head for head, at in sheet.columns.items()}
    return [heads.get(at, "") for at in range(width)]


def matches(row: Row, where: Mapping[str, Cell | tuple[Cell, ...]]) -> bool:
    return all(_one_of(shown(row[head]), wanted) for head, wanted in where.items())


def _one_of(value: str, wanted: Cell | tuple[Cell, ...]) -> bool:
    if wanted == FILLED:
        return value != ""
    return value in [shown(one) for one in (wanted if isinstance(wanted, tuple) else (wanted,))]
