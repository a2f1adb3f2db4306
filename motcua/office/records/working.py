"""The work on what waits to be read: one file at a time, until none waits or the process is to end."""

import hashlib
import json
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from motcua.office.records.content import Content
from motcua.office.records.judging import SECONDS
from motcua.office.records.models import File, Reading
from motcua.office.records.ocr import Ended, Unread, read
from motcua.office.records.readings import claim, fail, finish, go_on, put_back
from motcua.office.records.reasons import BROKEN, LOST
from motcua.office.records.store import keep, path_of


def work(clock: Callable[[], datetime], stopped: Callable[[], bool]) -> int:
    """How many files were taken in hand."""
    count = 0
    while not stopped() and (reading := claim(clock())) is not None:
        _one(reading, clock, stopped)
        count += 1
    return count


def _one(reading: Reading, clock: Callable[[], datetime], stopped: Callable[[], bool]) -> None:
    """The claimed file: whatever it holds, afterwards it is read, failed, or waits again."""
    try:
        text, result = _read(reading, clock, lambda done: not stopped() and go_on(reading, done, clock()))
    except Unread as unread:
        fail(reading, unread.reason)
    except Ended:
        put_back(reading)
    else:
        finish(reading, text, result, clock())


def _read(reading: Reading, clock: Callable[[], datetime], told: Callable[[int], bool]) -> tuple[str, File | None]:
    """Its text, and the readable PDF where one had to be made. A signed file is left as it is, whatever it shows."""
    path = path_of(reading.file.sha256)
    if not path.exists():
        raise Unread(LOST)
    own = _own(path)
    if own["signed"] or own["all"]:
        return str(own["text"]), None
    with read(path, reading.file.pages, over_text=bool(own["some"]), go_on=told) as (made, text):
        return text, _kept(made, reading.file.pages, clock())


def _own(path: Path) -> dict[str, Any]:
    """What the file says of itself. Raises Unread where it cannot be opened."""
    command = [sys.executable, "-m", "motcua.office.records.texts"]
    try:
        done = subprocess.run(  # noqa: S603  our own module
            command, input=path.read_bytes(), capture_output=True, timeout=SECONDS, check=True
        )
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as broken:
        raise Unread(BROKEN) from broken
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def _kept(made: Path, pages: int, at: datetime) -> File:
    """In the store beside the file that it was made of. It may be larger than what may be handed in."""
    with made.open("rb") as content:
        sha256 = hashlib.file_digest(content, "sha256").hexdigest()
        return keep(content, Content(sha256, made.stat().st_size, pages), at=at)
