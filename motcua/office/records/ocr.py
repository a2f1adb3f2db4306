"""Has a scan read by `ocrmypdf`: a process of its own, last in line, with limits, that can be ended at any moment."""

import ctypes
import fcntl
import os
import resource
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from motcua.office.records.reasons import BROKEN, MEMORY, OTHER, PROGRAM, TOO_LONG

TOLD = "MOTCUA_TOLD"  # where `progress` tells what is done
PROGRAMS = ("tesseract", "gs")
FIRST, EACH = 120, 60  # seconds: to begin and end, and for each page
BYTES = 4 * 2**30
KEEP = 0.5  # seconds between two looks at it
NICE = 15
EXITS = {2: BROKEN, 3: PROGRAM, 8: BROKEN}
TURNED_FROM = 6  # how sure Tesseract is of a page's direction, before the page is turned
ARGUMENTS = (
    "-l", "vie", "--output-type", "pdfa-2", "--rotate-pages", "--rotate-pages-threshold", str(TURNED_FROM), "--deskew",
    "--jobs", "1", "--plugin", "motcua.office.records.progress",
)  # fmt: skip
END_WITH_PARENT = 1  # PR_SET_PDEATHSIG
PREFIX = "motcua-reading-"
YOUNG = 60  # seconds: until then a folder may not be held yet


@dataclass(frozen=True)
class Made:
    """The readable PDF, its text, and of each page that was turned upright its number and by how many degrees."""

    file: Path
    text: str
    turned: list[tuple[int, int]]


class Unread(Exception):
    """It cannot be read; `reason` is one of `reasons`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Ended(Exception):
    """It was to end before it was read."""


@contextmanager
def read(source: Path, pages: int, *, over_text: bool, go_on: Callable[[int], bool]) -> Iterator[Made]:
    """What was made of it, gone when the block ends. `go_on` is told the pages done twice a second.

    `over_text`: pages that have letters are read like the others. Raises Unread, and Ended where `go_on` said no.
    """
    if not all(shutil.which(program) for program in PROGRAMS):
        raise Unread(PROGRAM)
    with _folder() as folder:
        made, said, told, errors = (folder / name for name in ("read.pdf", "text", "told", "errors"))
        mode = ("--mode", "force") if over_text else ()
        arguments = [*ARGUMENTS, *mode, "--sidecar", str(said), str(source), str(made)]
        code = _run(arguments, FIRST + EACH * pages, told, errors, go_on)
        if code:
            raise Unread(_reason(code, errors))
        yield Made(made, said.read_text("utf-8"), _turned(told))


def sweep(now: float) -> int:
    """How many folders of readers that were killed are removed: nobody holds them any more. `now`: seconds, POSIX."""
    return sum(_swept(folder, now) for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"))


def _swept(folder: Path, now: float) -> bool:
    try:
        told = folder.lstat()
        if told.st_uid != os.getuid() or not stat.S_ISDIR(told.st_mode) or now - told.st_mtime < YOUNG:
            return False
        with _held(folder):
            shutil.rmtree(folder)
    except OSError:  # gone, or held by who reads there
        return False
    return True


@contextmanager
def _folder() -> Iterator[Path]:
    """To read in: held as long as this process lives, whatever ends it."""
    with tempfile.TemporaryDirectory(prefix=PREFIX) as name, _held(Path(name)):
        yield Path(name)


@contextmanager
def _held(folder: Path) -> Iterator[None]:
    """For this process alone. Raises OSError where another has it."""
    opened = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    try:
        fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    finally:
        os.close(opened)


def _run(arguments: list[str], seconds: int, told: Path, errors: Path, go_on: Callable[[int], bool]) -> int:
    until = time.monotonic() + seconds
    environment = os.environ | {"OMP_THREAD_LIMIT": "1", "TMPDIR": str(told.parent), TOLD: str(told)}
    told.touch()
    with errors.open("wb") as err:
        running = subprocess.Popen(  # noqa: S603  our own module
            [sys.executable, "-m", "motcua.office.records.ocr", *arguments],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=err, env=environment, start_new_session=True,
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


def _turned(told: Path) -> list[tuple[int, int]]:
    """Page and degrees, as the lines tell; a page that is drawn twice is told twice."""
    lines = (line.split() for line in told.read_text("utf-8", errors="replace").split("\n"))
    return sorted({(int(line[1]), int(line[2])) for line in lines if len(line) == 3 and line[0] == "turned"})


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
