"""The page of the desk's figures: lives a second beside bare psycopg, over HTTP, and what pages cost at two sizes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

from bench.page import machine, versions

PACKAGES = ("django", "psycopg", "granian")
OPEN_SHARE = 0.03  # of all dossiers: what an office has in work of three years' receptions
PAGE_TIMES = 60  # requests a page
LIVES_GOAL, RATIO_GOAL, HTTP_GOAL = 40, 0.2, "13 to 20"
HEAD = """# Benchmarks of the desk

Written by `python -m bench.desk`, which `make bench-desk` runs. A life is one dossier from reception to return: three
papers, three hand-overs taken over, proposal, approval, result, return: 11 acts, each a transaction of its own, every
guard and the journal on. Database and clients share the machine. Durability is as delivered: each commit waits for
the disk (`fsync` and `synchronous_commit` on; SQLite: WAL, `synchronous=FULL`).

Machine: {machine}. {versions}, PostgreSQL {postgresql}, SQLite {sqlite}.
"""
BESIDE = """
## Lives a second, beside bare psycopg

Two workers on PostgreSQL. The bare side plays the rows of two recorded lives again, varied, by psycopg alone, in as
many commits; each pair is measured one side after the other.

| workers | run | office | bare psycopg | ratio |
|---|---:|---:|---:|---:|
"""
GOALS = """
Medians with a unit each: {office:.1f} lives/s (goal: at least {lives}), ratio {ratio:.2f} (goal: at least {goal}).
On SQLite, one worker: {sqlite:.1f} lives/s.
"""
HTTP = """
## Lives a second over HTTP

Granian with two workers of one thread on PostgreSQL, {desks} desks of four officers each, sessions and CSRF as in
use. `forms`: the 11 forms alone, as a program would call; `browsing`: each followed by the page that it leads to.

| | lives/s | forms/s |
|---|---:|---:|
| forms | {forms:.1f} | {forms_11:.0f} |
| browsing | {browsing:.1f} | {browsing_11:.0f} |

Goal: ten times the 1.3 to 2.0 cases a second that Open Zaak reaches on such a machine, so {goal} lives/s.
"""
PAGES = """
## Pages, {database}

One unit with all dossiers, {share:.0%} of them open; milliseconds in process, {times} requests each, signed in.

| page | {sizes} |
|---|{dashes}|
"""


@dataclass(frozen=True)
class Figures:
    """All that was measured; pages by database, then by number of dossiers."""

    each: Sequence[tuple[float, float]]
    together: Sequence[tuple[float, float]]
    sqlite_lives: float
    forms: float
    browsing: float
    desks: int
    pages: Mapping[str, Mapping[int, Sequence[Mapping[str, Any]]]]
    postgresql: str
    sqlite: str


def page(found: Figures) -> str:
    parts = [
        HEAD.format(machine=machine(), versions=versions(PACKAGES), postgresql=found.postgresql, sqlite=found.sqlite)
    ]
    parts.append(BESIDE)
    for name, pairs in (("a unit each", found.each), ("one unit", found.together)):
        parts += [
            f"| {name} | {run} | {office:.1f} | {bare:.1f} | {office / bare:.2f} |\n"
            for run, (office, bare) in enumerate(pairs, 1)
        ]
    parts.append(_goals(found))
    parts.append(HTTP.format(
        desks=found.desks, forms=found.forms, forms_11=found.forms * 11, browsing=found.browsing,
        browsing_11=found.browsing * 11, goal=HTTP_GOAL,
    ))  # fmt: skip
    parts += [_pages(database, sizes) for database, sizes in found.pages.items()]
    return "".join(parts)


def _goals(found: Figures) -> str:
    office = median(office for office, _ in found.each)
    ratio = median(office / bare for office, bare in found.each)
    return GOALS.format(office=office, lives=LIVES_GOAL, ratio=ratio, goal=RATIO_GOAL, sqlite=found.sqlite_lives)


def _pages(database: str, sizes: Mapping[int, Sequence[Mapping[str, Any]]]) -> str:
    heads = " | ".join(f"{size:,}: p50 | p95 | queries | bytes" for size in sizes)
    told = PAGES.format(
        database=database, share=OPEN_SHARE, times=PAGE_TIMES, sizes=heads, dashes="|".join(["---:"] * 4 * len(sizes))
    )
    lines = [
        f"| {row[0]['name']} | " + " | ".join(
            f"{one['p50']:.1f} | {one['p95']:.1f} | {one['queries']} | {one['size']:,}" for one in row
        ) + " |\n"
        for row in zip(*sizes.values(), strict=True)
    ]  # fmt: skip
    return told + "".join(lines)
