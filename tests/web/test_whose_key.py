"""Whose key the signing service is asked for: one's own, or the seal of the unit whose documents were ticked."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import Settings

from motcua.office.documents.acts.asking import sign_with
from motcua.office.documents.acts.drafting import approve, draft
from motcua.office.documents.acts.register import number
from motcua.office.documents.models import Capacity, OutgoingDocument, State
from motcua.office.documents.told import Draft, OfHouse
from motcua.office.people.models import Officer, Position, Role, Unit
from motcua.signing.demo_service import demo_service
from motcua.signing.local.authority import Authority
from tests.office.documents import course, trusted
from tests.web.conftest import SignedIn
from tests.web.reading import text
from tests.world import BEGAN, World, officer

PASSWORD = "khoa-de-thu"
NAMES = {"w12": "Ủy ban nhân dân phường 12", "w13": "Ủy ban nhân dân phường 13"}


@pytest.fixture
def authority(settings: Settings, tmp_path: Path) -> Authority:
    now = timezone.now()
    return trusted.authority(settings, tmp_path, at=now - timedelta(days=2), listed=now - timedelta(hours=1))


@pytest.fixture
def codes(authority: Authority, settings: Settings, tmp_path: Path) -> Iterator[dict[str, str]]:
    """What the service sent to whom; it keeps the seals of both wards, and a key of Minh's."""
    begun, files, sent = timezone.now() - timedelta(days=2), {}, dict[str, str]()
    kept = {f"seal-{unit}": authority.agency(name, at=begun) for unit, name in NAMES.items()}
    kept["minh"] = authority.person("Trần Văn Minh", "Phường 12", at=begun)
    for name, key in kept.items():
        files[name] = tmp_path / f"{name}.p12"
        files[name].write_bytes(key.exported(PASSWORD))
    with demo_service(files, PASSWORD.encode(), "token", sent.__setitem__) as (address, _):
        settings.SIGNING_SERVICE, settings.SIGNING_BEARER = address, "token"
        yield sent


def numbered(authority: Authority, unit: Unit, drafter: Officer, head: Officer, clerk: Officer) -> OutgoingDocument:
    """Waits for the seal of the unit."""
    now = timezone.now()
    told = Draft(
        unit=unit, kind="notice", subject="Lịch tiếp công dân", recipients=("Lưu: VT",), signer=head,
        content=OfHouse("notice", course.SAID),
    )  # fmt: skip
    document = draft(told, by=drafter, at=now)
    approve(document.pk, by=head, at=now)
    key = authority.person(head.full_name, unit.name, at=now - timedelta(days=1))
    sign_with(key, document.pk, Capacity.PERSON, by=head, at=now)
    return number(document.pk, by=clerk, at=now)


def of_both(world: World, authority: Authority) -> tuple[OutgoingDocument, OutgoingDocument]:
    """One document of ward 12, one of ward 13; Vân is the clerk of both."""
    Position.objects.create(officer=world.van, unit=world.elsewhere, role=Role.CLERK, domains=[], from_on=BEGAN)
    head = officer("hanh", "Cao Thị Hạnh", world.elsewhere, Role.HEAD)
    here = numbered(authority, world.ward, world.minh, world.hoa, world.van)
    return here, numbered(authority, world.elsewhere, world.van, head, world.van)


def posted(client: Client, address: str, unit: Unit, **said: object) -> str:
    return text(client.post(f"{reverse(address)}?unit={unit.pk}", {"capacity": "agency"} | said, follow=True))


@pytest.mark.parametrize("who", ["lan", "minh", "hoa"])
def test_the_code_of_a_seal_is_sent_for_its_clerk_alone(
    world: World, signed_in: SignedIn, codes: dict[str, str], who: str
) -> None:
    client = signed_in(getattr(world, who))

    assert "Bạn không có quyền" in posted(client, "desk:sign-code", world.ward)
    assert codes == {}


def test_the_code_of_a_person_is_sent_for_that_person(world: World, signed_in: SignedIn, codes: dict[str, str]) -> None:
    posted(signed_in(world.minh), "desk:sign-code", world.ward, capacity="person")

    assert list(codes) == ["minh"]


def test_the_seal_is_that_of_the_unit_whose_documents_were_ticked(
    world: World, signed_in: SignedIn, authority: Authority, codes: dict[str, str]
) -> None:
    here, _ = of_both(world, authority)
    van = signed_in(world.van)

    posted(van, "desk:sign-code", world.elsewhere, ticked=[here.pk])
    assert list(codes) == ["seal-w12"]
    done = posted(van, "desk:sign-remotely", world.elsewhere, ticked=[here.pk], code=codes["seal-w12"])

    assert "Đã ký số của cơ quan lên 1 văn bản." in done
    assert course.again(here).state == State.SEALED


def test_documents_of_two_units_are_not_sealed_with_one_key(
    world: World, signed_in: SignedIn, authority: Authority, codes: dict[str, str]
) -> None:
    both, van = of_both(world, authority), signed_in(world.van)

    for address in ("desk:sign-code", "desk:sign-remotely"):
        said = posted(van, address, world.ward, ticked=[one.pk for one in both], code="1")
        assert "con dấu của nhiều cơ quan (Phường 12, Phường 13)" in said

    assert codes == {}
    assert {course.again(one).state for one in both} == {State.NUMBERED}
