"""`make serve`: the pages and what tends the office begin together and end together, however they end."""

import os
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.office.apart import ROOT, Office, office

PAGES, TENDS = "granian", "manage.py tend"
SECONDS = 60


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """An office as `make demo` leaves it, without its dossiers."""
    folder = tmp_path_factory.mktemp("office")
    (folder / "sign-ins.txt").write_text("sign-ins\n", "utf-8")
    (folder / "office.sqlite3").touch()
    with office(folder) as made:
        yield made


def free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def running(session: int) -> dict[int, str]:
    """The commands of this session by their number, make and its shell left out."""
    found = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if os.getsid(int(folder.name)) == session:
                found[int(folder.name)] = (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode()
        except (ProcessLookupError, FileNotFoundError):
            continue
    return {pid: said for pid, said in found.items() if "python" in said.split(" ")[0]}


def wait_until_served(port: int) -> None:
    until = time.monotonic() + SECONDS
    while time.monotonic() < until:
        try:
            urlopen(f"http://127.0.0.1:{port}/", timeout=5).close()
        except OSError:
            time.sleep(0.2)
        else:
            return
    pytest.fail("nothing was served")


@contextmanager
def served(kept: Office) -> Iterator["subprocess.Popen[str]"]:
    """`make serve` in a session of its own; at the end nothing of it runs any more."""
    port = free_port()
    made = subprocess.Popen(  # noqa: S603
        # the tests may have been started where no terminal can end them: a shell cannot trap what it was told to ignore
        ["env", "--default-signal", "make", "-o", ".venv/.ready", "serve", f"PORT={port}",  # noqa: S607
         f"OFFICE={kept.environment['MOTCUA_HOME']}"],
        cwd=ROOT, env=kept.environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        start_new_session=True,
    )  # fmt: skip
    try:
        wait_until_served(port)
        assert any(TENDS in said for said in running(made.pid).values())
        yield made
        made.wait(timeout=SECONDS)
        until = time.monotonic() + SECONDS  # make may end before what it told to end
        while (left := running(made.pid)) and time.monotonic() < until:
            time.sleep(0.1)
        assert left == {}
    finally:
        for pid in running(made.pid):
            os.kill(pid, signal.SIGKILL)
        made.communicate()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_both_end_when_the_terminal_says_so(kept: Office, number: signal.Signals) -> None:
    with served(kept) as made:
        os.killpg(made.pid, number)


@pytest.mark.parametrize("dies", [PAGES, TENDS])
def test_one_that_dies_takes_the_other_along(kept: Office, dies: str) -> None:
    with served(kept) as made:
        os.kill(min(pid for pid, said in running(made.pid).items() if dies in said), signal.SIGKILL)
