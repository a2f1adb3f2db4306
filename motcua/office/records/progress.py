"""What `ocrmypdf` loads to tell what it does, a line each: `done of pages`, `turned page degrees`.

The lines go to the file that the environment names: its outputs are its own.
"""

import os
from pathlib import Path
from types import TracebackType
from typing import Self

from ocrmypdf import hookimpl

from motcua.office.records.ocr import TOLD


class Told:
    """A progress bar that is a line of text."""

    def __init__(self, *, total: float | None = None, desc: str | None = None, **_more: object) -> None:
        self.total, self.desc, self.done = total, desc, 0.0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        return None

    def update(self, n: float = 1, *, completed: float | None = None) -> None:
        self.done = self.done + n if completed is None else completed
        if self.desc == "OCR" and self.total:
            _tell(f"{int(self.done)} of {int(self.total)}")


def _tell(line: str) -> None:
    with Path(os.environ[TOLD]).open("a", encoding="utf-8") as told:
        told.write(f"{line}\n")


def _bar() -> type[Told]:
    return Told


def _drawn(pageno: int, rotation: int | None) -> None:
    """A page is drawn to be read; how it was turned for that is told, and drawing it is left to others."""
    if rotation:
        _tell(f"turned {pageno} {360 - rotation}")  # it counts against the clock, we with it


get_progressbar_class = hookimpl(_bar)  # the names by which they are asked for
rasterize_pdf_page = hookimpl(_drawn, tryfirst=True)
