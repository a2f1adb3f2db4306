"""Fixtures of the office's tests: the world, in a real database."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_django import Settings

from tests.office.mailbox import Mailbox, serving
from tests.world import World, build


@pytest.fixture(autouse=True)
def files(settings: Settings, tmp_path: Path) -> Path:
    """Where uploaded files lie: a folder of the test."""
    settings.FILES = tmp_path / "files"
    return tmp_path / "files"


@pytest.fixture
def world(db: None) -> World:
    return build()


@pytest.fixture
def server() -> Iterator[tuple[Mailbox, int]]:
    """A mail server, and its port."""
    with serving() as served:
        yield served


@pytest.fixture
def mailbox(server: tuple[Mailbox, int], settings: Settings, tmp_path: Path) -> Mailbox:
    """What a mail server takes in that the settings name."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", server[1]
    settings.DATA = tmp_path
    return server[0]
