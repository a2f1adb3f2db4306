"""Signatures bear a time stamp, and what was issued is archived: once, both signatures found as before, or later."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import ClassVar

import pytest
from django.db import connection
from django.utils import timezone
from pytest_django import Settings

from motcua.language import Refusal
from motcua.office.documents.acts.archiving import archive_issued
from motcua.office.documents.acts.asking import sign_with
from motcua.office.documents.files import content_of, current
from motcua.office.documents.models import Capacity, DocumentFile, FileStep, OutgoingDocument, State, Verdict
from motcua.office.documents.standing import standing_of
from motcua.office.documents.verdicts import recheck
from motcua.office.journal.models import Entry
from motcua.office.records.models import File
from motcua.signing import trust, validation
from motcua.signing.local.authority import Authority
from motcua.signing.local.times import serving
from tests.office.documents import course, trusted
from tests.office.documents.engine import Lines, Signs
from tests.world import World

LATER = course.AFTER + timedelta(days=1)


@pytest.fixture
def authority(settings: Settings, tmp_path: Path) -> Authority:
    return trusted.authority(settings, tmp_path)


@pytest.fixture
def stamps(authority: Authority, settings: Settings) -> Iterator[None]:
    """A time-stamp authority that the office trusts, a minute behind the issue."""
    key = authority.time_stamper("Dấu thời gian thử", at=trusted.MADE)
    with serving(key, lambda: course.ISSUED + timedelta(minutes=1)) as address:
        settings.TIME_STAMPS = address
        yield


def issued(world: World, authority: Authority) -> OutgoingDocument:
    return trusted.signed_and_issued(world, authority, at=course.ISSUED)


def last(document: OutgoingDocument) -> DocumentFile:
    found = current(document)
    assert found is not None
    return found


def report(document: OutgoingDocument, settings: Settings, at: datetime = LATER) -> validation.Report:
    return validation.validate(content_of(last(document)), trust.read(Path(settings.TRUST_LIST)), at=at)


def test_a_signature_says_by_whose_word_it_was_made_then(
    world: World, authority: Authority, stamps: None, settings: Settings
) -> None:
    found = report(issued(world, authority), settings)

    assert [(one.verdict, one.proven) for one in found.signatures] == [("valid", True)] * 2
    assert {one.signed_at for one in found.signatures} == {course.ISSUED + timedelta(minutes=1)}


def test_what_was_issued_is_archived_once_and_both_signatures_hold(
    world: World, authority: Authority, stamps: None, settings: Settings
) -> None:
    document = issued(world, authority)
    went_out = last(document).file

    assert archive_issued(LATER) == (1, [])
    assert archive_issued(LATER) == (0, [])

    archived = last(document)
    assert archived.step == FileStep.ARCHIVED
    assert Verdict.objects.get(file=archived.file).person == Verdict.objects.get(file=archived.file).agency == "valid"
    assert b"/DocTimeStamp" in content_of(archived)
    assert b"/DSS" in content_of(archived)
    assert Entry.objects.filter(act="document.archived").count() == 1
    standing = standing_of(document.code)
    assert standing is not None
    assert standing.files == {went_out.sha256, archived.file.sha256}


def test_an_archived_document_holds_after_certificates_end(
    world: World, authority: Authority, stamps: None, settings: Settings
) -> None:
    document = issued(world, authority)
    archive_issued(LATER)

    much_later = LATER + timedelta(days=1500)
    (Path(settings.TRUST_LIST).parent / "revoked.der").write_bytes(authority.revocation_list(at=much_later))
    found = report(document, settings, much_later)

    assert (found.person, found.agency) == ("valid", "valid")


def test_while_no_stamp_comes_nothing_is_signed_and_the_request_stays(
    world: World, authority: Authority, settings: Settings
) -> None:
    settings.TIME_STAMPS = "http://127.0.0.1:1/"
    key = authority.person("Lê Thị Hoà", "Phường 12", at=trusted.MADE)
    document = course.approved(world)

    with pytest.raises(Refusal, match="dấu thời gian"):
        sign_with(key, document.pk, Capacity.PERSON, by=world.hoa, at=course.SIGNED)

    assert course.again(document).state == State.APPROVED
    assert last(document).step == FileStep.DRAFTED
    settings.TIME_STAMPS = ""
    sign_with(key, document.pk, Capacity.PERSON, by=world.hoa, at=course.SIGNED)
    assert course.again(document).state == State.SIGNED


def test_issue_waits_for_no_stamp_and_a_later_round_archives(
    world: World, authority: Authority, stamps: None, settings: Settings
) -> None:
    there, settings.TIME_STAMPS = settings.TIME_STAMPS, ""
    document = issued(world, authority)
    assert archive_issued(LATER) == (0, [])
    settings.TIME_STAMPS = "http://127.0.0.1:1/"
    with pytest.raises(Refusal, match="dấu thời gian"):
        archive_issued(LATER)
    assert last(document).step == FileStep.SEALED

    settings.TIME_STAMPS = there
    assert archive_issued(LATER) == (1, [])
    assert last(document).step == FileStep.ARCHIVED


def test_what_was_signed_on_paper_is_not_archived(world: World, authority: Authority, stamps: None) -> None:
    course.issued(world)

    assert archive_issued(timezone.now()) == (0, [])


def test_files_are_looked_at_so_many_at_once(world: World, authority: Authority) -> None:
    issued(world, authority)
    Verdict.objects.update(trust="before")

    assert [recheck(LATER, most=2), recheck(LATER, most=2), recheck(LATER, most=2)] == [2, 1, 0]


def test_where_there_are_always_more_than_a_round_takes_each_has_its_turn(world: World, authority: Authority) -> None:
    issued(world, authority)
    moments = [LATER + timedelta(hours=hours) for hours in range(3)]

    for at in moments:
        Verdict.objects.update(trust="before")
        assert recheck(at, most=1) == 1

    assert sorted(Verdict.objects.values_list("checked_at", flat=True)) == moments


def test_of_files_that_nobody_looked_at_the_newest_comes_first_and_before_those_looked_at(
    world: World, authority: Authority
) -> None:
    issued(world, authority)
    oldest, older, newest = File.objects.filter(verdict__isnull=False).order_by("pk")
    Verdict.objects.filter(file__in=(older, newest)).delete()
    Verdict.objects.update(trust="before")

    assert [recheck(LATER, most=1), Verdict.objects.filter(file=newest).count()] == [1, 1]
    assert [recheck(LATER, most=1), Verdict.objects.filter(file=older).count()] == [1, 1]
    assert Verdict.objects.get(file=oldest).trust == "before"


class Watching(Lines):
    """Notes how many transactions are open while a signature, and with it a time stamp, is put in."""

    nested: ClassVar[list[int]] = []

    def complete(self, kept: bytes, signature: bytes, at: datetime) -> bytes:
        self.nested.append(len(connection.savepoint_ids))
        return super().complete(kept, signature, at)


def test_no_row_is_locked_while_a_time_stamp_is_asked_for(world: World, settings: Settings) -> None:
    settings.SIGNING_ENGINE = f"{__name__}.Watching"
    Watching.nested.clear()
    before = len(connection.savepoint_ids)

    document = course.approved(world)
    sign_with(Signs("Lê Thị Hoà"), document.pk, Capacity.PERSON, by=world.hoa, at=course.SIGNED)

    assert course.again(document).state == State.SIGNED

    assert Watching.nested == [before]
