"""The two databases, each by its own means: SQLite's online copy, PostgreSQL's dump of one snapshot."""

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.db import connection, transaction

from motcua.language import Refusal, Words

Said = tuple[tuple[tuple[str, str], ...], tuple[tuple[str, int, str], ...]]
MIGRATIONS = "SELECT app, name FROM django_migrations ORDER BY app, name"
HEADS = "SELECT unit, serial, hash FROM journal_chain ORDER BY unit"
ANEW = "DROP SCHEMA public CASCADE; CREATE SCHEMA public"
BINARIES = Path("/usr/lib/postgresql")  # where Debian puts them, a folder a version
NO_PROGRAM = Words(
    vi="Không thấy chương trình {program}; hãy cài gói postgresql-client-{version} rồi chạy lại.",
    en="The program {program} is not there; install postgresql-client-{version} and run this again.",
)
TOO_OLD = Words(
    vi="{program} phiên bản {found} cũ hơn máy chủ ({version}); hãy cài gói postgresql-client-{version} rồi chạy lại.",
    en="{program} {found} is older than the server ({version}); install postgresql-client-{version}, then repeat.",
)
FAILED = Words(vi="{program} không làm được: {reason}", en="{program} failed: {reason}")


@dataclass(frozen=True)
class Means:
    """How a database is saved and put back; `save` gives the migrations and the journals' heads that the copy holds."""

    kind: str
    file: str
    save: Callable[[Path], Said]
    put_back: Callable[[Path], None]


def means() -> Means:
    """Those of the database that the settings name."""
    if connection.vendor == "sqlite":
        return Means("sqlite", "office.sqlite3", _save_sqlite, _put_back_sqlite)
    return Means("postgresql", "office.dump", _save_postgresql, _put_back_postgresql)


def is_empty() -> bool:
    """Whether the database has no tables yet."""
    return not connection.introspection.table_names()


def migrated() -> set[tuple[str, str]]:
    """The migrations that this version knows."""
    from django.db.migrations.loader import MigrationLoader  # noqa: PLC0415  reads all apps: only who asks pays for it

    return set(MigrationLoader(None).disk_migrations)


def _save_sqlite(to: Path) -> Said:
    """A copy of one moment; those who write meanwhile do not wait."""
    connection.ensure_connection()
    with closing(sqlite3.connect(to)) as copy:
        connection.connection.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")
        return _said(lambda sql: copy.execute(sql).fetchall())


def _put_back_sqlite(source: Path) -> None:
    """In one transaction of the database itself: broken off, what was there before stays."""
    connection.ensure_connection()
    with closing(sqlite3.connect(f"file:{source}?mode=ro", uri=True)) as copy:
        copy.backup(connection.connection)
    connection.close()


def _save_postgresql(to: Path) -> Said:
    """The dump and what is said of it come from one snapshot."""
    program = _program("pg_dump")
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        cursor.execute("SELECT pg_export_snapshot()")
        (snapshot,) = cursor.fetchone()

        def ask(sql: str) -> list[Any]:
            cursor.execute(sql)
            return list(cursor.fetchall())

        said = _said(ask)
        _run(program, "--format=custom", "--no-owner", "--no-privileges", f"--snapshot={snapshot}", f"--file={to}")
    return said


def _put_back_postgresql(source: Path) -> None:
    """In one transaction, in place of all that was there: broken off, it stays."""
    into_sql, into_database = _program("pg_restore"), _program("psql")
    connection.close()
    with TemporaryDirectory() as folder:
        script = Path(folder) / "office.sql"
        _run(into_sql, "--no-owner", "--no-privileges", f"--file={script}", str(source))
        _run(
            into_database, "--no-psqlrc", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1",
            f"--command={ANEW}", f"--file={script}",
        )  # fmt: skip


def _said(ask: Callable[[str], Sequence[Any]]) -> Said:
    migrations = tuple((str(app), str(name)) for app, name in ask(MIGRATIONS))
    return migrations, tuple((str(unit), int(serial), str(hashed)) for unit, serial, hashed in ask(HEADS))


def _program(name: str) -> str:
    """The newest that is installed. Raises Refusal where there is none or it is older than the server."""
    connection.ensure_connection()
    server = connection.connection.info.server_version // 10_000
    versions = [folder for folder in BINARIES.glob("*") if folder.name.isdigit() and (folder / "bin" / name).exists()]
    newest = max(versions, key=lambda folder: int(folder.name), default=None)
    found = str(newest / "bin" / name) if newest else shutil.which(name)
    if found is None:
        raise Refusal(NO_PROGRAM, program=name, version=server)
    told = subprocess.run([found, "--version"], capture_output=True, text=True, check=True).stdout  # noqa: S603
    version = int(told.split()[-1].split(".")[0]) if newest is None else int(newest.name)
    if version < server:
        raise Refusal(TOO_OLD, program=name, found=version, version=server)
    return found


def _run(program: str, *arguments: str) -> None:
    """The connection's settings go by the environment: no password stands in the list of processes."""
    told = connection.settings_dict
    names = {"PGHOST": "HOST", "PGPORT": "PORT", "PGUSER": "USER", "PGPASSWORD": "PASSWORD", "PGDATABASE": "NAME"}
    environment = os.environ | {name: str(told[key]) for name, key in names.items() if told.get(key)}
    done = subprocess.run([program, *arguments], env=environment, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        reason = (done.stderr.strip().splitlines() or [str(done.returncode)])[-1]
        raise Refusal(FAILED, program=Path(program).name, reason=reason)
