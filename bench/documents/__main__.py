"""`python -m bench.documents`: receipts printed a second, beside bare Typst and other tools, in one run."""

import argparse
from pathlib import Path
from statistics import median

from bench.documents.receipts import bare, ours, ways
from bench.page import machine, versions

NUMBER, TIMES, QUICK = 60, 5, 20
GOAL = 0.8
PACKAGES = ("typst", "docxtpl", "python-docx")
PAGE = Path(__file__).parents[2] / "docs" / "benchmarks-documents.md"
HEAD = """# Benchmarks of documents

Written by `{command}`, which `make bench-documents` runs. One process, one receipt (form 01, A5, QR code) after
another, each with a code of its own, so that nothing set before is of use.

Machine: {machine}. {versions}.

## Receipts a second, beside Typst alone

Each pair is measured one side after the other, {number} receipts a side. Typst alone sets the same template with the
same fonts to the same standards (PDF/A-2a, PDF/UA-1); its data were laid out and written as JSON before.

| run | motcua.printing | Typst alone | ratio |
|---|---:|---:|---:|
"""
OTHERS = """
Median ratio {ratio:.2f} (goal: at least {goal}).

## Other tools, the same fields in a plain layout

| way | receipts/s | beside Typst alone |
|---|---:|---:|
"""


def main() -> None:
    told = arguments()
    number, times = (QUICK, 1) if told.quick else (NUMBER, TIMES)
    pairs = [(ours(number), bare(number)) for _ in range(times)]
    command = "python -m bench.documents" + " --quick" * told.quick + " --write" * told.write
    parts = [HEAD.format(command=command, machine=machine(), versions=versions(PACKAGES), number=number)]
    parts += [f"| {no} | {we:.1f} | {it:.1f} | {we / it:.2f} |\n" for no, (we, it) in enumerate(pairs, 1)]
    parts.append(OTHERS.format(ratio=median(we / it for we, it in pairs), goal=GOAL))
    typst = median(it for _, it in pairs)
    for name, way in ways():
        if way is None:
            parts.append(f"| {name} | not installed | |\n")
        else:
            rate = way(number)
            parts.append(f"| {name} | {rate:.1f} | {rate / typst:.2f} |\n")
    if told.write:
        PAGE.write_text("".join(parts), "utf-8")
    print("".join(parts))


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.documents", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer of each, once")
    parser.add_argument("--write", action="store_true", help="write the figures to docs/benchmarks-documents.md")
    return parser.parse_args()


if __name__ == "__main__":
    main()
