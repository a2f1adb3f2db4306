"""Pages digitised in a minute: by the office's own job, and by the bare command over the same files.

The office's: the files lie in its store, their readings wait in SQLite, as many `read_scans` as there are workers take
one after another, and what they read is kept. Bare: as many `ocrmypdf` at a time, with the same options.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import img2pdf
import pypdfium2

from bench.documents.receipts import AT, receipts
from motcua.office.records.ocr import ARGUMENTS
from motcua.printing.forms import print_form

ROOT = Path(__file__).parents[2]
DOTS = 300  # an inch
PAGES = 2  # of a file
OPTIONS = ARGUMENTS[: ARGUMENTS.index("--plugin")]
THREADS = {"OMP_THREAD_LIMIT": "1"}
SECONDS = 1800


@contextmanager
def scans(files: int) -> Iterator[Sequence[Path]]:
    """Receipts as a scanner gives them, so many files, gone when the block ends."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        pages = [str(one) for one in pictures(files * PAGES, folder)]
        made = [folder / f"scan-{no}.pdf" for no in range(files)]
        for no, file in enumerate(made):
            file.write_bytes(img2pdf.convert(pages[no * PAGES : (no + 1) * PAGES]))
        yield made


def pictures(pages: int, folder: Path) -> list[Path]:
    made = []
    for no, receipt in enumerate(receipts(pages)):
        page = pypdfium2.PdfDocument(print_form(receipt, at=AT))[0]
        made.append(folder / f"{no}.png")
        page.render(scale=DOTS / 72).to_pil().convert("L").save(made[-1], dpi=(DOTS, DOTS))
    return made


def ours(files: Sequence[Path], workers: int) -> float:
    """In a minute, an office of its own set up before; raises SystemExit where a page was not read."""
    with tempfile.TemporaryDirectory() as home:
        told = {"MOTCUA_HOME": home, "DATABASE_URL": f"sqlite:///{home}/office.sqlite3"}
        environment = os.environ | told | {"DJANGO_SETTINGS_MODULE": "motcua.config.settings"}
        _run(["manage.py", "migrate", "-v0"], environment)
        _run(["-m", "bench.documents.queued", *map(str, files)], environment)
        seconds = _together([["manage.py", "read_scans", "--once"]] * workers, workers, environment)
        if int(_run(["-m", "bench.documents.queued"], environment)) != len(files) * PAGES:
            raise SystemExit("the office left pages unread")
    return len(files) * PAGES / seconds * 60


def bare(files: Sequence[Path], workers: int) -> float:
    """In a minute; what it makes lies beside the files."""
    commands = [["-m", "ocrmypdf", *OPTIONS, str(file), str(file.with_suffix(".read.pdf"))] for file in files]
    return len(files) * PAGES / _together(commands, workers, os.environ | THREADS) * 60


def _together(commands: Sequence[Sequence[str]], workers: int, environment: dict[str, str]) -> float:
    """How many seconds they took, so many at a time."""
    began = time.perf_counter()
    with ThreadPoolExecutor(workers) as pool:
        list(pool.map(lambda command: _run(command, environment), commands))
    return time.perf_counter() - began


def _run(command: Sequence[str], environment: dict[str, str]) -> str:
    """What Python printed with these arguments; raises SystemExit with its errors where it fails."""
    done = subprocess.run(
        [sys.executable, *command], cwd=ROOT, env=environment, capture_output=True, text=True, timeout=SECONDS,
        check=False,
    )  # fmt: skip
    if done.returncode:
        raise SystemExit(f"{' '.join(command[:3])}: exit code {done.returncode}\n{done.stderr[-4000:]}")
    return done.stdout
