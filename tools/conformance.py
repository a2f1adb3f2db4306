"""Runs the whole catalogue on DuckDB and on a real Apache Spark, and compares every verdict, number for number."""

import subprocess
import sys
import time
from argparse import ArgumentParser
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from tempfile import TemporaryDirectory

from motcua.evidence.engines import DuckEngine, Engine, SparkEngine, spark_session
from motcua.evidence.snapshot import Snapshot, open_snapshot
from motcua.evidence.tables import CONTRACT, unit
from motcua.generator import PERIODS, small_world
from motcua.inspection.catalogue import rules
from motcua.inspection.engine import Inspection, Target, law_target
from motcua.inspection.inspection_file import read_inspection_file
from motcua.inspection.period import Period
from motcua.inspection.programme import default_programme, read_programme
from motcua.inspection.verdict import Verdict
from tools.cluster import cluster

HOME = Path(__file__).parent.parent
EXAMPLES = HOME / "examples"
SPARK_HOMES = ".venv-spark/lib/python3*/site-packages/pyspark"
GENERATED = 3000  # dossiers of each generated province
FAULTS = 0.02


@dataclass(frozen=True)
class Case:
    """Evidence to inspect twice: where it lies, the units and the period inspected."""

    name: str
    snapshot: Snapshot
    period: Period
    units: tuple[str, ...]
    target: Target = law_target

    def paths(self) -> Mapping[str, Sequence[Path]]:
        return {table: self.snapshot.paths(table) for table in CONTRACT}


@dataclass(frozen=True)
class Compared:
    """One rule on one case: verdicts held side by side, seconds of each engine, what differs."""

    code: str
    verdicts: int
    duckdb: float
    spark: float
    differences: tuple[str, ...]


def examples(folder: Path) -> Iterator[Case]:
    """Every example of the repository, imported as its users would."""
    for example in sorted(path.parent for path in EXAMPLES.glob("*/inspection.yaml")):
        snapshot = folder / example.name
        words = ["evidence", "import", str(example / "records"), "--to", str(snapshot)]
        words += ["--key", str(key)] if (key := example / "example.key").exists() else []
        subprocess.run([Path(sys.executable).with_name("motcua"), *words], check=True)  # noqa: S603  our own command
        file = read_inspection_file(example / "inspection.yaml")
        if file.period is None:
            raise ValueError(f"{example.name}: its inspection file names no period")
        own = example / "programme.yaml"
        programme = read_programme(own) if own.exists() else default_programme()
        yield Case(
            example.name, open_snapshot(snapshot), programme.over(file.period), tuple(file.units), programme.target
        )


def generated(folder: Path) -> Iterator[Case]:
    """A planted province with districts and one without."""
    for era in PERIODS:
        made = small_world(folder / era, dossiers=GENERATED, seed=5, faults=FAULTS, era=era)
        yield case_of(made, Period.of(*PERIODS[era]), f"generated, {era}")


def case_of(folder: Path, period: Period, name: str) -> Case:
    """All committees of a snapshot."""
    snapshot = open_snapshot(folder)
    engine = DuckEngine({table: snapshot.paths(table) for table in CONTRACT})
    committees = engine.rows(unit.filter(unit.kind == "committee").select("unit_id").order_by("unit_id"))
    return Case(name, snapshot, period, tuple(row["unit_id"] for row in committees))


def compare(case: Case, one: Engine, other: Engine) -> Iterator[Compared]:
    """Each rule on both engines."""
    first, second = (Inspection.open(engine, case.period, case.units, case.target) for engine in (one, other))
    for rule in rules():
        began = time.monotonic()
        expected = first.verdicts(rule)
        between = time.monotonic()
        found = second.verdicts(rule)
        ended = time.monotonic()
        told = tuple(line for pair in zip(expected, found, strict=True) for line in differences(*pair))
        yield Compared(rule.code, len(expected), between - began, ended - between, told)


def differences(expected: Verdict, found: Verdict) -> Iterator[str]:
    """Every field of a verdict that is not the same on both engines."""
    for field in fields(Verdict):
        one, other = getattr(expected, field.name), getattr(found, field.name)
        if one != other:
            yield f"{expected.rule.code} {expected.unit_id} {field.name}: duckdb {one}, spark {other}"


def run(cases: Sequence[Case], url: str) -> int:
    """Compare all cases over one session. Gives the number of differences."""
    session = spark_session(url)
    print(f"Apache Spark {session.version} at {url}")
    wrong = 0
    for case in cases:
        print(f"\n{case.name}: {', '.join(case.units)}; {case.period.start} to {case.period.end}")
        print(f"{'rule':<10} {'verdicts':>8} {'duckdb s':>9} {'spark s':>9}", flush=True)
        compared = []
        for row in compare(case, DuckEngine(case.paths()), SparkEngine(case.paths(), session)):
            same = "same" if not row.differences else f"{len(row.differences)} differ"
            print(f"{row.code:<10} {row.verdicts:>8} {row.duckdb:>9.2f} {row.spark:>9.2f}  {same}", flush=True)
            print(*(f"  {line}\n" for line in row.differences), sep="", end="")
            compared.append(row)
        wrong += sum(len(row.differences) for row in compared)
        print(f"{sum(r.verdicts for r in compared)} verdicts, {sum(r.spark for r in compared):.0f} s on Spark")
    session.stop()
    return wrong


def main(arguments: Sequence[str]) -> int:
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--generated", action="store_true", help="generated provinces beside the examples")
    with_generated = parser.parse_args(arguments).generated
    spark_home = next(HOME.glob(SPARK_HOMES))
    with TemporaryDirectory(prefix="motcua-conformance-") as folder:
        cases = [*examples(Path(folder)), *(generated(Path(folder)) if with_generated else ())]
        with cluster(spark_home, Path(folder) / "logs") as url:
            wrong = run(cases, url)
    print("The same verdicts, number for number." if not wrong else f"{wrong} figures differ.")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
