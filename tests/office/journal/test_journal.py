"""The journal: refused by the database, sealed, verified line by line."""

from datetime import datetime
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction

from motcua.office.journal.models import Chain, Entry, Seal
from motcua.office.journal.sealing import seal
from motcua.office.journal.verifying import (
    BEYOND,
    CHANGED,
    MISSING,
    SEAL_CHANGED,
    SEAL_UNCHAINED,
    SEALS_MISSING,
    UNCHAINED,
    UNSEALED,
    verify,
)
from motcua.office.journal.writing import digest, write
from tests.world import moment

pytestmark = pytest.mark.django_db
NINE = moment("2023-07-27 09:00")
POSTGRES = connection.vendor == "postgresql"


@pytest.fixture
def written() -> None:
    """Three lines of ward 12, two of ward 13, sealed; one more line of ward 12 and a second seal."""
    for unit, count in (("w12", 3), ("w13", 2)):
        for number in range(1, count + 1):
            line(unit, number)
    assert seal(NINE) is not None
    line("w12", 4)
    assert seal(moment("2023-07-27 09:01")) is not None


def line(unit: str, number: int, at: datetime = NINE) -> Entry:
    return write(
        "dossier.received", f"D{number}", unit=unit, by="lan", authority="reception", at=at, new={"số": number}
    )


def past_the_guard(sql: str, *values: str | int) -> None:
    """What someone with the database's own rights could do: take the triggers away, then write."""
    with connection.cursor() as cursor:
        for table in ("journal_entry", "journal_seal"):
            for what in ("update", "delete"):
                where = f" ON {table}" if POSTGRES else ""
                cursor.execute(f"DROP TRIGGER IF EXISTS {table}_no_{what}{where}")
        cursor.execute(sql, values)


def found() -> list[tuple[str, int, str]]:
    return [(fault.unit, fault.serial, fault.words.en) for fault in verify()]


@pytest.mark.parametrize("table", ["journal_entry", "journal_seal"])
@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE {table} SET hash = 'x'",
        "DELETE FROM {table}",
        pytest.param("TRUNCATE {table}", marks=pytest.mark.skipif(not POSTGRES, reason="SQLite has no TRUNCATE")),
    ],
)
def test_the_database_itself_refuses_to_change_what_is_written(written: None, table: str, sql: str) -> None:
    with (
        pytest.raises(DatabaseError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(sql.format(table=table))
    assert (Entry.objects.count(), Seal.objects.count()) == (6, 2)


def test_a_whole_journal_has_no_faults(written: None) -> None:
    said = StringIO()
    call_command("verify_journal", stdout=said)

    assert found() == []
    assert "6" in said.getvalue()


@pytest.mark.parametrize(
    ("column", "value"),
    [("new", '{"số": 3}'), ("by", "nam"), ("at", "2023-07-27 02:00:00.000001+00:00"), ("hash", "f" * 64)],
)
def test_a_changed_byte_is_found_by_unit_and_line(written: None, column: str, value: str) -> None:
    past_the_guard(
        f"UPDATE journal_entry SET {connection.ops.quote_name(column)} = %s WHERE unit = 'w12' AND serial = 2", value
    )

    assert found()[0] == ("w12", 2, CHANGED.en)


def test_the_command_says_where_and_fails(written: None) -> None:
    past_the_guard("UPDATE journal_entry SET subject = 'D9' WHERE unit = 'w13' AND serial = 1")
    said = StringIO()

    with pytest.raises(CommandError):
        call_command("verify_journal", stdout=said)
    assert "w13, dòng 1:" in said.getvalue()


def test_a_line_hashed_anew_no_longer_holds_the_next(written: None) -> None:
    entry = Entry.objects.get(unit="w12", serial=2)
    entry.subject = "D9"
    past_the_guard(
        "UPDATE journal_entry SET subject = 'D9', hash = %s WHERE unit = 'w12' AND serial = 2", digest(entry)
    )

    assert found() == [("w12", 3, UNCHAINED.en)]


@pytest.mark.parametrize("serial", [1, 2, 4])
def test_a_missing_line_is_found_first_middle_or_last(written: None, serial: int) -> None:
    past_the_guard("DELETE FROM journal_entry WHERE unit = 'w12' AND serial = %s", serial)

    assert ("w12", serial, MISSING.en) in found()


def test_a_chain_written_wholly_anew_is_betrayed_by_its_seals(written: None) -> None:
    past_the_guard("DELETE FROM journal_entry WHERE unit = 'w13'")
    Chain.objects.filter(unit="w13").delete()
    line("w13", 1)
    line("w13", 8)

    assert found() == [("w13", 2, UNSEALED.en)]


def test_lines_cut_off_with_their_head_are_betrayed_by_their_seals(written: None) -> None:
    past_the_guard("DELETE FROM journal_entry WHERE unit = 'w13' AND serial = 2")
    Chain.objects.filter(unit="w13").update(serial=1, hash=Entry.objects.get(unit="w13", serial=1).hash)

    assert found() == [("w13", 2, MISSING.en)]


def test_a_line_put_beside_the_chain_is_found(written: None) -> None:
    last = Entry.objects.get(unit="w13", serial=2)
    added = Entry(unit="w13", serial=3, at=NINE, by="x", authority="x", act="x", subject="x", previous=last.hash)
    added.hash = digest(added)
    added.save(force_insert=True)

    assert found() == [("w13", 3, BEYOND.en)]


def test_a_changed_seal_is_found(written: None) -> None:
    past_the_guard("UPDATE journal_seal SET at = '2023-07-27 05:00:00+00:00' WHERE previous = %s", "0" * 64)

    assert found() == [("", 1, SEAL_CHANGED.en)]


def test_a_missing_seal_is_found_first_or_last(written: None) -> None:
    with transaction.atomic():
        past_the_guard("DELETE FROM journal_seal WHERE previous = %s", "0" * 64)
        assert ("", 1, SEAL_UNCHAINED.en) in found()
        transaction.set_rollback(True)
    past_the_guard("DELETE FROM journal_seal WHERE previous <> %s", "0" * 64)
    assert found() == [("", 2, SEALS_MISSING.en)]


def test_nothing_new_needs_no_new_seal(written: None) -> None:
    assert seal(moment("2023-07-27 09:02")) is None

    line("w13", 3)
    said = StringIO()
    call_command("seal_journal", stdout=said)
    assert Seal.objects.count() == 3
    assert Seal.objects.order_by("-pk")[0].hash in said.getvalue()


def test_an_empty_journal_is_whole_and_has_nothing_to_seal() -> None:
    assert seal(NINE) is None
    assert found() == []


def test_each_unit_numbers_its_own_lines(written: None) -> None:
    numbered = Entry.objects.order_by("unit", "serial").values_list("unit", "serial")
    assert list(numbered) == [("w12", 1), ("w12", 2), ("w12", 3), ("w12", 4), ("w13", 1), ("w13", 2)]
