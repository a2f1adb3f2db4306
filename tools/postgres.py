"""Runs a command beside a throw-away PostgreSQL: `python -m tools.postgres pytest tests/office`."""

import os
import pwd
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

BINARIES = Path("/usr/lib/postgresql")  # where Debian puts them
QUICK = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")  # nothing outlives it that a crash could lose
NONE_HERE = "No PostgreSQL on this machine; install it first: apt-get install postgresql"


def main(command: Sequence[str]) -> int:
    with cluster(*QUICK) as url:
        return subprocess.run(command, env=os.environ | {"DATABASE_URL": url}, check=False).returncode  # noqa: S603


@contextmanager
def cluster(*settings: str) -> Iterator[str]:
    """The address of a fresh cluster that listens on loopback alone; removed at the end."""
    folder = Path(tempfile.mkdtemp(prefix="pg-"))
    try:
        _owned(folder)
        _run("initdb", "-D", str(folder / "data"), "-U", "motcua", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8")
        port = _free_port()
        options = " ".join([f"-k {folder} -p {port} -h 127.0.0.1", *(f"-c {setting}" for setting in settings)])
        _run("pg_ctl", "-D", str(folder / "data"), "-l", str(folder / "log"), "-o", options, "-w", "start")
        try:
            yield f"postgres://motcua@127.0.0.1:{port}/postgres"
        finally:
            _run("pg_ctl", "-D", str(folder / "data"), "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _owned(folder: Path) -> None:
    """The server refuses to run as root: Debian's user owns its folder there."""
    if os.geteuid() == 0:
        owner = pwd.getpwnam("postgres")
        os.chown(folder, owner.pw_uid, owner.pw_gid)
        folder.chmod(0o755)


def _run(program: str, *arguments: str) -> None:
    found = sorted(BINARIES.glob(f"*/bin/{program}"))
    if not found:
        raise SystemExit(NONE_HERE)
    become = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    done = subprocess.run(  # noqa: S603
        [*become, str(found[-1]), *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd="/", check=False
    )
    if done.returncode:
        raise SystemExit(f"{program}: {done.stderr.decode()}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
