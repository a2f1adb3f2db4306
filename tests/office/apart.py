"""An office of its own for tests of several processes: a fresh database, migrated, on the engine the tests run on."""

import atexit
import os
import secrets
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg

ROOT = Path(__file__).parents[2]
SQLITE = "office.sqlite3"
UNTIL = """{script}
import time
until = time.monotonic() + 120
while not ({so}):
    assert time.monotonic() < until
    time.sleep(0.1)
"""
TEMPLATED = "_whole"  # ends the name of a database that was copied with its tables


class Office:
    """Runs Python in processes whose settings point at this office."""

    def __init__(self, environment: dict[str, str]) -> None:
        self.environment = environment

    def start(self, *arguments: str) -> "subprocess.Popen[str]":
        return subprocess.Popen(  # noqa: S603
            [sys.executable, *arguments], cwd=ROOT, env=self.environment, text=True, stdout=subprocess.PIPE
        )

    def run(self, *arguments: str) -> str:
        """What the process wrote. Raises CalledProcessError where it failed."""
        done = subprocess.run(  # noqa: S603
            [sys.executable, *arguments], cwd=ROOT, env=self.environment, text=True, stdout=subprocess.PIPE, check=True,
            timeout=180,
        )  # fmt: skip
        return done.stdout

    def until(self, so: str, script: str) -> None:
        """Waits in one process until the expression `so` is true after the script; AssertionError after two minutes."""
        self.run("-c", UNTIL.format(script=script, so=so))


@contextmanager
def office(folder: Path, *, migrate: bool = True, **settings: str) -> Iterator[Office]:
    """In the folder; without `migrate` its database is empty."""
    with _database(settings, migrated=migrate) as url:
        made = _office(folder, url | settings)
        if migrate:
            _migrated(made, folder)
        yield made


def _office(folder: Path, settings: dict[str, str]) -> Office:
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "motcua.config.settings", "MOTCUA_HOME": str(folder)}
    return Office(environment | {"PYTHONPATH": str(ROOT)} | settings)


def _migrated(made: Office, folder: Path) -> None:
    """Its tables: those of a file made once, or what was made already where the server copied it."""
    url = urlsplit(made.environment.get("DATABASE_URL", ""))
    if url.scheme == "sqlite" or not url.scheme:
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copy(_tables(), url.path if url.scheme else folder / SQLITE)
    elif TEMPLATED not in url.path:
        made.run("manage.py", "migrate", "-v0")


@contextmanager
def _database(settings: dict[str, str], *, migrated: bool) -> Iterator[dict[str, str]]:
    """Nothing to say for SQLite, whose file lies in the folder; on PostgreSQL a database beside that of the tests."""
    given = os.environ.get("DATABASE_URL", "")
    if "DATABASE_URL" in settings or not given.startswith("postgres"):
        yield {}
        return
    name, source = f"apart_{secrets.token_hex(6)}", ""
    if migrated:
        name, source = name + TEMPLATED, f" TEMPLATE {_template(given)}"
    with psycopg.connect(given, autocommit=True) as admin:
        admin.execute(f"CREATE DATABASE {name}{source}".encode())
        try:
            yield {"DATABASE_URL": _beside(given, name)}
        finally:
            admin.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())


@cache
def _tables() -> Path:
    """A SQLite file with all tables and no row, made once in this process."""
    folder = Path(tempfile.mkdtemp(prefix="apart-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    _office(folder, {"DATABASE_URL": f"sqlite:///{folder / SQLITE}"}).run("manage.py", "migrate", "-v0")
    return folder / SQLITE


@cache
def _template(given: str) -> str:
    """The name of a database with all tables and no row, made once in this process; it goes with the server."""
    name = f"tables_{secrets.token_hex(6)}"
    with psycopg.connect(given, autocommit=True) as admin:
        admin.execute(f"CREATE DATABASE {name}".encode())
    _office(Path(tempfile.gettempdir()), {"DATABASE_URL": _beside(given, name)}).run("manage.py", "migrate", "-v0")
    return name


def _beside(given: str, name: str) -> str:
    return urlunsplit(urlsplit(given)._replace(path=f"/{name}"))
