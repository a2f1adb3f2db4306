"""Signing in, being locked, coming back; and a database that is gone."""

import time
from datetime import timedelta

import pytest
from django.contrib.auth.hashers import make_password
from django.db import OperationalError
from django.db.backends.utils import CursorWrapper
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_otp.oath import TOTP
from django_otp.plugins.otp_totp.models import TOTPDevice

from motcua.office.people.accounts import renew_password
from motcua.office.people.models import Officer
from tests.web.conftest import SignedIn
from tests.world import World

PASSWORD = "cau-lanh-nho-song-tien"
SIGN_IN, CODE, WORK = "/sign-in/", "/sign-in/code/", "/"


@pytest.fixture
def officers(world: World) -> World:
    Officer.objects.update(password=make_password(PASSWORD))
    for officer in (world.lan, world.hoa):
        officer.refresh_from_db()
    return world


def sign_in(client: Client, username: str, password: str = PASSWORD) -> tuple[int, str]:
    answer = client.post(SIGN_IN, {"username": username, "password": password})
    return answer.status_code, answer.headers.get("Location", "")


def token(officer: Officer) -> str:
    device = TOTPDevice.objects.get(user=officer)
    return f"{TOTP(device.bin_key).token():06d}"


def idle(client: Client, minutes: float) -> None:
    session = client.session
    session["seen_at"] = int(time.time() - minutes * 60)
    session.save()


def test_an_officer_signs_in_and_comes_to_the_page_asked_for(officers: World) -> None:
    client = Client()
    answer = client.post(SIGN_IN, {"username": "lan", "password": PASSWORD, "next": "/search/"})
    assert (answer.status_code, answer["Location"]) == (302, "/search/")
    assert Officer.objects.get(username="lan").last_seen_at is not None


def test_the_page_asked_for_is_never_elsewhere(officers: World) -> None:
    answer = Client().post(SIGN_IN, {"username": "lan", "password": PASSWORD, "next": "https://elsewhere.example/"})
    assert answer["Location"] == WORK


def test_a_wrong_password_says_so_and_keeps_the_name(officers: World) -> None:
    said = Client().post(SIGN_IN, {"username": "lan", "password": "wrong"}).content.decode()
    assert "mật khẩu không đúng" in said
    assert 'value="lan"' in said


def test_after_five_wrong_passwords_the_right_one_is_not_taken(officers: World) -> None:
    client = Client()
    for _ in range(5):
        sign_in(client, "lan", "wrong")
    assert sign_in(client, "lan")[0] == 429
    assert sign_in(client, "minh")[0] == 302


def test_an_account_idle_for_46_days_is_closed(officers: World) -> None:
    Officer.objects.update(last_seen_at=timezone.now() - timedelta(days=46))
    assert sign_in(Client(), "lan")[0] == 200


def test_who_signs_sets_up_a_device_then_needs_its_code(officers: World) -> None:
    client = Client()
    assert sign_in(client, "hoa") == (302, CODE)
    assert client.get(CODE)["Location"] == "/sign-in/code/new/"
    assert "data:image/svg" in client.get("/sign-in/code/new/").content.decode()
    assert client.post("/sign-in/code/new/", {"code": "000000"}).status_code == 200
    TOTPDevice.objects.update(throttling_failure_count=0, throttling_failure_timestamp=None)
    assert client.post("/sign-in/code/new/", {"code": token(officers.hoa)}).status_code == 302
    assert client.get(WORK).status_code == 200

    TOTPDevice.objects.update(last_t=-1)
    again = Client()
    assert sign_in(again, "hoa") == (302, CODE)
    assert again.get(WORK)["Location"] == CODE
    assert "Mã không đúng" in again.post(CODE, {"code": "123456"}).content.decode()
    TOTPDevice.objects.update(throttling_failure_count=0, throttling_failure_timestamp=None)
    assert again.post(CODE, {"code": token(officers.hoa)}).status_code == 302
    assert again.get(WORK).status_code == 200


def test_a_code_is_taken_once(officers: World, signed_in: SignedIn) -> None:
    signed_in(officers.hoa)
    first, second = Client(), Client()
    for client, expected in ((first, 302), (second, 200)):
        sign_in(client, "hoa")
        assert client.post(CODE, {"code": token(officers.hoa)}).status_code == expected


@pytest.mark.parametrize(("who", "minutes", "status"), [("lan", 14, 200), ("lan", 15, 403), ("hoa", 14, 200)])
def test_a_session_locks_after_a_quarter_of_an_hour(
    world: World, signed_in: SignedIn, who: str, minutes: int, status: int
) -> None:
    client = signed_in(getattr(world, who))
    idle(client, minutes)
    assert client.get(WORK).status_code == status


@pytest.mark.parametrize(("minutes", "status"), [(4, 200), (5, 403)])
def test_that_of_an_administrator_after_five_minutes(
    world: World, signed_in: SignedIn, minutes: int, status: int
) -> None:
    client = signed_in(world.quan)
    idle(client, minutes)
    assert client.get(reverse("shared:password")).status_code == status


def test_a_form_on_its_way_goes_on_after_the_lock(officers: World, signed_in: SignedIn) -> None:
    client = signed_in(officers.lan)
    idle(client, 20)
    locked = client.post("/search/", {"words": "Phạm Văn Bình"})
    assert locked.status_code == 403
    assert 'value="Phạm Văn Bình"' in locked.content.decode()

    sent = {"username": "lan", "password": PASSWORD, "address": "/search/", "words": "Phạm Văn Bình"}
    again = client.post("/sign-in/again/", sent).content.decode()
    assert 'action="/search/"' in again
    assert 'value="Phạm Văn Bình"' in again
    assert PASSWORD not in again
    assert client.get(WORK).status_code == 200


def test_a_wrong_password_at_the_lock_keeps_what_was_typed(officers: World) -> None:
    sent = {"username": "lan", "password": "wrong", "address": "/search/", "words": "Bình"}
    answer = Client().post("/sign-in/again/", sent)
    assert answer.status_code == 403
    assert 'value="Bình"' in answer.content.decode()


def test_a_database_that_is_gone_is_said_and_what_was_typed_can_be_sent_again(
    world: World, signed_in: SignedIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = signed_in(world.lan)
    client.raise_request_exception = False

    def gone(*_: object, **__: object) -> None:
        raise OperationalError("connection refused")

    monkeypatch.setattr(CursorWrapper, "execute", gone)
    answer = client.post("/search/", {"words": "Phạm Văn Bình"})
    monkeypatch.undo()
    assert answer.status_code == 503
    said = answer.content.decode()
    assert "chưa có gì bị mất" in said
    assert 'value="Phạm Văn Bình"' in said


def test_a_new_password_must_be_long(officers: World, signed_in: SignedIn) -> None:
    client = signed_in(officers.lan)
    sent = {"old_password": PASSWORD, "new_password1": "short-one", "new_password2": "short-one"}
    assert client.post(reverse("shared:password"), sent).status_code == 200
    sent |= {"new_password1": "ba-con-vit-qua-cau", "new_password2": "ba-con-vit-qua-cau"}
    assert client.post(reverse("shared:password"), sent).status_code == 302
    assert client.get(WORK).status_code == 200
    assert sign_in(Client(), "lan", "ba-con-vit-qua-cau")[0] == 302


def test_a_first_password_opens_nothing_but_the_page_that_changes_it(officers: World) -> None:
    first = renew_password(officers.lan.pk, by=officers.quan, at=timezone.now())
    client, place = Client(), reverse("shared:password")
    assert sign_in(client, "lan", first) == (302, WORK)
    assert client.get(WORK)["Location"] == client.get("/search/")["Location"] == place
    assert "người quản trị cấp" in client.get(place).content.decode()

    same = {"old_password": first, "new_password1": first, "new_password2": first}
    assert "phải khác mật khẩu đang dùng" in client.post(place, same).content.decode()
    new = {"old_password": first, "new_password1": "ba-con-vit-qua-cau", "new_password2": "ba-con-vit-qua-cau"}
    assert client.post(place, new)["Location"] == WORK
    assert client.get(WORK).status_code == 200
