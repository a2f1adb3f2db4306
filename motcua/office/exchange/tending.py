"""The office's rounds: each minute the journal's heads are sealed together and what is due goes out, until stopped.

Each hour comes what the office does of itself before a day runs out.
"""

import time
from collections.abc import Callable
from datetime import datetime
from queue import Empty, SimpleQueue

from django.db import InterfaceError, OperationalError, connection
from django.utils import timezone

from motcua.language import Words, say
from motcua.office.exchange.senders import senders
from motcua.office.exchange.sending import send_due
from motcua.office.journal.sealing import seal

GONE = Words(
    vi="Không dùng được cơ sở dữ liệu, mỗi lượt sẽ thử lại: {error}",
    en="The database cannot be used, each round tries again: {error}",
)
BACK = Words(vi="Cơ sở dữ liệu đã dùng lại được.", en="The database can be used again.")


class Stop:
    """Asked for by a signal, at any moment: of what a process may do then, an Event's lock is not a part."""

    def __init__(self) -> None:
        self._asked: SimpleQueue[bool] = SimpleQueue()

    def ask(self, *_: object) -> None:
        """As the handler of a signal."""
        self._asked.put(True)

    def is_set(self) -> bool:
        return not self._asked.empty()

    def wait(self, seconds: float) -> None:
        """Until it is asked for, so many seconds at most."""
        try:
            self._asked.put(self._asked.get(timeout=max(seconds, 0)))
        except Empty:
            return


def tend(
    stopped: Stop,
    *,
    every: float,
    tell: Callable[[str], None],
    each: Callable[[datetime], object],
    hourly: Callable[[datetime], object],
) -> None:
    """A round each `every` seconds, with `each` at its end; `hourly` in the first and then in the first of each hour.

    A second copy beside this one finds nothing left to do. While the database is gone it says so once. Stopped, it ends
    with the message that is being sent.
    """
    gone, hour = False, None
    while not stopped.is_set():
        over = time.monotonic() + every
        try:
            _round(stopped, over)
            each(now := timezone.now())
            if now.hour != hour:
                hourly(now)
                hour = now.hour
        except (OperationalError, InterfaceError) as error:
            if not gone:
                tell(say(GONE, error=str(error).strip()))
            gone = True
        else:
            if gone:
                tell(say(BACK))
            gone = False
        connection.close()  # broken or idle until the next round
        stopped.wait(over - time.monotonic())


def _round(stopped: Stop, over: float) -> None:
    """Many messages, or a slow mail server, do not keep the next seal waiting: the rest goes in the next round."""
    seal(timezone.now())
    send_due(senders(), timezone.now, lambda: stopped.is_set() or time.monotonic() >= over)
