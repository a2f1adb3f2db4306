"""Has a scan read by `ocrmypdf`: a process of its own, last in line, with limits, that can be ended at any moment."""

import ctypes
import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from motcua.office.records.reasons import BROKEN, MEMORY, OTHER, PROGRAM, TOO_LONG

PROGRAMS = ("tesseract", "gs")
FIRST, EACH = 120, 60  # seconds: to begin and end, and for each page
BYTES = 4 * 2**30
KEEP = 0.5  # seconds between two looks at it
NICE = 15
EXITS = {2: BROKEN, 3: PROGRAM, 8: BROKEN}
ARGUMENTS = (
    "-l", "vie", "--output-type", "pdfa-2", "--rotate-pages", "--deskew", "--jobs", "1",
    "--plugin", "motcua.office.records.progress",
)  # fmt: skip
END_WITH_PARENT = 1  # PR_SET_PDEATHSIG


class Unread(Exception):
    """It cannot be read; `reason` is one of `reasons`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Ended(Exception):
    """It was to end before it was read."""


@contextmanager
def read(source: Path, pages: int, *, over_text: bool, go_on: Callable[[int], bool]) -> Iterator[tuple[Path, str]]:
    """The readable PDF, gone when the block ends, and its text. `go_on` is told the pages done twice a second.

    `over_text`: pages that have letters are read like the others. Raises Unread, and Ended where `go_on` said no.
    """
    if not all(shutil.which(program) for program in PROGRAMS):
        raise Unread(PROGRAM)
    with tempfile.TemporaryDirectory(prefix="motcua-reading-") as folder:
        made, said, told, errors = (Path(folder) / name for name in ("read.pdf", "text", "told", "errors"))
        mode = ("--mode", "force") if over_text else ()
        arguments = [*ARGUMENTS, *mode, "--sidecar", str(said), str(source), str(made)]
        code = _run(arguments, FIRST + EACH * pages, told, errors, go_on)
        if code:
            raise Unread(_reason(code, errors))
        yield made, said.read_text("utf-8")


def _run(arguments: list[str], seconds: int, told: Path, errors: Path, go_on: Callable[[int], bool]) -> int:
    until = time.monotonic() + seconds
    environment = os.environ | {"OMP_THREAD_LIMIT": "1", "TMPDIR": str(told.parent)}
    with told.open("wb") as out, errors.open("wb") as err:
        running = subprocess.Popen(  # noqa: S603  our own module
            [sys.executable, "-m", "motcua.office.records.ocr", *arguments],
            stdin=subprocess.DEVNULL, stdout=out, stderr=err, env=environment, start_new_session=True,
        )  # fmt: skip
        try:
            while True:
                try:
                    return running.wait(KEEP)
                except subprocess.TimeoutExpired:
                    if time.monotonic() > until:
                        raise Unread(TOO_LONG) from None
                    if not go_on(_done(told)):
                        raise Ended from None
        finally:
            _kill(running)


def _kill(running: "subprocess.Popen[bytes]") -> None:
    """With all that it started."""
    try:
        os.killpg(running.pid, signal.SIGKILL)
    except ProcessLookupError:
        return
    finally:
        running.wait()


def _done(told: Path) -> int:
    """How many pages the last whole line tells of."""
    lines = told.read_text("utf-8", errors="replace").split("\n")[:-1]
    counts = [line.split(" of ")[0] for line in lines if " of " in line]
    return int(counts[-1]) if counts and counts[-1].isdigit() else 0


def _reason(code: int, errors: Path) -> str:
    said = errors.read_text("utf-8", errors="replace")
    if "MemoryError" in said or "Cannot allocate memory" in said:
        return MEMORY
    if "does not have language data" in said or "language data for the following" in said:
        return PROGRAM
    return EXITS.get(code, OTHER)


if __name__ == "__main__":
    ctypes.CDLL(None).prctl(END_WITH_PARENT, signal.SIGKILL)
    os.nice(NICE)
    resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))
    os.execv(sys.executable, [sys.executable, "-m", "ocrmypdf", *sys.argv[1:]])  # noqa: S606  no shell is wanted
