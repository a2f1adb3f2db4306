"""The work on what waits to be read: one file at a time, until none waits or the process is to end."""

import hashlib
import json
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from motcua.office.records.apart import SECONDS
from motcua.office.records.content import Content
from motcua.office.records.models import File, Reading
from motcua.office.records.ocr import Ended, Made, Unread, read
from motcua.office.records.readers import seen
from motcua.office.records.readings import Found, claim, fail, finish, go_on, put_back
from motcua.office.records.reasons import BROKEN, LOST
from motcua.office.records.store import keep, path_of

RENEWED = timedelta(seconds=5)  # a row is written no more often, but for another page done


def work(clock: Callable[[], datetime], stopped: Callable[[], bool]) -> int:
    """How many files were taken in hand."""
    count = 0
    while not stopped():
        seen(clock())
        if (reading := claim(clock())) is None:
            break
        _one(reading, clock, stopped)
        count += 1
    return count


def _one(reading: Reading, clock: Callable[[], datetime], stopped: Callable[[], bool]) -> None:
    """The claimed file: whatever it holds, afterwards it is read, failed, or waits again."""
    try:
        _read(reading, clock, _going_on(reading, clock, stopped))
    except Unread as unread:
        fail(reading, unread.reason)
    except Ended:
        put_back(reading)


def _read(reading: Reading, clock: Callable[[], datetime], told: Callable[[int], bool]) -> None:
    """Its text, and a readable PDF where one has to be made. A signed file is left as it is, whatever it shows."""
    path = path_of(reading.file.sha256)
    if not path.exists():
        raise Unread(LOST)
    own = _own(path)
    if own["signed"] or own["all"]:
        finish(reading, Found(str(own["text"])), clock())
        return
    with read(path, reading.file.pages, over_text=bool(own["some"]), go_on=told) as made:
        at = clock()
        finish(reading, Found(made.text, made.turned, lambda: _kept(made, reading.file.pages, at)), at)


def _going_on(reading: Reading, clock: Callable[[], datetime], stopped: Callable[[], bool]) -> Callable[[int], bool]:
    """Told the pages done: whether to go on. The lease is renewed now and then, not each time."""
    pages, at = -1, clock()

    def told(done: int) -> bool:
        nonlocal pages, at
        now = clock()
        if stopped():
            return False
        if done == pages and now - at < RENEWED:
            return True
        pages, at = done, now
        seen(now)
        return go_on(reading, done, now)

    return told


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


def _kept(made: Made, pages: int, at: datetime) -> File:
    """In the store beside the file that it was made of. It may be larger than what may be handed in."""
    with made.file.open("rb") as content:
        sha256 = hashlib.file_digest(content, "sha256").hexdigest()
        return keep(content, Content(sha256, made.file.stat().st_size, pages), at=at)
