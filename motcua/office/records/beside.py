"""The process that reads scans, beside another one: begun with it, begun again where it died, ended with it."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread

AGAIN = 10.0  # seconds until it is begun again
LOOK = 0.5


@contextmanager
def scans_read_beside() -> Iterator[None]:
    """While the block runs."""
    over = Event()
    watch = Thread(target=_watch, args=(over,), daemon=True)
    watch.start()
    try:
        yield
    finally:
        over.set()
        watch.join()


def _watch(over: Event) -> None:
    """No database is asked here; what the process says goes nowhere: what it does stands in the rows."""
    while not over.is_set():
        with subprocess.Popen(
            [sys.executable, "-m", "django", "read_scans"],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        ) as running:  # fmt: skip
            while running.poll() is None and not over.wait(LOOK):
                pass
            _end(running)
        over.wait(AGAIN)


def _end(running: "subprocess.Popen[bytes]") -> None:
    """It puts back what it reads; where it does not end soon, the lease does that."""
    running.terminate()
    try:
        running.wait(5)
    except subprocess.TimeoutExpired:
        running.kill()
