"""What the office does of itself: signatures of scans become known, and what cannot be done is said once."""

from pathlib import Path

import pytest
from pytest_django import Settings

from motcua.office.dossiers.digitisation import copy_of
from motcua.office.dossiers.rounds import Rounds
from motcua.signing.local.authority import Authority
from tests.office.documents import course, trusted
from tests.office.dossiers import life
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
