"""The page of figures: a table of steps, the two sides of the comparison, the machine they were taken on."""

import os
import platform
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from statistics import median

from bench.measuring import Step

GIBIBYTE = 1024**3
GOAL = 1.5
PACKAGES = ("duckdb", "ibis-framework", "pyarrow", "sqlglot")
HEAD = """# Benchmarks

Written by `{command}`; `make bench` measures one million dossiers. Every step runs in a process of its own.
`seconds` are by the clock, `processor` is the time of all threads together, `peak` the most memory the process held.

By `make bench-documents`: [receipts, signatures, scans](benchmarks-documents.md) beside other tools,
[a batch](benchmarks-batch.md) of validations. By `make bench-desk`: [lives of dossiers, pages](benchmarks-desk.md).

Machine: {machine}. {versions}.
"""
STEPS = """
## From generation to the notice

A province of {dossiers} dossiers, {rows} rows in all, one in a hundred cases of every rule planted with its fault.

| step | rows | seconds | rows/s | processor | peak |
|---|---:|---:|---:|---:|---:|
"""
SIDES = """
## The whole catalogue beside the same questions in SQL by hand

{rules} rules over all units. The catalogue: expressions built, compiled and run, the next compiled while one runs. By
hand: [bench/sql](../bench/sql), written for this evidence, big tables gone through once, what several questions need
kept in temporary tables. The counts of breached, kept and undecided cases of every rule and unit are equal.

| run | catalogue | by hand | ratio | catalogue, processor | by hand, processor | ratio |
|---|---:|---:|---:|---:|---:|---:|
"""


@dataclass(frozen=True)
class Side:
    """What one side of the comparison took: seconds and processor time of its questions, peak memory in bytes."""

    seconds: float
    processor: float
    peak: int


@dataclass(frozen=True)
class Figures:
    """All that was measured."""

    command: str
    dossiers: int
    rows: int
    rules: int
    steps: Sequence[Step]
    pairs: Sequence[tuple[Side, Side]]


def page(figures: Figures) -> str:
    parts = [HEAD.format(command=figures.command, machine=machine(), versions=versions(PACKAGES))]
    parts.append(STEPS.format(dossiers=f"{figures.dossiers:,}", rows=f"{figures.rows:,}"))
    parts += [_step(step) for step in figures.steps]
    parts.append(SIDES.format(rules=figures.rules))
    parts += [_pair(number, *pair) for number, pair in enumerate(figures.pairs, 1)]
    return "".join([*parts, "\n", summary(figures), "\n"])


def summary(figures: Figures) -> str:
    """The median of the ratios held against the goal, and the memory of both sides."""
    by_clock = median(ours.seconds / hand.seconds for ours, hand in figures.pairs)
    by_processor = median(ours.processor / hand.processor for ours, hand in figures.pairs)
    ours, hand = (max(side.peak for side in sides) for sides in zip(*figures.pairs, strict=True))
    return (
        f"Median ratio {by_clock:.2f} by the clock, {by_processor:.2f} in processor time (goal: at most {GOAL}). "
        f"Peak memory {_memory(ours)} for the catalogue, {_memory(hand)} by hand (goal: under 2 GiB)."
    )


def machine() -> str:
    """Processor, cores and memory, without the machine's name."""
    model = platform.processor() or platform.machine()
    described = Path("/proc/cpuinfo")
    if described.is_file():
        names = [line.split(":", 1)[1].strip() for line in described.read_text().splitlines() if "model name" in line]
        model = names[0] if names else model
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return f"{model}, {os.cpu_count()} cores, {memory / GIBIBYTE:.0f} GiB memory, {platform.system()}"


def versions(packages: Sequence[str]) -> str:
    """Of Python and of the packages, as they are installed."""
    told = ", ".join(f"{name} {version(name)}" for name in packages)
    return f"Python {sys.version_info.major}.{sys.version_info.minor}.{sys.version_info.micro}, {told}"


def _memory(peak: int) -> str:
    return f"{peak / GIBIBYTE:.2f} GiB"


def _step(step: Step) -> str:
    return (
        f"| {step.name} | {step.rows:,} | {step.seconds:.1f} | {step.pace:,} | {step.processor:.1f} "
        f"| {_memory(step.peak)} |\n"
    )


def _pair(number: int, ours: Side, hand: Side) -> str:
    return (
        f"| {number} | {ours.seconds:.1f} s | {hand.seconds:.1f} s | {ours.seconds / hand.seconds:.2f} "
        f"| {ours.processor:.1f} s | {hand.processor:.1f} s | {ours.processor / hand.processor:.2f} |\n"
    )
