"""`python -m bench.desk`: lives of dossiers a second on a fresh PostgreSQL, beside bare psycopg; pages at two sizes."""

import argparse
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import astuple, dataclass
from statistics import median

from tools.postgres import cluster

WORKERS = 2
SECONDS = 15.0
TIMES = 3


@dataclass(frozen=True)
class Pair:
    """Lives a second of the office and of bare psycopg, one after the other."""

    office: float
    bare: float


def main() -> None:
    told = arguments()
    with cluster() as url, environment(url):
        run("migrate")
        run("build", str(2 * told.times * WORKERS))
        ways = [units for units in (WORKERS, 1) for _ in range(told.times)]
        pairs = [one_pair(told.seconds, units, number * WORKERS) for number, units in enumerate(ways)]
    for units, part in (("a unit each", pairs[: told.times]), ("one unit", pairs[told.times :])):
        ratios = [pair.office / pair.bare for pair in part]
        office, bare = ("/".join(f"{side:.1f}" for side in sides) for sides in zip(*map(astuple, part), strict=True))
        print(f"{WORKERS} workers, {units}: office {office} lives/s, bare psycopg {bare}; ratio {median(ratios):.2f}")


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.desk", description=__doc__)
    parser.add_argument("--seconds", type=float, default=SECONDS, help="how long each side works")
    parser.add_argument("--times", type=int, default=TIMES, help="how often the two sides are held side by side")
    return parser.parse_args()


def one_pair(seconds: float, units: int, first: int) -> Pair:
    """Both sides, two workers each, in `units` units of their own, numbered from `first`."""
    return Pair(*(lives_a_second(side, seconds, units, first) for side in ("office", "bare")))


def lives_a_second(side: str, seconds: float, units: int, first: int) -> float:
    """What all workers of a side did together; they begin at one moment, each with its preparations done."""
    workers = [started(side, str(worker), str(first + worker % units), str(seconds)) for worker in range(WORKERS)]
    for worker in workers:
        said(worker, "ready")
    for worker in workers:
        print("go", file=worker.stdin, flush=True)
    return sum(float(said(worker)) for worker in workers)


def started(*command: str) -> "subprocess.Popen[str]":
    """A worker in a process of its own."""
    pipe = subprocess.PIPE
    return subprocess.Popen([sys.executable, "-m", "bench.desk.worker", *command], stdin=pipe, stdout=pipe, text=True)


def said(worker: "subprocess.Popen[str]", wanted: str = "") -> str:
    """The next line of a worker; raises SystemExit where it stopped, its traceback stands above."""
    line = worker.stdout.readline().strip() if worker.stdout else ""
    if not line or (wanted and line != wanted):
        raise SystemExit(f"a worker stopped: {line}")
    return line


def run(*command: str) -> None:
    """A step that prints nothing."""
    subprocess.run([sys.executable, "-m", "bench.desk.worker", *command], check=True)


@contextmanager
def environment(url: str) -> Iterator[None]:
    """Workers find the database, and one process keeps one connection."""
    before = dict(os.environ)
    os.environ.update(DATABASE_URL=url, DATABASE_POOL="2", DJANGO_SETTINGS_MODULE="motcua.config.settings")
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


if __name__ == "__main__":
    main()
