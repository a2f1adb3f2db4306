"""A real server over an office apart, for tests of what becomes of it: killed, or left without its database."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import psycopg

from tests.office.apart import ROOT, Office, office
from tools.postgres import _run as postgres
from tools.postgres import cluster

PATIENCE = 60.0


class Served:
    """The desk at an address, in a session of its own."""

    def __init__(self, served_for: Office) -> None:
        with closing(socket.socket()) as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = int(probe.getsockname()[1])
        self.address = f"http://127.0.0.1:{self.port}"
        command = [
            str(Path(sys.executable).parent / "granian"), "--interface", "wsgi", "--host", "127.0.0.1",
            "--port", str(self.port), "--workers", "2", "--blocking-threads", "2", "--log-level", "critical",
            "motcua.config.wsgi:application",
        ]  # fmt: skip
        self.process = subprocess.Popen(command, cwd=ROOT, env=served_for.environment, start_new_session=True)  # noqa: S603
        self._answers()

    def kill(self) -> None:
        """All its processes at once, by the signal that nothing can catch."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def _answers(self) -> None:
        until = time.monotonic() + PATIENCE
        while True:
            with closing(socket.socket()) as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            assert time.monotonic() < until, "nothing was served"
            time.sleep(0.1)


@contextmanager
def served(made_for: Office) -> Iterator[Served]:
    made = Served(made_for)
    try:
        yield made
    finally:
        if made.process.poll() is None:
            made.kill()


@contextmanager
def own_office(folder: Path) -> Iterator[Office]:
    """An office whose database can be stopped: on PostgreSQL in a cluster of its own."""
    if not os.environ.get("DATABASE_URL", "").startswith("postgres"):
        with office(folder) as made:
            yield made
        return
    with cluster() as url, office(folder, DATABASE_URL=url) as made:
        yield made


@contextmanager
def gone(away_of: Office) -> Iterator[None]:
    """The office's database away for as long: PostgreSQL stopped, the folder of SQLite's file under another name."""
    if not away_of.environment.get("DATABASE_URL", "").startswith("postgres"):
        here = Path(away_of.environment["MOTCUA_HOME"])
        away = here.rename(here.with_name("away"))
        yield
        away.rename(here)
        return
    with psycopg.connect(away_of.environment["DATABASE_URL"]) as asked:
        data = asked.execute("SHOW data_directory").fetchall()[0][0]
    options = " ".join(re.findall(r'"([^"]*)"', (Path(data) / "postmaster.opts").read_text("utf-8")))
    postgres("pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")
    yield
    postgres("pg_ctl", "-D", data, "-l", str(Path(data).parent / "log"), "-o", options, "-w", "start")
