"""One world for all tests of signing: keys are slow to make."""

import pytest

from tests.signing.world import World


@pytest.fixture(scope="session")
def world() -> World:
    return World.made()
