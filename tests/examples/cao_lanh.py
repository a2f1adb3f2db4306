"""The example of Cao Lãnh imported and inspected: once whole, then again with only its changed files read anew."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path

import pyarrow.compute as pc
import pyarrow.parquet as pq

from motcua.evidence.engines import DuckEngine
from motcua.evidence.importing import Asked, Defaults, plan, run_import
from motcua.evidence.snapshot import Snapshot, SnapshotWriter, open_snapshot
from motcua.evidence.tables import CONTRACT
from motcua.inspection.catalogue import rules
from motcua.inspection.engine import Inspection
from motcua.inspection.inspection_file import read_inspection_file
from motcua.inspection.period import Period
from motcua.inspection.programme import read_programme
from motcua.inspection.statements import Conclusion, conclude

EXAMPLE = Path(__file__).parents[2] / "examples" / "cao-lanh-2023"
RECORDS = EXAMPLE / "records"
SEEN = datetime(2023, 7, 27, 16, 59, 59, tzinfo=UTC)
PERIOD = Period.of(date(2023, 1, 1), date(2023, 7, 26), date(2023, 7, 27))
PROGRAMME = read_programme(EXAMPLE / "programme.yaml")
FILE = read_inspection_file(EXAMPLE / "inspection.yaml")


def imported(records: Path, to: Path, only: frozenset[str] | None = None, earlier: Snapshot | None = None) -> Snapshot:
    """The snapshot of a records folder; of some of its files added to an earlier one."""
    read = plan([records], Defaults())
    sources = tuple(s for s in read.sources if only is None or s.name in only)
    key = (EXAMPLE / "example.key").read_bytes().strip()
    run_import(Asked(sources, to, to.with_name(f"{to.name}-rejects.xlsx"), SEEN, key, earlier=earlier))
    return open_snapshot(to)


def without(snapshot: Snapshot, files: Iterable[str], to: Path) -> Snapshot:
    """The snapshot without what came from some files."""
    gone = list(files)
    with SnapshotWriter(to, as_of=SEEN) as writer:
        for table in snapshot.tables:
            for path in snapshot.paths(table):
                rows = pq.read_table(path)
                kept = pc.invert(pc.fill_null(pc.is_in(rows["source_file"], pc.cast(gone, "string")), False))
                writer.append(table, rows.filter(kept))
    return open_snapshot(to)


def inspected(snapshot: Snapshot) -> tuple[Conclusion, Inspection]:
    engine = DuckEngine({table: snapshot.paths(table) for table in CONTRACT})
    run = Inspection.open(engine, PROGRAMME.over(PERIOD), FILE.units, PROGRAMME.target)
    return conclude(run, rules(), PROGRAMME), run


def names(conclusion: Conclusion) -> frozenset[str]:
    return frozenset(statement.name for statement in conclusion.statements)


@dataclass(frozen=True)
class Planned:
    """One id of the notice's list: the statements it yields, and the ids or single statements that go with it."""

    id: str
    unit: str
    domain: str
    kind: str
    yields: tuple[str, ...]
    companions: tuple[str, ...]


class Statements:
    """statements.csv of the example."""

    def __init__(self, path: Path = EXAMPLE / "statements.csv") -> None:
        with path.open(encoding="utf-8", newline="") as file:
            lines = list(csv.DictReader(file))
        self.planned = [
            Planned(
                line["id"],
                line["unit"],
                line["domain"],
                line["kind"],
                tuple(line["yields"].split()),
                tuple(line["companions"].split()),
            )
            for line in lines
        ]

    @cached_property
    def by_id(self) -> dict[str, Planned]:
        return {one.id: one for one in self.planned}

    def going_with(self, id_: str) -> frozenset[str]:
        """Every statement that goes when the cause of an id goes: its own, and those of its companions and theirs."""
        waiting, seen, found = [id_], set[str](), set[str]()
        while waiting:
            one = waiting.pop()
            if "/" in one:
                found.add(one)
            elif one not in seen:
                seen.add(one)
                found |= set(self.by_id[one].yields)
                waiting += self.by_id[one].companions
        return frozenset(found)
