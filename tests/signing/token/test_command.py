"""What is promised of `motcua sign-agent` itself: a process, a terminal that the PIN is typed in, and refusals."""

import os
import pty
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

from motcua.signing.raw import verifies
from tests.signing.certificates import officer
from tests.signing.token.asking import Heard, ask, request
from tests.signing.token.conftest import MODULE, ORIGIN, PIN, attributes

RSA = officer("rsa").certificate
COMMAND = [sys.executable, "-c", "from motcua.cli import main; main()", "sign-agent", "--module", str(MODULE)]


class Terminal:
    """What stands on a terminal, read as it comes; what is typed there."""

    def __init__(self, end: int) -> None:
        self.end, self.shown = end, ""

    def until(self, wanted: str) -> re.Match[str]:
        """Reads until it shows a match of `wanted`; fails where the program ends before."""
        while not (found := re.search(wanted, self.shown)):
            self.shown += os.read(self.end, 4096).decode()
        return found

    def type(self, text: str) -> None:
        os.write(self.end, text.encode() + b"\n")


@contextmanager
def agent(*options: str) -> Iterator[Terminal]:
    ours, theirs = pty.openpty()
    told = os.environ | {"MOTCUA_LANG": "vi", "PYTHONIOENCODING": "utf-8"}
    command = [*COMMAND, "--origin", ORIGIN, "--port", "0", *options]
    process = subprocess.Popen(  # noqa: S603  our own command
        command, stdin=theirs, stdout=theirs, stderr=theirs, env=told, start_new_session=True
    )
    os.close(theirs)
    try:
        yield Terminal(ours)
    finally:
        process.terminate()
        process.wait(10)
        os.close(ours)


def test_the_pin_is_typed_in_the_terminal_that_says_who_asks_for_what(token: Path) -> None:
    with agent("--ask", "terminal") as terminal:
        address = terminal.until(r"http://127\.0\.0\.1:\d+").group()
        heard: list[Heard] = []
        page = Thread(target=lambda: heard.append(ask(address, "POST", "/sign", request(RSA, "một", "hai"))))
        page.start()
        terminal.until("PIN")
        terminal.type(PIN)
        page.join(20)

        assert verifies(RSA, attributes("hai", RSA), heard[0].signatures["hai"])
        terminal.until("đã ký 2 văn bản")
        for shown in (ORIGIN, "Văn bản một", "Văn bản hai", "Nguyen Van Hoa"):
            assert shown in terminal.shown
        assert PIN not in terminal.shown


def test_where_nobody_can_be_asked_it_says_so(token: Path) -> None:
    command = [*COMMAND, "--origin", ORIGIN, "--port", "0", "--ask", "terminal"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, stderr=pipe, text=True, encoding="utf-8") as process:  # noqa: S603
        assert process.stderr
        address = re.search(r"http://127\.0\.0\.1:\d+", process.stderr.readline())
        assert address
        heard = ask(address.group(), "POST", "/sign", request(RSA, "một"))
        process.terminate()

    assert "cửa sổ dòng lệnh" in heard.refused


def test_what_it_cannot_use_it_says_in_one_sentence() -> None:
    for options in (["--origin", "*"], ["--origin", ORIGIN, "--module", "/nowhere.so"]):
        done = subprocess.run([*COMMAND, *options], capture_output=True, text=True, encoding="utf-8", check=False)  # noqa: S603

        assert done.returncode == 2
        assert len(done.stderr.strip().splitlines()) == 1


def test_a_window_that_cannot_open_is_no_answer() -> None:
    hidden = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    command = [sys.executable, "-m", "motcua.signing.token.window"]

    assert subprocess.run(command, input=b"{}", env=hidden, capture_output=True, check=False).returncode == 1  # noqa: S603
