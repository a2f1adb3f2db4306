"""`python -m bench`: generate, import, check and inspect a province, hold the catalogue beside SQL, write it up."""

import argparse
import json
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench.by_hand import Counts
from bench.measuring import Step, run
from bench.page import Figures, Side, page, summary
from bench.side_by_side import differences, engine_over
from bench.sources import write_csv, write_xlsx
from motcua.evidence.snapshot import open_snapshot
from motcua.generator.order import PERIODS
from motcua.inspection.catalogue import rules
from motcua.inspection.units import read_units

MILLION = 1_000_000
PAGE = Path(__file__).parent.parent / "docs" / "benchmarks.md"
FIRST, LAST = (day.isoformat() for day in PERIODS["three-level"])
TIMES = 3
MOTCUA = ("-c", "from motcua.cli import main; main()")


def main() -> None:
    told = arguments()
    with tempfile.TemporaryDirectory(dir=told.scratch) as scratch:
        folder = Path(scratch)
        snapshot = told.snapshot or folder / "province"
        steps = list(measured_steps(snapshot, folder, told)) if not told.only_catalogue else []
        pairs = [one_pair(snapshot, folder) for _ in range(told.times)]
    figures = Figures(_command(told), told.dossiers, _rows_of(steps), len(rules()), steps, pairs)
    if told.dossiers == MILLION and not told.only_catalogue:
        PAGE.write_text(page(figures), "utf-8")
    print(page(figures) if steps else summary(figures))


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--dossiers", type=int, default=MILLION, help="how many; only a million is written up")
    parser.add_argument("--times", type=int, default=TIMES, help="how often the two sides are held side by side")
    parser.add_argument("--scratch", type=Path, help="folder for the province and what comes of it; removed at the end")
    parser.add_argument("--snapshot", type=Path, help="a province made before, for --only-catalogue")
    parser.add_argument("--only-catalogue", action="store_true", help="only hold the catalogue beside the SQL")
    told = parser.parse_args()
    if told.only_catalogue and told.snapshot is None:
        parser.error("--only-catalogue needs --snapshot")
    return told


def measured_steps(snapshot: Path, folder: Path, told: argparse.Namespace) -> Iterator[Step]:
    heard = folder / "heard.txt"
    count = str(told.dossiers)
    made = [*MOTCUA, "generate", "--to", str(snapshot), "--dossiers", count, "--faults", "0.01"]
    took = run("generate", 0, made, heard)
    rows = _rows(snapshot)
    yield Step(took.name, rows, took.seconds, took.processor, took.peak)
    for name, write in (("import CSV", write_csv), ("import xlsx", write_xlsx)):
        source = folder / name.rsplit(maxsplit=1)[-1]
        wrote = write(snapshot, source)
        yield run(name, wrote, [*MOTCUA, "evidence", "import", str(source), "--to", f"{source}-snapshot"], heard)
    yield run("check", rows, [*MOTCUA, "evidence", "check", str(snapshot)], heard)
    units = [part for unit_id in two_units(snapshot) for part in ("--unit", unit_id)]
    period = ["--from", FIRST, "--to", LAST, "--out", str(folder / "out")]
    yield run("inspect two units", rows, [*MOTCUA, "inspect", str(snapshot), *units, *period], heard)


def one_pair(snapshot: Path, folder: Path) -> tuple[Side, Side]:
    """Both sides once, one after the other; raises SystemExit where their answers differ."""
    sides: list[Side] = []
    answers: list[Counts] = []
    for side in ("catalogue", "sql"):
        file = folder / f"{side}.json"
        command = ["-m", "bench.ask", side, str(snapshot), FIRST, LAST, str(file)]
        took = run(side, 0, command, folder / "heard.txt")
        found = json.loads(file.read_text("utf-8"))
        sides.append(Side(found["seconds"], found["processor"], took.peak))
        answers.append({(rule, unit_id): (b, k, u) for rule, unit_id, b, k, u in found["counts"]})
    if unlike := differences(*answers):
        raise SystemExit("the two sides do not agree:\n" + "\n".join(unlike[:20]))
    return sides[0], sides[1]


def two_units(snapshot: Path) -> list[str]:
    """A district and a commune, as a delegation would inspect them."""
    units = read_units(engine_over(snapshot)).by_id.values()
    committees = [unit for unit in units if unit.kind == "committee"]
    return [next(u.unit_id for u in committees if u.level == level) for level in ("district", "commune")]


def _rows(snapshot: Path) -> int:
    return sum(note.rows for note in open_snapshot(snapshot).manifest.files.values())


def _rows_of(steps: list[Step]) -> int:
    return steps[0].rows if steps else 0


def _command(told: argparse.Namespace) -> str:
    return "python -m bench" + ("" if told.dossiers == MILLION else f" --dossiers {told.dossiers}")


if __name__ == "__main__":
    main()
