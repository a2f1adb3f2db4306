"""Fixtures of the office's tests: the world, in a real database."""

from pathlib import Path

import pytest
from pytest_django import Settings

from tests.world import World, build


@pytest.fixture(autouse=True)
def files(settings: Settings, tmp_path: Path) -> Path:
    """Where uploaded files lie: a folder of the test."""
    settings.FILES = tmp_path / "files"
    return tmp_path / "files"


@pytest.fixture
def world(db: None) -> World:
    return build()
