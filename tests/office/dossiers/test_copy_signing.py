"""Digital copies signed by who compared them and by the agency: who may, once each, whatever comes between."""

import json
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from pytest_django import Settings

from motcua.language import Refusal
from motcua.office.documents import engine as engines
from motcua.office.documents.guards.certificates import OTHER_AGENCY
from motcua.office.documents.guards.signing import OTHER_NAME
from motcua.office.dossiers.acts.copy_signing import (
    answer_copy,
    answer_many_copies,
    ask_copy_signature,
    ask_many_copies,
    let_go,
    sign_copy_with,
)
from motcua.office.dossiers.acts.digitisation import certify_copy, digitise, scan_paper
from motcua.office.dossiers.guards import copy_signing as guards
from motcua.office.dossiers.guards import digitisation
from motcua.office.dossiers.models import CopySigning, DigitalCopy
from motcua.office.dossiers.reuse import dossier_of
from motcua.office.dossiers.signatures import not_signed, to_sign
from motcua.office.journal.models import Entry
from motcua.office.people.models import Position
from motcua.office.people.policy import NotAllowed, forget_terms
from motcua.office.records.models import File
from motcua.office.records.store import path_of
from motcua.signing.keys import Key
from motcua.signing.local.authority import Authority
from tests.office.apart import office
from tests.office.documents import course, trusted
from tests.office.dossiers import life
from tests.office.dossiers.compared import AGENCY, PERSON, SEALED, SIGNED, Keys, now, scanned, sealed, signed
from tests.office.records.scans import scan
from tests.world import World, moment

LATER = moment("2023-07-28 15:45")


def asked(world: World, key: Key) -> tuple[DigitalCopy, CopySigning]:
    copy = scanned(world)
    return copy, ask_copy_signature(copy.pk, PERSON, key.chain(), by=world.van, at=SIGNED)


def refusal(copy: DigitalCopy, key: Key, world: World) -> Refusal:
    with pytest.raises(Refusal) as caught:
        sign_copy_with(key, copy.pk, PERSON, by=world.van, at=SIGNED)
    assert now(copy).signed is None
    return caught.value


def test_asked_again_after_a_lost_reply_it_is_the_same_and_answered_twice_nothing_changes(
    world: World, keys: Keys
) -> None:
    copy, request = asked(world, keys.van)
    again = ask_copy_signature(copy.pk, PERSON, keys.van.chain(), by=world.van, at=SIGNED + timedelta(minutes=5))
    assert (again, bytes(again.said)) == (request, bytes(request.said))
    given = keys.van.sign(bytes(request.said))
    answer_copy(request.pk, given, by=world.van, at=SIGNED)
    files, lines = File.objects.count(), Entry.objects.count()

    second = answer_copy(request.pk, given, by=world.van, at=SIGNED + timedelta(hours=5))
    third = ask_copy_signature(copy.pk, PERSON, keys.van.chain(), by=world.van, at=SIGNED + timedelta(hours=5))

    assert second == third == request
    assert (File.objects.count(), Entry.objects.count()) == (files, lines)
    assert now(copy).certified_at == SIGNED


def test_what_was_prepared_is_let_go_once_nobody_waits_for_it(world: World, keys: Keys) -> None:
    copy, request = asked(world, keys.van)
    assert let_go(SIGNED) == 0
    assert let_go(SIGNED + timedelta(minutes=31)) == 1
    request.refresh_from_db()
    assert bytes(request.prepared) == b""
    with pytest.raises(Refusal) as caught:
        answer_copy(request.pk, keys.van.sign(bytes(request.said)), by=world.van, at=SIGNED)
    assert caught.value.words == guards.GIVEN_UP

    sign_copy_with(keys.van, copy.pk, PERSON, by=world.van, at=LATER)
    assert not any(bytes(one.prepared) for one in CopySigning.objects.all())


def test_while_one_officer_signs_another_is_told_to_wait_and_signs_once_that_came_to_nothing(
    world: World, keys: Keys
) -> None:
    copy, request = asked(world, keys.van)
    minh = keys.authority.person("Trần Văn Minh", "Phường 12", at=trusted.MADE)

    with pytest.raises(Refusal) as caught:
        ask_copy_signature(copy.pk, PERSON, minh.chain(), by=world.minh, at=SIGNED)
    assert caught.value.words == guards.BEING_SIGNED

    sign_copy_with(minh, copy.pk, PERSON, by=world.minh, at=LATER)
    assert now(copy).certified_by == world.minh
    with pytest.raises(Refusal) as caught:
        answer_copy(request.pk, keys.van.sign(bytes(request.said)), by=world.van, at=LATER)
    assert caught.value.words == guards.GIVEN_UP
    with pytest.raises(Refusal) as caught:
        sign_copy_with(keys.van, copy.pk, PERSON, by=world.van, at=LATER)
    assert caught.value.words == guards.SIGNED


def test_only_who_may_compare_signs_and_only_who_keeps_the_seal_seals(world: World, keys: Keys) -> None:
    copy = scanned(world)
    for who in (world.hoa, world.ke, world.nam, world.thu):
        with pytest.raises(NotAllowed):
            ask_copy_signature(copy.pk, PERSON, keys.van.chain(), by=who, at=SIGNED)
    sign_copy_with(keys.van, copy.pk, PERSON, by=world.van, at=SIGNED)
    for who in (world.lan, world.minh, world.hoa, world.nam):
        with pytest.raises(NotAllowed):
            ask_copy_signature(copy.pk, AGENCY, keys.seal.chain(), by=who, at=SEALED)


def test_a_request_is_answered_by_whom_it_was_asked_of_while_they_may(world: World, keys: Keys) -> None:
    copy, request = asked(world, keys.van)
    given = keys.van.sign(bytes(request.said))
    with pytest.raises(NotAllowed):
        answer_copy(request.pk, given, by=world.minh, at=SIGNED)
    Position.objects.filter(officer=world.van).update(to_on=date(2023, 7, 27))
    forget_terms(world.van)
    with pytest.raises(NotAllowed):
        answer_copy(request.pk, given, by=world.van, at=SIGNED)
    assert now(copy).signed is None


def test_a_certificate_of_another_name_does_not_do(world: World, keys: Keys) -> None:
    assert refusal(scanned(world), keys.lan, world).words == OTHER_NAME


def test_a_seal_of_another_agency_does_not_do(world: World, keys: Keys) -> None:
    copy = signed(world, keys)
    other = keys.authority.agency("Ủy ban nhân dân phường 13", at=trusted.MADE)
    with pytest.raises(Refusal) as caught:
        sign_copy_with(other, copy.pk, AGENCY, by=world.van, at=SEALED)
    assert caught.value.words == OTHER_AGENCY


def test_a_revoked_certificate_signs_nothing(world: World, keys: Keys, settings: Settings) -> None:
    keys.authority.revoke(keys.van.chain(), at=course.DRAFTED)
    trusted.trusting(keys.authority, settings.TRUST_LIST, listed=course.AFTER)

    assert refusal(scanned(world), keys.van, world).words == guards.DOES_NOT_HOLD


def test_a_stranger_s_signature_and_one_of_other_bytes_are_not_taken_and_the_right_one_still_is(
    world: World, keys: Keys
) -> None:
    copy, request = asked(world, keys.van)
    right = keys.van.sign(bytes(request.said))
    for wrong in (b"", b"no signature", right[:-1] + bytes([right[-1] ^ 1]), keys.lan.sign(bytes(request.said))):
        with pytest.raises(Refusal):
            answer_copy(request.pk, wrong, by=world.van, at=SIGNED)
    assert (now(copy).certified_at, File.objects.count()) == (None, 1)
    answer_copy(request.pk, right, by=world.van, at=SIGNED)
    assert now(copy).certified_at == SIGNED


def test_a_scan_replaced_while_it_is_signed_bears_no_signature(world: World, keys: Keys) -> None:
    copy, request = asked(world, keys.van)
    better = digitise(dossier_of(copy).pk, contents=[scan(width=500)], by=world.van, at=SIGNED)

    with pytest.raises(Refusal) as caught:
        answer_copy(request.pk, keys.van.sign(bytes(request.said)), by=world.van, at=SIGNED)

    assert caught.value.words == digitisation.NO_COPY
    assert now(copy).signed is None and now(better).signed is None


def test_the_agency_does_not_sign_first_and_not_twice(world: World, keys: Keys) -> None:
    copy = scanned(world)
    with pytest.raises(Refusal) as caught:
        ask_copy_signature(copy.pk, AGENCY, keys.seal.chain(), by=world.van, at=SEALED)
    assert caught.value.words == guards.NOT_SIGNED
    done = sealed(world, keys)
    Position.objects.filter(officer=world.minh).update(role="clerk")
    forget_terms(world.minh)
    with pytest.raises(Refusal) as caught:
        ask_copy_signature(done.pk, AGENCY, keys.seal.chain(), by=world.minh, at=SEALED)
    assert caught.value.words == guards.SEALED


def test_a_file_that_came_signed_is_kept_as_it_is(world: World, keys: Keys) -> None:
    born = sealed(world, keys)
    assert born.signed is not None
    content = BytesIO(path_of(born.signed.sha256).read_bytes())
    copy = life.digitised(world, life.settled(world), content)

    assert refusal(copy, keys.van, world).words == guards.SIGNED_ITSELF
    assert dossier_of(copy) not in not_signed()
    assert copy not in to_sign()


def test_a_paper_with_pages_missing_is_not_signed(world: World, keys: Keys) -> None:
    dossier = life.in_work(world)
    copy = scan_paper(dossier.pk, 2, contents=[scan(2)], by=world.minh, at=SIGNED)
    dossier.components.filter(no=2).update(declared_pages=3)
    minh = keys.authority.person("Trần Văn Minh", "Phường 12", at=trusted.MADE)
    with pytest.raises(Refusal) as caught:
        sign_copy_with(minh, copy.pk, PERSON, by=world.minh, at=SIGNED)
    assert caught.value.words == digitisation.UNLIKE_DECLARED


def test_many_are_asked_and_answered_each_on_its_own(world: World, keys: Keys) -> None:
    good, done = scanned(world), signed(world, keys)
    CopySigning.objects.filter(copy=done).update(officer=world.lan)
    requests = ask_many_copies([good.pk, done.pk], PERSON, keys.van.chain(), by=world.van, at=SIGNED)
    first, refused = requests
    assert isinstance(first, CopySigning)
    assert isinstance(refused, Refusal) and refused.words == guards.SIGNED
    (taken,) = answer_many_copies([(first.pk, keys.van.sign(bytes(first.said)))], by=world.van, at=SIGNED)
    assert isinstance(taken, CopySigning) and taken.answered_at == SIGNED


def test_where_signing_is_not_set_up_copies_are_compared_and_not_signed(world: World) -> None:
    copy = scanned(world)
    with pytest.raises(Refusal) as caught:
        key = Authority.root("Ai đó", at=trusted.MADE).person("Võ Thị Vân", "Phường 12", at=trusted.MADE)
        sign_copy_with(key, copy.pk, PERSON, by=world.van, at=SIGNED)
    assert caught.value.words == engines.NO_ENGINE
    certify_copy(dossier_of(copy).pk, copy.pk, by=world.van, at=SIGNED)
    assert now(copy).certified_by == world.van


def test_asked_for_and_answered_by_many_at_once_each_copy_is_signed_once(tmp_path: Path) -> None:
    with office(tmp_path) as apart:
        found = json.loads(apart.run("-m", "tests.office.dossiers.signing_crowd"))

    assert found["faults"] == []
    assert found["signed"] == found["lines"] == found["copies"] == 8
    assert found["unexpected"] == []
