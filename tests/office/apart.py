"""An office of its own for tests of several processes: a fresh database, migrated, on the engine the tests run on."""

import os
import secrets
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg

ROOT = Path(__file__).parents[2]


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


@contextmanager
def office(folder: Path, *, migrate: bool = True, **settings: str) -> Iterator[Office]:
    """In the folder; without `migrate` its database is empty."""
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "motcua.config.settings", "MOTCUA_HOME": str(folder)}
    with database() as url:
        made = Office(environment | {"PYTHONPATH": str(ROOT)} | url | settings)
        if migrate:
            made.run("manage.py", "migrate", "-v0")
        yield made


@contextmanager
def database() -> Iterator[dict[str, str]]:
    """Nothing to say for SQLite, whose file lies in the folder; on PostgreSQL a database beside that of the tests."""
    if not (given := os.environ.get("DATABASE_URL", "")).startswith("postgres"):
        yield {}
        return
    name = f"apart_{secrets.token_hex(6)}"
    with psycopg.connect(given, autocommit=True) as admin:
        admin.execute(f"CREATE DATABASE {name}".encode())
        try:
            yield {"DATABASE_URL": urlunsplit(urlsplit(given)._replace(path=f"/{name}"))}
        finally:
            admin.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())
