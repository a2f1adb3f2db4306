"""Fixtures of the pages' tests: the world, and clients signed in as one of its officers."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from django_otp import DEVICE_ID_SESSION_KEY
from django_otp.plugins.otp_totp.models import TOTPDevice
from pytest_django import Settings

from motcua.office.people.models import Officer
from tests.world import World, build

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
