"""Copies of results signed by both are archived by the round: once each, both signatures found as before, or later."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from pytest_django import Settings

from motcua.language import Refusal
from motcua.office.documents.models import Verdict
from motcua.office.dossiers.acts.copy_archiving import archive_copies
from motcua.office.dossiers.acts.copy_signing import ask_copy_signature, sign_copy_with
from motcua.office.dossiers.acts.digitisation import scan_paper
from motcua.office.dossiers.guards import copy_signing as guards
from motcua.office.dossiers.models import CopySigning, DigitalCopy
from motcua.office.dossiers.reuse import dossier_of
from motcua.office.dossiers.rounds import Rounds
from motcua.office.dossiers.signatures import not_signed, to_seal
from motcua.office.journal.models import Entry
from motcua.office.records.store import path_of
from motcua.signing import trust, validation
from motcua.signing.local.times import serving
from tests.office.documents import trusted
from tests.office.dossiers import life
from tests.office.dossiers.compared import AGENCY, PERSON, SEALED, SIGNED, Keys, now, sealed, signed
from tests.office.records.scans import scan
from tests.world import World

LATER = SEALED + timedelta(days=1)


@pytest.fixture
def stamps(keys: Keys, settings: Settings) -> Iterator[None]:
    """A time-stamp authority that the office trusts."""
    key = keys.authority.time_stamper("Dấu thời gian thử", at=trusted.MADE)
    with serving(key, lambda: SEALED + timedelta(minutes=1)) as address:
        settings.TIME_STAMPS = address
        yield


def content(copy: DigitalCopy) -> bytes:
    file = now(copy).signed
    assert file is not None
    return path_of(file.sha256).read_bytes()


def test_a_copy_signed_by_both_is_archived_once_and_both_signatures_hold(
    world: World, keys: Keys, stamps: None
) -> None:
    copy = sealed(world, keys)
    before = content(copy)

    assert archive_copies(LATER) == (1, [])
    assert archive_copies(LATER) == (0, [])

    after = content(copy)
    assert after.startswith(before)
    assert b"/DocTimeStamp" in after and b"/DSS" in after
    found = Verdict.objects.get(file=now(copy).signed)
    assert (found.person, found.agency) == ("valid", "valid")
    assert life.lines(dossier_of(copy))[-1] == "dossier.copy_archived"
    assert Entry.objects.filter(act="dossier.copy_archived").count() == 1


def test_what_the_agency_signed_stays_beside_and_the_copy_is_sealed_still(
    world: World, keys: Keys, stamps: None
) -> None:
    copy = sealed(world, keys)
    sealing = CopySigning.objects.select_related("answer").get(copy=copy, capacity=AGENCY)
    archive_copies(LATER)

    assert sealing.answer is not None and sealing.answer != now(copy).signed
    assert path_of(sealing.answer.sha256).is_file()
    assert not to_seal() and not not_signed()
    minh = keys.authority.person("Trần Văn Minh", "Phường 12", at=trusted.MADE)
    with pytest.raises(Refusal) as caught:
        ask_copy_signature(copy.pk, PERSON, minh.chain(), by=world.minh, at=LATER)
    assert caught.value.words == guards.SIGNED


def test_an_archived_copy_holds_after_certificates_end(
    world: World, keys: Keys, stamps: None, settings: Settings
) -> None:
    copy = sealed(world, keys)
    archive_copies(LATER)

    much_later = LATER + timedelta(days=1500)
    (Path(settings.TRUST_LIST).parent / "revoked.der").write_bytes(keys.authority.revocation_list(at=much_later))
    found = validation.validate(content(copy), trust.read(Path(settings.TRUST_LIST)), at=much_later)

    assert (found.person, found.agency) == ("valid", "valid")


def test_where_no_authority_is_set_nothing_is_archived_and_where_it_is_silent_a_later_round_does(
    world: World, keys: Keys, stamps: None, settings: Settings
) -> None:
    there, settings.TIME_STAMPS = settings.TIME_STAMPS, ""
    copy = sealed(world, keys)
    before, told = content(copy), list[str]()
    rounds = Rounds(told.append)
    rounds.each(LATER)
    assert (content(copy), told) == (before, [])

    settings.TIME_STAMPS = "http://127.0.0.1:1/"
    rounds.each(LATER)
    rounds.each(LATER)
    assert content(copy) == before
    assert len(told) == 1 and "bản số hóa" in told[0]

    settings.TIME_STAMPS = there
    rounds.each(LATER)
    assert content(copy) != before


def test_one_without_the_seal_one_not_found_valid_and_a_paper_are_not_archived(
    world: World, keys: Keys, stamps: None
) -> None:
    signed(world, keys)
    doubtful = sealed(world, keys)
    Verdict.objects.filter(file=doubtful.signed).update(agency="unknown")
    paper = scan_paper(life.in_work(world).pk, 2, contents=[scan(2)], by=world.minh, at=SIGNED)
    minh = keys.authority.person("Trần Văn Minh", "Phường 12", at=trusted.MADE)
    sign_copy_with(minh, paper.pk, PERSON, by=world.minh, at=SIGNED)
    sign_copy_with(keys.seal, paper.pk, AGENCY, by=world.van, at=SEALED)

    assert archive_copies(LATER) == (0, [])


def test_a_round_archives_so_many_and_one_that_the_store_lost_holds_up_no_other(
    world: World, keys: Keys, stamps: None
) -> None:
    first, second, lost = (sealed(world, keys) for _ in range(3))
    assert lost.signed is not None
    path_of(lost.signed.sha256).unlink()

    done, refused = archive_copies(LATER, most=2)

    assert (done, len(refused)) == (1, 1)
    assert archive_copies(LATER)[0] == 1
    assert all(b"/DocTimeStamp" in content(one) for one in (first, second))
