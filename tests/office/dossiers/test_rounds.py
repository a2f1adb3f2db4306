"""What the office does of itself: signatures of scans become known, and what cannot be done is said once."""

from datetime import timedelta
from pathlib import Path

import pytest
from pytest_django import Settings

from motcua.office.dossiers.digitisation import copy_of
from motcua.office.dossiers.rounds import Rounds
from motcua.office.records.models import Reading
from motcua.office.records.readers import seen
from motcua.signing.local.authority import Authority
from tests.office.documents import course, trusted
from tests.office.dossiers import life
from tests.office.records.scans import scan
from tests.world import World, moment

NOW = moment("2023-07-31 08:00")


@pytest.fixture
def authority(settings: Settings, tmp_path: Path) -> Authority:
    return trusted.authority(settings, tmp_path)


def test_a_scan_of_a_result_is_found_to_bear_no_signature(world: World, authority: Authority, files: None) -> None:
    dossier = life.settled(world)
    life.digitised(world, dossier)
    told: list[str] = []

    Rounds(told.append).hourly(NOW)

    copy = copy_of(dossier)
    assert copy is not None
    assert (copy.file.verdict.person, copy.file.verdict.agency) == ("none", "none")
    assert told == []


def test_why_nothing_is_archived_is_said_once(
    world: World, authority: Authority, settings: Settings, files: None
) -> None:
    trusted.signed_and_issued(world, authority, at=course.ISSUED)
    settings.TIME_STAMPS = "http://127.0.0.1:1/"
    told: list[str] = []
    rounds = Rounds(told.append)

    rounds.each(NOW)
    rounds.each(NOW)

    assert len(told) == 1
    assert "dấu thời gian" in told[0]


def test_without_a_trust_list_nothing_is_looked_at(world: World, files: None) -> None:
    told: list[str] = []

    Rounds(told.append).each(NOW)
    Rounds(told.append).hourly(NOW)

    assert told == []


def test_copies_kept_before_scans_were_read_are_queued_behind_others(world: World, files: None) -> None:
    old = life.digitised(world, life.settled(world))
    Reading.objects.all().delete()
    new = life.digitised(world, life.settled(world), scan(width=590))

    Rounds(lambda _: None).hourly(NOW)

    assert dict(Reading.objects.values_list("file", "later")) == {old.file.pk: True, new.file.pk: False}


def test_that_nobody_reads_is_said_once_and_not_before_who_reads_could_begin(world: World, files: None) -> None:
    life.digitised(world, life.settled(world))
    told: list[str] = []
    rounds = Rounds(told.append)

    for minute in (0, 5, 6, 7):
        rounds.each(NOW + timedelta(minutes=minute))
        assert len(told) == (minute > 5)
    assert "1 bản số hóa chờ đọc nhưng chưa có tiến trình đọc nào" in told[0]

    seen(NOW + timedelta(minutes=7))
    rounds.each(NOW + timedelta(minutes=8))
    rounds.each(NOW + timedelta(minutes=13))
    assert len(told) == 2
