"""Fixtures of the pages' tests: the world, and clients signed in as one of its officers."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django_otp import DEVICE_ID_SESSION_KEY
from django_otp.plugins.otp_totp.models import TOTPDevice
from pytest_django import Settings

from motcua.office.people.models import Officer, Role
from motcua.office.procedures.models import Process
from tests.web.reading import text
from tests.world import World, build, officer

SignedIn = Callable[[Officer], Client]


@pytest.fixture(autouse=True)
def files(settings: Settings, tmp_path: Path) -> None:
    """Where uploaded files lie: a folder of the test."""
    settings.FILES = tmp_path / "files"


@pytest.fixture
def world(db: None) -> World:
    return build()


@pytest.fixture
def signed_in() -> SignedIn:
    """A browser of an officer, past the password and the code."""

    def make(officer: Officer) -> Client:
        client = Client()
        client.force_login(officer, backend=settings.AUTHENTICATION_BACKENDS[-1])
        device = TOTPDevice.objects.create(user=officer, confirmed=True)
        session = client.session
        session[DEVICE_ID_SESSION_KEY] = device.persistent_id
        session.save()
        return client

    return make


@pytest.fixture
def tam(world: World) -> Officer:
    """Procedure control of the province."""
    return officer("tam", "Châu Thành Tâm", world.province, Role.CONTROL)


@pytest.fixture
def of_province(tam: Officer, signed_in: SignedIn) -> Client:
    return signed_in(tam)


@pytest.fixture
def of_ward(world: World, signed_in: SignedIn) -> Client:
    """Procedure control of ward 12."""
    return signed_in(officer("kiet", "Hồ Văn Kiệt", world.ward, Role.CONTROL))


@pytest.fixture
def draft(world: World, signed_in: SignedIn) -> tuple[Client, int]:
    """The head, and the draft of a process for births."""
    hoa = signed_in(world.hoa)
    where = reverse("desk:process-draft", args=[world.versions["birth"].pk])
    assert "Đã lập bản nháp quy trình số 1" in text(hoa.post(where, follow=True))
    return hoa, Process.objects.get().pk
