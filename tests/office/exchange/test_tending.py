"""The office is tended: sealed and sent by itself, by two copies nothing twice, and on when the database is back."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest

from tests.office.apart import ROOT, Office, office
from tests.office.mailbox import Mailbox

SECONDS = 60
ACT = """
import django; django.setup()
from django.db import transaction
from django.utils import timezone
from motcua.office.exchange.outbox import put
from motcua.office.journal.writing import write
for number in range({first}, {first} + {count}):
    with transaction.atomic():
        now = timezone.now()
        put(str(number), "email", f"to-{{number}}@example.vn", f"Message {{number}}", "Hello", now)
        write("dossier.received", f"D{{number}}", unit="w12", by="lan", authority="reception", at=now)
"""
HEADS = """
import django; django.setup()
from motcua.office.journal.models import Chain, Seal
print(*(seal.heads for seal in Seal.objects.order_by("pk")), sep="\\n")
print(Chain.objects.get(unit="*").serial)
"""
SEALED = """
import django; django.setup()
from motcua.office.journal.models import Seal
sealed = lambda lines: f'"w12": [{lines},' in getattr(Seal.objects.order_by("pk").last(), "heads", "")
"""


@contextmanager
def tended(apart: Office, copies: int = 1) -> Iterator[list["subprocess.Popen[str]"]]:
    """`manage.py tend` beside the test; Ctrl-C at the end, which each answers with 0, having said nothing more."""
    with ExitStack() as stack:
        running = [stack.enter_context(_begun(apart)) for _ in range(copies)]
        try:
            for one in running:
                assert one.stdout is not None and "Every 0.5 seconds" in one.stdout.readline()
            yield running
        finally:
            for one in running:
                one.send_signal(signal.SIGINT)
        assert [(*one.communicate(timeout=SECONDS), one.returncode) for one in running] == [("", "", 0)] * copies


def _begun(apart: Office) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "manage.py", "tend", "--every", "0.5"], cwd=ROOT, text=True,
        env=apart.environment | {"MOTCUA_LANG": "en"}, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip


def wait_for(what: Callable[[], bool]) -> None:
    until = time.monotonic() + SECONDS
    while not what():
        assert time.monotonic() < until
        time.sleep(0.1)


def seals(apart: Office) -> tuple[list[str], int]:
    """The heads each seal holds, and how many seals the chain says there are."""
    *heads, count = apart.run("-c", HEADS).split("\n")[:-1]
    return heads, int(count)


@pytest.fixture
def database(tmp_path: Path) -> Path:
    (tmp_path / "database").mkdir()
    return tmp_path / "database" / "office.sqlite3"


@pytest.fixture
def apart(server: tuple[Mailbox, int], tmp_path: Path, database: Path) -> Iterator[Office]:
    """An office whose mail server is there; its SQLite file lies in a folder that can be taken away."""
    postgres = os.environ.get("DATABASE_URL", "").startswith("postgres")
    settings = {"EMAIL_URL": f"smtp://127.0.0.1:{server[1]}"}
    settings |= {} if postgres else {"DATABASE_URL": f"sqlite:///{database}"}
    with office(tmp_path, migrate=True, **settings) as made:
        yield made


@contextmanager
def gone(apart: Office, database: Path) -> Iterator[None]:
    """The database lets nobody in: its folder is elsewhere, its server sends everybody away."""
    url = urlsplit(apart.environment["DATABASE_URL"])
    if url.scheme == "sqlite":
        away = database.parent.rename(database.parent.with_name("away"))
        yield
        away.rename(database.parent)
        return
    name = url.path.strip("/")
    with psycopg.connect(urlunsplit(url._replace(path="/postgres")), autocommit=True) as admin:
        admin.execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS false".encode())
        admin.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [name])
        yield
        admin.execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS true".encode())


def test_acts_are_sealed_and_their_messages_sent_without_anybody(apart: Office, server: tuple[Mailbox, int]) -> None:
    with tended(apart):
        apart.run("-c", ACT.format(first=0, count=3))
        wait_for(lambda: len(server[0].raw) == 3)
        apart.until("sealed(3)", SEALED)

    assert "3 " in apart.run("manage.py", "verify_journal")


def test_two_copies_seal_and_send_nothing_double(apart: Office, server: tuple[Mailbox, int]) -> None:
    with tended(apart, copies=2):
        for first in range(0, 60, 20):
            apart.run("-c", ACT.format(first=first, count=20))
        wait_for(lambda: len(server[0].raw) >= 60)
        apart.until("sealed(60)", SEALED)
        time.sleep(2)

    subjects = sorted(letter["Subject"] for letter in server[0].letters)
    assert subjects == sorted(f"Message {number}" for number in range(60))
    heads, count = seals(apart)
    assert len(heads) == len(set(heads)) == count
    apart.run("manage.py", "verify_journal")


def test_a_database_that_is_gone_is_told_once_and_waited_for(
    apart: Office, server: tuple[Mailbox, int], database: Path
) -> None:
    with tended(apart) as (one,):
        assert one.stderr is not None
        with gone(apart, database):
            assert "The database cannot be used" in one.stderr.readline()
            time.sleep(3)
            assert one.poll() is None
        assert one.stderr.readline() == "The database can be used again.\n"
        apart.run("-c", ACT.format(first=0, count=1))
        wait_for(lambda: len(server[0].raw) == 1)


def test_a_round_that_is_not_a_time_is_refused(apart: Office) -> None:
    done = subprocess.run(
        [sys.executable, "manage.py", "tend", "--every", "0"], cwd=ROOT, env=apart.environment, text=True,
        capture_output=True, check=False, timeout=SECONDS,
    )  # fmt: skip
    assert done.returncode != 0
    assert "--every" in done.stderr
