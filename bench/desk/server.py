"""The desk served as an office serves it, for as long as it is measured."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

WORKERS = 2
PATIENCE = 30.0  # seconds until it must answer


@contextmanager
def served() -> Iterator[str]:
    """The address of a server over the database that the environment names."""
    port = _free_port()
    address = f"http://127.0.0.1:{port}"
    command = [
        str(Path(sys.executable).parent / "granian"), "--interface", "wsgi", "--host", "127.0.0.1",
        "--port", str(port),
        "--workers", str(WORKERS), "--blocking-threads", "1", "--log-level", "warning",
        "motcua.config.wsgi:application",
    ]  # fmt: skip
    server = subprocess.Popen(command, env=os.environ)
    try:
        _answers(address)
        yield address
    finally:
        server.terminate()
        server.wait()


def _answers(address: str) -> None:
    until = time.monotonic() + PATIENCE
    while True:
        try:
            with urlopen(f"{address}/sign-in/"):  # noqa: S310  our own loopback
                return
        except URLError:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
