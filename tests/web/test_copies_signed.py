"""Digital copies signed from the queue: by the signing service and by the token, seen on the dossier's page."""

import json
from base64 import b64encode
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import Settings

from motcua.office.documents.models import Capacity
from motcua.office.dossiers.acts.copy_signing import sign_copy_with
from motcua.office.dossiers.acts.digitisation import certify_copy, digitise, scan_paper
from motcua.office.dossiers.models import CopySigning, DigitalCopy, Dossier
from motcua.office.dossiers.reuse import dossier_of
from motcua.signing.demo_service import demo_service
from motcua.signing.local.authority import Authority
from motcua.signing.local.keys import SoftKey
from motcua.signing.token.request import read_request, reply
from tests.office.documents import trusted
from tests.office.dossiers import life
from tests.office.records.scans import scan
from tests.web.conftest import SignedIn
from tests.web.reading import text
from tests.world import World

Codes = dict[str, str]
PASSWORD = "khoa-de-thu"
SIGN = "Ký số bản số hóa"


@pytest.fixture
def keys(world: World, settings: Settings, tmp_path: Path) -> dict[str, SoftKey]:
    """Of Vân, of Lan and of the ward's seal, as the signing service calls them."""
    now = timezone.now()
    begun = now - timedelta(days=2)
    authority: Authority = trusted.authority(settings, tmp_path, at=begun, listed=now - timedelta(hours=1))
    return {
        "van": authority.person(world.van.full_name, "Phường 12", at=begun),
        "lan": authority.person(world.lan.full_name, "Phường 12", at=begun),
        f"seal-{world.ward.unit_id}": authority.agency("Ủy ban nhân dân phường 12", at=begun),
    }


@pytest.fixture
def at_once() -> int:
    """How many the service signs with one code."""
    return 100


@pytest.fixture
def codes(keys: dict[str, SoftKey], settings: Settings, tmp_path: Path, at_once: int) -> Iterator[Codes]:
    """What the service sent to whom."""
    files = {}
    for name, key in keys.items():
        files[name] = tmp_path / f"{name}.p12"
        files[name].write_bytes(key.exported(PASSWORD))
    sent: Codes = {}
    with demo_service(files, PASSWORD.encode(), "token", sent.__setitem__, at_once=at_once) as (address, _):
        settings.SIGNING_SERVICE, settings.SIGNING_BEARER = address, "token"
        yield sent


def scanned(world: World) -> DigitalCopy:
    return digitise(life.settled(world).pk, contents=[scan()], by=world.van, at=timezone.now())


def queue(client: Client, **asked: int) -> str:
    return text(client.get(reverse("desk:signing"), asked))


def page(client: Client, dossier: Dossier) -> str:
    return text(client.get(reverse("desk:dossier", args=[dossier.pk])))


def signed_remotely(client: Client, codes: Codes, whose: str, capacity: Capacity, *copies: DigitalCopy) -> str:
    said: dict[str, object] = {"of": "copy", "capacity": capacity.value}
    client.post(reverse("desk:sign-code"), said)
    said |= {"ticked": [copy.pk for copy in copies], "code": codes[whose], "compared": "1"}
    return text(client.post(reverse("desk:sign-remotely"), said, follow=True))


def now(copy: DigitalCopy) -> DigitalCopy:
    return DigitalCopy.objects.select_related("signed__verdict").get(pk=copy.pk)


def test_copies_are_compared_and_signed_many_at_once_then_sealed_and_the_page_says_so(
    world: World, signed_in: SignedIn, codes: Codes
) -> None:
    van, copies = signed_in(world.van), [scanned(world), scanned(world)]
    dossier = dossier_of(copies[0])
    assert "Bản số hóa chờ tôi đối chiếu, ký số (2)" in queue(van)
    assert SIGN in page(van, dossier)

    done = signed_remotely(van, codes, "van", Capacity.PERSON, *copies)
    assert "Đã đối chiếu và ký số 2 bản số hóa." in done
    assert "Bản số hóa chờ ký số của cơ quan (2)" in done
    done = signed_remotely(van, codes, f"seal-{world.ward.unit_id}", Capacity.AGENCY, *copies)
    assert "Đã ký số của cơ quan lên 2 bản số hóa." in done

    shown = page(van, dossier)
    assert "chữ ký số của cán bộ: Hợp lệ" in shown and "chữ ký số của cơ quan: Hợp lệ" in shown
    assert "Đối chiếu và ký số bản số hóa" in shown and "Cơ quan ký số bản số hóa" in shown
    assert SIGN not in shown
    answer = van.get(reverse("desk:signed-copy", args=[copies[0].pk]))
    assert answer.getvalue().startswith(scan().getvalue())
    assert answer["Content-Disposition"] == f'inline; filename="ket-qua-da-ky-{dossier.code}.pdf"'
    assert answer["Cache-Control"] == "private, no-store"
    assert signed_in(world.nam).get(reverse("desk:signed-copy", args=[copies[0].pk])).status_code == 404


@pytest.mark.parametrize("at_once", [1])
def test_at_a_service_that_signs_one_with_a_code_the_first_is_taken_and_the_rest_asks_for_another(
    world: World, signed_in: SignedIn, codes: Codes
) -> None:
    van, copies = signed_in(world.van), [scanned(world), scanned(world)]

    done = signed_remotely(van, codes, "van", Capacity.PERSON, *copies)

    assert "Đã đối chiếu và ký số 1 bản số hóa." in done
    assert "Chưa ký được 1 bản số hóa:" in done
    assert "Mỗi mã xác nhận chỉ ký được 1 tệp ở dịch vụ ký này; hãy yêu cầu mã mới để ký phần còn lại." in done
    assert [now(copy).signed is not None for copy in copies] == [True, False]

    done = signed_remotely(van, codes, "van", Capacity.PERSON, *copies[1:])
    assert "Đã đối chiếu và ký số 1 bản số hóa." in done
    assert now(copies[1]).signed is not None
    assert CopySigning.objects.count() == 2


def test_who_does_not_say_that_they_compared_signs_nothing(world: World, signed_in: SignedIn, codes: Codes) -> None:
    copy, van = scanned(world), signed_in(world.van)
    said = {"of": "copy", "capacity": "person", "ticked": [copy.pk], "code": "1"}
    for address in ("desk:sign-remotely", "desk:sign-token"):
        shown = text(van.post(reverse(address), said, follow=True))
        assert "Chữ ký của bạn là xác nhận đã đối chiếu" in shown
    assert not CopySigning.objects.exists()


def test_a_token_signs_copies_and_a_reply_sent_twice_signs_once(
    world: World, signed_in: SignedIn, keys: dict[str, SoftKey]
) -> None:
    copies, van, key = [scanned(world), scanned(world)], signed_in(world.van), keys["van"]
    chain = key.chain()
    issuers = [b64encode(one).decode() for one in chain.issuers]
    certificate = json.dumps({"certificate": b64encode(chain.certificate).decode(), "issuers": issuers})
    said = {"of": "copy", "capacity": "person", "compared": "1", "ticked": [copy.pk for copy in copies]}
    assert f'name="ticked" value="{copies[0].pk}"' in van.post(reverse("desk:sign-token"), said).content.decode()

    asked = van.post(reverse("desk:sign-ask"), said | {"certificate": certificate})
    request = json.loads(asked.context["request_json"])
    assert [item["title"].split(":")[0] for item in request["items"]] == [dossier_of(one).code for one in copies]
    asked_of_agent = read_request(request)
    signatures = {one.id: key.sign(one.said) for one in asked_of_agent.items}
    told = json.dumps(reply(asked_of_agent, signatures))
    answered = {
        "of": "copy", "capacity": "person", "certificate": certificate, "reply": told,
        "request": [one.pk for one in CopySigning.objects.order_by("pk")],
    }  # fmt: skip
    for _ in range(2):
        shown = text(van.post(reverse("desk:sign-answer"), answered, follow=True))
        assert "Đã đối chiếu và ký số 2 bản số hóa." in shown
    assert CopySigning.objects.filter(answered_at__isnull=False).count() == 2
    assert all(now(copy).signed for copy in copies)


def test_what_others_scanned_is_listed_for_its_dossier_alone(
    world: World, signed_in: SignedIn, keys: dict[str, SoftKey]
) -> None:
    copy, minh, nam = scanned(world), signed_in(world.minh), signed_in(world.nam)
    dossier = dossier_of(copy)
    Dossier.objects.filter(pk=dossier.pk).update(holder=None)
    assert dossier.code not in queue(minh)
    assert dossier.code in queue(minh, dossier=dossier.pk)
    assert dossier.code not in queue(nam, dossier=dossier.pk)
    assert SIGN not in page(signed_in(world.hoa), dossier)


def test_a_copy_compared_without_a_key_is_called_compared_and_not_signed(world: World, signed_in: SignedIn) -> None:
    dossier = life.received(world)
    copy = scan_paper(dossier.pk, 2, contents=[scan()], by=world.lan, at=timezone.now())
    certify_copy(dossier.pk, copy.pk, by=world.lan, at=timezone.now())
    shown = page(signed_in(world.lan), dossier)
    assert "đã đối chiếu, chưa ký số" in shown
    assert SIGN not in shown  # nothing signs here


def test_before_the_return_it_is_said_that_the_copy_is_not_signed_and_nobody_is_stopped(
    world: World, signed_in: SignedIn, keys: dict[str, SoftKey]
) -> None:
    dossier, lan, at = life.at_desk(world), signed_in(world.lan), timezone.now()
    copy = digitise(dossier.pk, contents=[scan()], by=world.lan, at=at)
    warning = "Bản số hóa kết quả chưa đủ chữ ký số hợp lệ"
    assert warning in page(lan, dossier)
    sign_copy_with(keys["lan"], copy.pk, Capacity.PERSON, by=world.lan, at=at)
    assert warning in page(lan, dossier)
    sign_copy_with(keys[f"seal-{world.ward.unit_id}"], copy.pk, Capacity.AGENCY, by=world.van, at=at)
    assert warning not in page(lan, dossier)
    other = life.at_desk(world)
    digitise(other.pk, contents=[scan()], by=world.lan, at=at)
    lan.post(reverse("desk:act", args=[other.pk, "return"]), {"return-to": "Phạm Văn Bình", "return-way": "counter"})
    assert Dossier.objects.get(pk=other.pk).status == "returned"
