"""`python -m bench.documents`: receipts printed a second beside bare Typst and other tools, pages read a minute."""

import argparse
from pathlib import Path
from statistics import median

from bench.documents.receipts import bare, codes, ours, ways
from bench.documents.scans import OPTIONS, a_minute
from bench.page import machine, versions

NUMBER, TIMES, QUICK = 60, 5, 20
GOAL = 0.8
PAGES = 6
PACKAGES = ("typst", "docxtpl", "python-docx", "ocrmypdf")
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
Median ratio {ratio:.2f} (goal: at least {goal}). Of the {whole:.1f} ms that a receipt takes, drawing its QR code is
{code:.1f} ms.

## Other tools, the same fields in a plain layout

| way | receipts/s | beside Typst alone |
|---|---:|---:|
"""
SCANS = """
## Pages digitised a minute

{pages} receipts as gray pictures of 300 dots an inch, one file, `ocrmypdf {options}`: {rate:.1f} pages a minute.
"""


def main() -> None:
    told = arguments()
    number, times = (QUICK, 1) if told.quick else (NUMBER, TIMES)
    pairs = [(ours(number), bare(number)) for _ in range(times)]
    command = "python -m bench.documents" + " --quick" * told.quick + " --write" * told.write
    parts = [HEAD.format(command=command, machine=machine(), versions=versions(PACKAGES), number=number)]
    parts += [f"| {no} | {we:.1f} | {it:.1f} | {we / it:.2f} |\n" for no, (we, it) in enumerate(pairs, 1)]
    ratio, whole = median(we / it for we, it in pairs), 1000 / median(we for we, _ in pairs)
    parts.append(OTHERS.format(ratio=ratio, goal=GOAL, whole=whole, code=1000 / codes(number)))
    typst = median(it for _, it in pairs)
    for name, way in ways():
        if way is None:
            parts.append(f"| {name} | not installed | |\n")
        else:
            rate = way(number)
            parts.append(f"| {name} | {rate:.1f} | {rate / typst:.2f} |\n")
    pages = PAGES // 3 if told.quick else PAGES
    parts.append(SCANS.format(pages=pages, options=" ".join(OPTIONS), rate=a_minute(pages)))
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
