"""From ledger to snapshot: every row gets its source, and the ground truth goes beside the folder."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pyarrow as pa

from motcua.evidence.snapshot import SnapshotWriter
from motcua.generator.ledger import Ledger
from motcua.generator.planting import Planted


@dataclass
class Pages:
    """The snapshot being written, with the running number of the last row of every table."""

    snapshot: SnapshotWriter
    written: dict[str, int] = field(default_factory=dict)

    def write(self, ledger: Ledger) -> None:
        for table, rows in ledger.tables.items():
            start = self.written.get(table, 0)
            size = rows.num_rows
            self.written[table] = start + size
            sourced = rows.append_column("source_file", pa.repeat(f"generated/{table}", size))
            sourced = sourced.append_column("sheet", pa.repeat(table, size))
            self.snapshot.append(table, sourced.append_column("row", pa.array(np.arange(start, start + size) + 1)))

    @property
    def rows(self) -> int:
        return sum(self.written.values())


def truth_file(folder: Path) -> Path:
    """Where the ground truth of a generated folder lies: beside it, never inside."""
    return folder.parent / f"{folder.name}-truth.csv"


def write_truth(folder: Path, truth: Iterable[Planted]) -> None:
    with truth_file(folder).open("w", encoding="utf-8", newline="") as file:
        lines = csv.writer(file, lineterminator="\n")
        lines.writerow(("rule", "unit_id", "subject"))
        lines.writerows((one.rule, one.unit_id, one.subject) for one in sorted(truth))


def read_truth(folder: Path) -> list[Planted]:
    """What was planted in a generated folder."""
    with truth_file(folder).open(encoding="utf-8", newline="") as file:
        return [Planted(**row) for row in csv.DictReader(file)]
