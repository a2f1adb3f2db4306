"""With which certificate one signs: a registered one once there are any, in force, of the signer or the unit."""

from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from asn1crypto import pem
from pytest_django import Settings

from motcua.language import Refusal
from motcua.office.documents.acts import certifying
from motcua.office.documents.acts.asking import ask_signature, sign_with
from motcua.office.documents.acts.certifying import confirm_certificate, register_certificate, retire_certificate
from motcua.office.documents.acts.register import number
from motcua.office.documents.certificates import NO_CERTIFICATE, OF_AUTHORITY
from motcua.office.documents.guards import certificates as guards
from motcua.office.documents.guards.signing import OTHER_NAME
from motcua.office.documents.models import Capacity, Certificate, SigningRequest, State
from motcua.office.journal.models import Entry
from motcua.office.people.models import Officer, Role
from motcua.office.people.policy import NotAllowed
from motcua.signing.local.authority import Authority
from motcua.signing.local.keys import SoftKey
from tests.office.documents import course, trusted
from tests.world import World, officer

PERSON, AGENCY, SEAL = Capacity.PERSON, Capacity.AGENCY, "Ủy ban nhân dân phường 12"


@pytest.fixture
def authority(settings: Settings, tmp_path: Path) -> Authority:
    return trusted.authority(settings, tmp_path)


def hoa(authority: Authority, *, at: datetime = trusted.MADE, days: int = 730) -> SoftKey:
    return authority.person("Lê Thị Hoà", "Phường 12", at=at, days=days)


def registered(world: World, key: SoftKey, whose: Officer | None, *, at: datetime = course.DRAFTED) -> Certificate:
    content = BytesIO(key.chain().certificate)
    return register_certificate(world.ward, officer=whose, content=content, by=world.quan, at=at)


def asked(world: World, key: SoftKey) -> SigningRequest:
    return ask_signature(course.approved(world).pk, PERSON, key.chain(), by=world.hoa, at=course.SIGNED)


def sealed_with(world: World, authority: Authority, key: SoftKey) -> State:
    document = course.approved(world)
    sign_with(hoa(authority), document.pk, PERSON, by=world.hoa, at=course.SIGNED)
    number(document.pk, by=world.van, at=course.NUMBERED)
    sign_with(key, document.pk, AGENCY, by=world.van, at=course.SEALED)
    return course.again(document).state


def refused(world: World, key: SoftKey) -> Refusal:
    with pytest.raises(Refusal) as caught:
        asked(world, key)
    return caught.value


def test_once_a_certificate_is_registered_no_other_of_that_name_signs(world: World, authority: Authority) -> None:
    mine, other = hoa(authority), hoa(authority)
    assert asked(world, other)

    kept = registered(world, mine, world.hoa)

    assert (kept.subject, kept.issuer) == ("Lê Thị Hoà, Phường 12", authority.name)
    assert (kept.begins_at, kept.ends_at) == (trusted.MADE, trusted.MADE + timedelta(days=730))
    assert asked(world, mine)
    assert refused(world, other).words == guards.NOT_REGISTERED
    line = Entry.objects.get(act="certificate.registered")
    assert world.hoa.full_name not in line.new and kept.fingerprint in line.new


def test_the_file_is_read_in_either_form_and_what_is_none_is_refused(world: World, authority: Authority) -> None:
    armoured = pem.armor("CERTIFICATE", hoa(authority).chain().certificate)
    assert register_certificate(
        world.ward, officer=world.hoa, content=BytesIO(armoured), by=world.quan, at=course.DRAFTED
    )
    wrong = [(b"", NO_CERTIFICATE), (b"PK", NO_CERTIFICATE), (armoured[:99], NO_CERTIFICATE)]
    for content, words in [*wrong, (authority.issuers()[0], OF_AUTHORITY)]:
        with pytest.raises(Refusal) as caught:
            register_certificate(world.ward, content=BytesIO(content), by=world.quan, at=course.DRAFTED)
        assert caught.value.words == words


def test_what_somebody_signed_with_first_is_seen_and_counts_once_confirmed(world: World, authority: Authority) -> None:
    first = hoa(authority)
    assert asked(world, first)
    seen = Certificate.objects.get()
    assert asked(world, hoa(authority))

    confirm_certificate(seen.pk, by=world.quan, at=course.AFTER)

    assert refused(world, hoa(authority)).words == guards.NOT_REGISTERED
    assert asked(world, first)
    with pytest.raises(Refusal) as caught:
        confirm_certificate(seen.pk, by=world.quan, at=course.AFTER)
    assert caught.value.words == certifying.KNOWN


def test_a_retired_certificate_signs_no_more_and_stays(world: World, authority: Authority) -> None:
    key = hoa(authority)
    kept = registered(world, key, world.hoa)

    retire_certificate(kept.pk, reason="Mất thiết bị", by=world.quan, at=course.DRAFTED)

    assert refused(world, key).words == guards.RETIRED
    assert Certificate.objects.get(pk=kept.pk).retired_reason == "Mất thiết bị"
    assert asked(world, hoa(authority))
    with pytest.raises(Refusal) as caught:
        retire_certificate(kept.pk, reason="Nữa", by=world.quan, at=course.AFTER)
    assert caught.value.words == certifying.GONE
    assert Entry.objects.filter(act="certificate.retired").count() == 1


@pytest.mark.parametrize(
    ("since", "days", "words"),
    [
        (course.SIGNED - timedelta(days=2), 2, guards.ENDED),
        (course.SIGNED - timedelta(days=2), 3, None),
        (course.SIGNED, 1, None),
        (course.SIGNED + timedelta(seconds=1), 9, guards.NOT_BEGUN),
    ],
)
def test_a_certificate_that_is_not_in_force_is_refused_when_asked(
    world: World, authority: Authority, since: datetime, days: int, words: object
) -> None:
    key = hoa(authority, at=since, days=days)

    if words is None:
        assert asked(world, key)
        return
    assert refused(world, key).words == words
    assert not SigningRequest.objects.exists()


def test_the_seal_is_that_of_the_unit_by_its_name(world: World, authority: Authority) -> None:
    for name in (SEAL, "UBND phường 12", "Phường 12"):
        assert sealed_with(world, authority, authority.agency(name, at=trusted.MADE)) == State.SEALED
    with pytest.raises(Refusal) as caught:
        sealed_with(world, authority, authority.agency("Ủy ban nhân dân phường 13", at=trusted.MADE))
    assert caught.value.words == guards.OTHER_AGENCY


def test_the_seal_is_the_registered_one_whatever_its_name(world: World, authority: Authority) -> None:
    key = authority.agency("Van phong phuong 12", at=trusted.MADE)
    registered(world, key, None)

    assert sealed_with(world, authority, key) == State.SEALED
    with pytest.raises(Refusal) as caught:
        sealed_with(world, authority, authority.agency(SEAL, at=trusted.MADE))
    assert caught.value.words == guards.NOT_REGISTERED


def test_what_is_registered_for_one_serves_no_other(world: World, authority: Authority) -> None:
    key = authority.agency(SEAL, at=trusted.MADE)
    admin = officer("quan13", "Trịnh Văn Quân", world.elsewhere, Role.ADMINISTRATOR)
    register_certificate(world.elsewhere, content=BytesIO(key.chain().certificate), by=admin, at=course.DRAFTED)

    with pytest.raises(Refusal) as caught:
        sealed_with(world, authority, key)
    assert caught.value.words == guards.OF_ANOTHER
    with pytest.raises(Refusal) as caught:
        registered(world, key, None)
    assert caught.value.words == guards.OF_ANOTHER


def test_a_certificate_is_registered_for_whose_name_it_bears_where_they_work(
    world: World, authority: Authority
) -> None:
    for whose, words in ((world.minh, OTHER_NAME), (world.nam, OTHER_NAME)):
        with pytest.raises(Refusal) as caught:
            registered(world, hoa(authority), whose)
        assert caught.value.words == words
    nam = authority.person("Ngô Văn Nam", "Phường 13", at=trusted.MADE)
    with pytest.raises(Refusal) as caught:
        registered(world, nam, world.nam)
    assert caught.value.words == certifying.ELSEWHERE


@pytest.mark.parametrize("who", ["hoa", "van", "minh", "kim", "thu", "nam"])
def test_nobody_but_the_administrator_registers_confirms_or_retires(
    world: World, authority: Authority, who: str
) -> None:
    kept, by = registered(world, hoa(authority), world.hoa), getattr(world, who)

    with pytest.raises(NotAllowed):
        register_certificate(world.ward, content=BytesIO(b""), by=by, at=course.AFTER)
    with pytest.raises(NotAllowed):
        confirm_certificate(kept.pk, by=by, at=course.AFTER)
    with pytest.raises(NotAllowed):
        retire_certificate(kept.pk, reason="Thử", by=by, at=course.AFTER)
