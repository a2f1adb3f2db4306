"""The page of figures of documents, part by part: a table each, and its goal where there is one."""

from collections.abc import Sequence
from itertools import groupby
from statistics import median

from bench.documents.scans import DOTS, OPTIONS, PAGES
from bench.page import machine, versions

PACKAGES = ("typst", "docxtpl", "python-docx", "pyhanko", "ocrmypdf")
RECEIPTS_GOAL, SIGNATURES_GOAL = 0.8, 25


def head(command: str, load: float) -> str:
    return (
        "# Benchmarks of documents\n\n"
        f"Written by `{command}`, which `make bench-documents` runs. When it began, the machine was under a load of "
        f"{load:.1f}.\nRates are by processor time of all threads, so that other work on the machine counts less; "
        f"LibreOffice and\nthe reading of scans are by the clock.\n\nMachine: {machine()}. {versions(PACKAGES)}.\n"
    )


def receipts(number: int, pairs: Sequence[tuple[float, float]], code: float) -> str:
    """`code` is the time of one QR code in milliseconds."""
    rows = "".join(f"| {no} | {we:.1f} | {it:.1f} | {we / it:.2f} |\n" for no, (we, it) in enumerate(pairs, 1))
    ratio, whole = median(we / it for we, it in pairs), 1000 / median(we for we, _ in pairs)
    return (
        "\n## Receipts a second, beside Typst alone\n\n"
        "One process, one receipt (form 01, A5, QR code) after another, each with a code of its own, so that nothing "
        f"set before\nis of use. Each pair is measured one side after the other, {number} receipts a side. Typst alone "
        "sets the same template\nwith the same fonts to the same standards (PDF/A-2a, PDF/UA-1); its data were laid "
        "out and written as JSON before, the\nQR code drawn.\n\n"
        f"| run | motcua.printing | Typst alone | ratio |\n|---|---:|---:|---:|\n{rows}\n"
        f"Median ratio {ratio:.2f} (goal: at least {RECEIPTS_GOAL}). Of the {whole:.1f} ms that a receipt takes, "
        f"drawing its QR code is {code:.1f} ms.\n"
    )


def others(ways: Sequence[tuple[str, float | None]], typst: float) -> str:
    rows = "".join(
        f"| {name} | not installed | |\n" if rate is None else f"| {name} | {rate:.1f} | {rate / typst:.2f} |\n"
        for name, rate in ways
    )
    return (
        "\n## Other tools, the same fields in a plain layout\n\n"
        f"| way | receipts/s | beside Typst alone |\n|---|---:|---:|\n{rows}"
    )


def signatures(number: int, rows: Sequence[tuple[str, float, float]]) -> str:
    """Each row: what is signed how, ours a second, pyHanko's a second."""
    said = "".join(f"| {name} | {we:.1f} | {it:.1f} | {we / it:.2f} |\n" for name, we, it in rows)
    plain = [we for name, we, _ in rows if name == rows[0][0]]
    ratios = [
        f"{name}: {median(we / it for _, we, it in group):.2f}"
        for name, group in ((name, list(group)) for name, group in groupby(rows, key=lambda row: row[0]))
    ]
    return (
        "\n## Signatures a second, beside pyHanko's own signer\n\n"
        "A result of one page, its place for a signature empty, is signed by a person (RSA 2048, key in memory):\n"
        "`prepare`, the key, `complete`, which checks the answer. The stamp of the person is drawn once.\n"
        "pyHanko signs the same file with the same key, held in memory as well, and its own text stamp.\n"
        f"Time stamps come from an authority in the same process. One core, {number} signatures a side.\n\n"
        f"| what | motcua.signing | pyHanko | ratio |\n|---|---:|---:|---:|\n{said}\n"
        f"Median {median(plain):.1f} a second with a visible stamp (goal: at least {SIGNATURES_GOAL} on one core).\n"
        f"Median ratios: {'; '.join(ratios)}.\n"
    )


def validations(rate: float) -> str:
    return (
        "\n## Validations a second\n\n"
        "Results that a person and the agency have signed, each held against the trust list and its revocation lists, "
        f"what was\nadded after the person's signature compared object by object: {rate:.1f} a second on one core. A "
        "batch and\nits memory: [benchmarks-batch.md](benchmarks-batch.md).\n"
    )


def scans(files: int, rows: Sequence[tuple[int, float, float]]) -> str:
    """Each row: how many workers, the office's pages in a minute, the bare command's."""
    said = "".join(f"| {workers} | {we:.1f} | {it:.1f} | {we / it:.2f} |\n" for workers, we, it in rows)
    each = [
        f"{workers}: {median(we / it for count, we, it in rows if count == workers):.2f}"
        for workers in sorted({count for count, _, _ in rows})
    ]
    return (
        "\n## Pages digitised a minute, beside the bare command\n\n"
        f"{files} files of {PAGES} receipts (A5) as gray pictures of {DOTS} dots an inch. The office's own job: the "
        "files lie in its\nstore, their readings wait in SQLite, as many `manage.py read_scans --once` as there are "
        "workers read them one by one, the\nsearchable PDF/A goes into the store and the text into its row; the "
        "starts of these processes count. Bare: as many at a\ntime, over the same files, one thread each as well, of\n"
        f"`ocrmypdf {' '.join(OPTIONS)}`.\n"
        "By the clock: the office's readers let others go first (`nice`), so what else runs weighs on them more.\n\n"
        f"| workers | motcua | ocrmypdf | ratio |\n|---:|---:|---:|---:|\n{said}\n"
        f"Median ratios by workers: {'; '.join(each)}.\n"
    )
