"""What commands print with: tables on standard output, progress on standard error where someone watches."""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table

from motcua.language import Words, say, spoken_number

PIPED_WIDTH = 160
ROWS = Words("{file}: {rows} dòng", "{file}: {rows} rows")


def console() -> Console:
    """Made when needed, so that it writes to the standard output of that moment."""
    return Console(width=None if sys.stdout.isatty() else PIPED_WIDTH, highlight=False, soft_wrap=False)


def print_table(
    title: Words, headings: Sequence[Words], rows: Iterable[Sequence[str]], *, right: Sequence[int] = ()
) -> None:
    """A table with its title; columns in `right` are set to the right. Nothing is printed where there are no rows."""
    table = Table(title=say(title), title_justify="left", box=SIMPLE_HEAD, title_style="bold")
    for index, heading in enumerate(headings):
        table.add_column(say(heading), justify="right" if index in right else "left", overflow="fold")
    for row in rows:
        table.add_row(*(cell.replace("[", r"\[") for cell in row))
    if table.row_count:
        console().print(table)


def print_line(words: Words, **values: object) -> None:
    console().print(say(words, **values), markup=False, soft_wrap=True)


@contextmanager
def row_progress() -> Iterator[Callable[[str, int], None]]:
    """Hears a file's name and how many rows went by; shows them on standard error if that is a terminal."""
    if not sys.stderr.isatty():
        yield lambda _file, _rows: None
        return
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("…", total=None)
        totals: dict[str, int] = {}

        def hear(file: str, rows: int) -> None:
            totals[file] = totals.get(file, 0) + rows
            progress.update(task, description=say(ROWS, file=file, rows=spoken_number(totals[file])))

        yield hear
