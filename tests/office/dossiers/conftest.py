"""Fixtures of the dossiers' tests."""

from pathlib import Path

import pytest
from pytest_django import Settings

from tests.office.dossiers.compared import Keys


@pytest.fixture
def keys(settings: Settings, tmp_path: Path) -> Keys:
    """Whom the office's authority gave certificates; the office trusts it from now on."""
    return Keys.made(settings, tmp_path)
