"""Fixtures of the office's tests: the world, in a real database."""

import pytest

from tests.world import World, build


@pytest.fixture
def world(db: None) -> World:
    return build()
