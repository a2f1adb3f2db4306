"""What `ocrmypdf` loads to tell each page that it has read: a line on its output, `done of pages`."""

from types import TracebackType
from typing import Self

from ocrmypdf import hookimpl


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
            print(int(self.done), "of", int(self.total), flush=True)  # noqa: T201  read by who started it


def _bar() -> type[Told]:
    return Told


get_progressbar_class = hookimpl(_bar)  # the name by which it is asked for
