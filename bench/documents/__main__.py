"""`python -m bench.documents`: receipts, signatures, validations a second, beside other tools; pages read a minute."""

import argparse
import os
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from bench.documents import parts, scans, signatures
from bench.documents.receipts import bare, codes, ours, ways
from bench.documents.results import Office

PAGE = Path(__file__).parents[2] / "docs" / "benchmarks-documents.md"


@dataclass(frozen=True)
class Size:
    """How much of each is measured."""

    receipts: int = 60
    signed: int = 60
    validated: int = 30
    times: int = 5
    files: int = 6
    readings: int = 3


WORKERS = (1, 2)
QUICK = Size(receipts=20, signed=20, validated=10, times=1, files=2, readings=1)


def main() -> None:
    told = arguments()
    size = QUICK if told.quick else Size()
    command = "python -m bench.documents" + " --quick" * told.quick + " --write" * told.write
    page = "".join([parts.head(command, os.getloadavg()[1]), *printed(size), *signed(size), *scanned(size)])
    if told.write:
        PAGE.write_text(page, "utf-8")
    print(page)


def printed(size: Size) -> list[str]:
    pairs = [(ours(size.receipts), bare(size.receipts)) for _ in range(size.times)]
    typst = median(it for _, it in pairs)
    others = [(name, None if way is None else way(size.receipts)) for name, way in ways()]
    return [parts.receipts(size.receipts, pairs, 1000 / codes(size.receipts)), parts.others(others, typst)]


def signed(size: Size) -> list[str]:
    office = Office.made()
    rows = []
    for name, stamped in (("", False), (", time stamp (RFC 3161)", True)):
        for _ in range(size.times):
            we = signatures.ours(office, size.signed, stamped=stamped)
            rows.append((f"visible stamp{name}", we, signatures.bare(office, size.signed, stamped=stamped)))
    rate = signatures.validations(office, size.validated)
    return [parts.signatures(size.signed, rows), parts.validations(rate)]


def scanned(size: Size) -> list[str]:
    """Both sides one after the other, with one worker, then with two."""
    with scans.scans(size.files) as files:
        rows = [
            (workers, scans.ours(files, workers), scans.bare(files, workers))
            for workers in WORKERS
            for _ in range(size.readings)
        ]
    return [parts.scans(size.files, rows)]


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.documents", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer of each, once")
    parser.add_argument("--write", action="store_true", help="write the figures to docs/benchmarks-documents.md")
    return parser.parse_args()


if __name__ == "__main__":
    main()
