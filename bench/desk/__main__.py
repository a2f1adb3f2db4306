"""`python -m bench.desk`: lives of dossiers a second on a fresh PostgreSQL, beside bare psycopg; pages at two sizes."""

import argparse
import os
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
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
        run("build", str(WORKERS))
        pairs = [one_pair(told.seconds, units) for units in (WORKERS, 1) for _ in range(told.times)]
    for units, part in (("a unit each", pairs[: told.times]), ("one unit", pairs[told.times :])):
        ratios = [pair.office / pair.bare for pair in part]
        office, bare = ("/".join(f"{side:.1f}" for side in sides) for sides in zip(*map(astuple, part), strict=True))
        print(f"{WORKERS} workers, {units}: office {office} lives/s, bare psycopg {bare}; ratio {median(ratios):.2f}")


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.desk", description=__doc__)
    parser.add_argument("--seconds", type=float, default=SECONDS, help="how long each side works")
    parser.add_argument("--times", type=int, default=TIMES, help="how often the two sides are held side by side")
    return parser.parse_args()


def one_pair(seconds: float, units: int) -> Pair:
    """Both sides, two workers each, in `units` units."""
    return Pair(*(lives_a_second(side, seconds, units) for side in ("office", "bare")))


def lives_a_second(side: str, seconds: float, units: int) -> float:
    """What all workers of a side did together."""
    with ThreadPoolExecutor(WORKERS) as pool:
        asked = [pool.submit(run, side, str(worker), str(worker % units), str(seconds)) for worker in range(WORKERS)]
        return sum(float(answer.result()) for answer in asked)


def run(*command: str) -> str:
    """One worker in a process of its own; raises SystemExit with what it printed where it fails."""
    done = subprocess.run([sys.executable, "-m", "bench.desk.worker", *command], capture_output=True, text=True)  # noqa: PLW1510
    if done.returncode:
        raise SystemExit(f"{' '.join(command)}\n{done.stdout[-2000:]}\n{done.stderr[-4000:]}")
    return done.stdout.strip()


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
