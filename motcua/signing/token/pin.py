"""Asks the officer for the PIN on the officer's own computer, never through a browser; keeps it a while by choice."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from getpass import getpass
from time import monotonic

from motcua.language import Refusal, Words, say
from motcua.signing.loopback import told

SHOWN = 10  # titles; more are counted
WAIT = 120  # seconds for the officer to answer a window
ASKS = Words("{origin} yêu cầu ký {number} văn bản bằng “{token}”:", "{origin} asks to sign {number} with “{token}”:")
MORE = Words("… và {number} văn bản khác", "… and {number} more")
LAST_TRY = Words(
    "CHÚ Ý: chỉ còn một lần thử, sai nữa thì thiết bị bị khóa.",
    "CAUTION: one try is left, one more wrong PIN locks the token.",
)
PIN = Words("Mã PIN (để trống là không ký): ", "PIN (leave empty not to sign): ")
SIGN, DECLINE, TITLE = Words("Ký", "Sign"), Words("Không ký", "Do not sign"), Words("Ký số", "Digital signature")
DECLINED = Words("Người ký không đồng ý ký.", "The holder of the token declined to sign.")
NO_TERMINAL = Words(
    "Không có cửa sổ dòng lệnh để hỏi mã PIN; chạy motcua sign-agent trong cửa sổ dòng lệnh hoặc dùng --ask window.",
    "There is no terminal to ask for the PIN in; run motcua sign-agent in a terminal or with --ask window.",
)
NO_WINDOW = Words(
    "Không mở được cửa sổ hỏi mã PIN; chạy motcua sign-agent với --ask terminal.",
    "No window to ask for the PIN can be opened; run motcua sign-agent with --ask terminal.",
)


@dataclass(frozen=True)
class Question:
    """Who asks for what to be signed, and with which token."""

    origin: str
    token: str
    titles: tuple[str, ...]
    last_try: bool = False

    def lines(self) -> list[str]:
        """For the officer to read before the PIN is typed."""
        lines = [say(ASKS, origin=self.origin, number=len(self.titles), token=self.token)]
        lines += [f"  • {title}" for title in self.titles[:SHOWN]]
        more = len(self.titles) - SHOWN
        return lines + [say(MORE, number=more)] * (more > 0) + [say(LAST_TRY)] * self.last_try


Ask = Callable[[Question], str]
"""The PIN that the officer typed; empty where the officer declined. Raises Refusal where nobody can be asked."""


class Pins:
    """The PIN, asked each time or kept in memory for some minutes of one page's requests to one token."""

    def __init__(self, ask: Ask, minutes: float = 0, clock: Callable[[], float] = monotonic) -> None:
        self._ask, self._seconds, self._clock = ask, minutes * 60, clock
        self._kept: tuple[str, str, str, float] | None = None

    def of(self, question: Question) -> str:
        """The PIN for this question. Raises Refusal where the officer declines."""
        if self._kept:
            origin, token, pin, until = self._kept
            if (origin, token) == (question.origin, question.token) and self._clock() < until:
                return pin
        self.forget()
        pin = self._ask(question)
        if not pin:
            raise Refusal(DECLINED)
        return pin

    def right(self, question: Question, pin: str) -> None:
        """The token took it: only such a PIN is kept, and no longer than chosen however often it is used."""
        if self._kept is None and self._seconds > 0:
            self._kept = question.origin, question.token, pin, self._clock() + self._seconds

    def forget(self) -> None:
        """At once: it was wrong, the token is gone, or its time is up."""
        self._kept = None


def in_terminal(question: Question) -> str:
    """Asks where the agent was started."""
    if not sys.stdin.isatty():
        raise Refusal(NO_TERMINAL)
    for line in question.lines():
        told(Words("{line}", "{line}"), line=line)
    try:
        return getpass(say(PIN))
    except EOFError:
        return ""


def in_window(question: Question) -> str:
    """Asks in a window, a process of its own: some systems let only a program's first thread open one."""
    words = {"title": TITLE, "pin": PIN, "sign": SIGN, "decline": DECLINE}
    asked = {name: say(one) for name, one in words.items()} | {"text": "\n".join(question.lines())}
    command = [sys.executable, "-m", "motcua.signing.token.window"]
    try:
        done = subprocess.run(  # noqa: S603  our own window
            command, input=json.dumps(asked).encode(), capture_output=True, timeout=WAIT, check=False
        )
    except subprocess.TimeoutExpired:
        return ""
    if done.returncode:
        raise Refusal(NO_WINDOW)
    return done.stdout.decode()


def as_fits(question: Question) -> str:
    """In a window where there is a display, else in the terminal."""
    if sys.platform in ("win32", "darwin") or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        return in_window(question)
    return in_terminal(question)
