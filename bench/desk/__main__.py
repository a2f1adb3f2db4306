"""`python -m bench.desk`: lives of dossiers a second on a fresh PostgreSQL, beside bare psycopg; pages at two sizes."""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from sqlite3 import sqlite_version
from typing import Any

import psycopg

from bench.desk.page import Figures, page
from tools.postgres import cluster

WORKERS = 2
SECONDS = 10.0
TIMES = 3
SIZES = (10_000, 100_000)
DESKS = 4
PAGE = Path(__file__).parents[2] / "docs" / "benchmarks-desk.md"
POSTGRESQL, SQLITE = "PostgreSQL", "SQLite"


def main() -> None:
    told = arguments()
    with cluster() as url, environment(DATABASE_URL=url, DATABASE_POOL="2"):
        each, together, forms, browsing = lives(told)
        pages = {POSTGRESQL: page_figures(2 * told.times * WORKERS + 2 * DESKS)}
        postgresql = server_version(url)
    with tempfile.TemporaryDirectory() as home, environment(DATABASE_URL=f"sqlite:///{home}/office.sqlite3"):
        run("migrate")
        run("build", str(1 + len(SIZES)))
        on_sqlite = lives_a_second("office", told.seconds, [0])
        pages[SQLITE] = page_figures(1)
    found = page(Figures(
        each, together, on_sqlite, forms, browsing, DESKS, pages, postgresql, sqlite_version,
    ))  # fmt: skip
    if told.write:
        PAGE.write_text(found, "utf-8")
    print(found)


def lives(told: argparse.Namespace) -> tuple[list[tuple[float, float]], list[tuple[float, float]], float, float]:
    """Pairs with a unit each, pairs in one unit, over HTTP forms alone and with pages. All in units of their own."""
    units = 2 * told.times * WORKERS
    run("migrate")
    run("build", str(units + 2 * DESKS + len(SIZES)))
    ways = [count for count in (WORKERS, 1) for _ in range(told.times)]
    pairs = [one_pair(told.seconds, count, number * WORKERS) for number, count in enumerate(ways)]
    over = [
        float(answer("http", str(units + number * DESKS), str(DESKS), str(told.seconds), way))
        for number, way in enumerate(("forms", "browsing"))
    ]
    return pairs[: told.times], pairs[told.times :], over[0], over[1]


def page_figures(first: int) -> dict[int, list[dict[str, Any]]]:
    """Each size in a unit of its own, the first of them numbered `first`."""
    return {size: json.loads(answer("pages", str(first + no), str(size))) for no, size in enumerate(SIZES)}


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.desk", description=__doc__)
    parser.add_argument("--seconds", type=float, default=SECONDS, help="how long each side works")
    parser.add_argument("--times", type=int, default=TIMES, help="how often the two sides are held side by side")
    parser.add_argument("--write", action="store_true", help="write the figures to docs/benchmarks-desk.md")
    return parser.parse_args()


def one_pair(seconds: float, units: int, first: int) -> tuple[float, float]:
    """The office's lives a second and those of bare psycopg: two workers, in `units` units numbered from `first`."""
    places = [first + worker % units for worker in range(WORKERS)]
    return lives_a_second("office", seconds, places), lives_a_second("bare", seconds, places)


def lives_a_second(side: str, seconds: float, places: Sequence[int]) -> float:
    """What a worker in each place did together; they begin at one moment, each with its preparations done."""
    workers = [started(side, str(worker), str(place), str(seconds)) for worker, place in enumerate(places)]
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


def answer(*command: str) -> str:
    """The last line of a worker that needs nobody beside it."""
    done = subprocess.run(
        [sys.executable, "-m", "bench.desk.worker", *command], check=True, stdout=subprocess.PIPE, text=True
    )
    return done.stdout.strip().splitlines()[-1]


def server_version(url: str) -> str:
    with psycopg.connect(url) as wire:
        return str(wire.info.server_version // 10_000)


@contextmanager
def environment(**told: str) -> Iterator[None]:
    """Workers find the database, and one process keeps one connection."""
    before = dict(os.environ)
    os.environ.update(told | {"DJANGO_SETTINGS_MODULE": "motcua.config.settings"})
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


if __name__ == "__main__":
    main()
