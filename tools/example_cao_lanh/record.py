"""One file of a unit: its name, its sheets, how its text is encoded."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tools.example_cao_lanh.books import Sheet, write


@dataclass(frozen=True)
class Record:
    name: str
    sheets: Sequence[Sheet]
    encoding: str = "utf-8-sig"
    delimiter: str = ";"

    def write(self, folder: Path) -> None:
        write(folder / self.name, {s.name: s.grid for s in self.sheets}, self.encoding, self.delimiter)
