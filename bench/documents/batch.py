"""`python -m bench.documents.batch [--write]`: many results, each another, sealed and validated, a process a core."""

import argparse
import os
import resource
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from functools import cache
from multiprocessing import get_context
from pathlib import Path

from bench.documents.results import Office
from bench.documents.signatures import held
from bench.measuring import KIBIBYTE
from bench.page import machine, versions

NUMBER, PART, QUICK = 10_000, 50, 100
MARKS = (100, 500, 1_000, 2_000, 5_000, 10_000)
MEBIBYTE = 1024**2
PAGE = Path(__file__).parents[2] / "docs" / "benchmarks-batch.md"
HEAD = """# Benchmark of a batch of validations

Written by `{command}`. When it began, the machine was under a load of {load:.1f}.

Machine: {machine}. {versions}.

Results of one page that a person has signed are sealed by the agency, each at a moment of its own so that no two are
alike, and validated at once: both signatures against trust list and revocation lists, what was added after the first
compared object by object. All are valid. {processes} processes; `processor` counts sealing and validating; the peak is
the most memory that one of them has held so far. A run goes to 10,000; one that was stopped shows what it reached.

| results | seconds | results/s | processor, ms each | peak |
|---:|---:|---:|---:|---:|
"""


@dataclass(frozen=True)
class Part:
    """What a process did: seconds of processor time for this part, its greatest memory so far in bytes."""

    number: int
    processor: float
    peak: int


@cache
def begun() -> tuple[Office, bytes]:
    """Once a process: who signs, and a result that the person has signed."""
    office = Office.made()
    return office, office.signed(0)


def validated(first: int, number: int) -> Part:
    """Seals and validates one after another, and keeps none."""
    office, signed = begun()
    before = time.process_time()
    for no in range(first, first + number):
        held(office, office.sealed(signed, no))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * KIBIBYTE
    return Part(number, time.process_time() - before, peak)


def parts(number: int, processes: int) -> Iterator[Part]:
    """All of them, as the processes get done."""
    with ProcessPoolExecutor(processes, get_context("spawn")) as pool:
        starts = range(0, number, PART)
        for done in as_completed([pool.submit(validated, first, PART) for first in starts]):
            yield done.result()


def rows(number: int, processes: int) -> Iterator[str]:
    """A line of the table each time a mark is reached."""
    began, count, processor, peak = time.monotonic(), 0, 0.0, 0
    for part in parts(number, processes):
        count, processor, peak = count + part.number, processor + part.processor, max(peak, part.peak)
        if count in MARKS:
            seconds = time.monotonic() - began
            yield (
                f"| {count:,} | {seconds:.0f} | {count / seconds:.1f} | {processor / count * 1000:.0f} "
                f"| {peak / MEBIBYTE:.0f} MiB |\n"
            )


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.documents.batch", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer")
    parser.add_argument("--write", action="store_true", help="write figures to docs/benchmarks-batch.md as they come")
    told = parser.parse_args()
    command, processes = "python -m bench.documents.batch" + " --quick" * told.quick, os.cpu_count() or 1
    text = HEAD.format(
        command=command + " --write" * told.write, load=os.getloadavg()[1], machine=machine(),
        versions=versions(("pyhanko", "cryptography")), processes=processes,
    )  # fmt: skip
    print(text, end="", flush=True)
    for row in rows(QUICK if told.quick else NUMBER, processes):
        text += row
        print(row, end="", flush=True)
        if told.write:
            PAGE.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
