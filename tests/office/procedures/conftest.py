"""Fixtures of the procedures' tests."""

import pytest

from motcua.office.people.models import Position
from tests.world import World


@pytest.fixture
def of_province(world: World) -> None:
    """Kim is procedure control of the province: what she releases counts in every unit."""
    Position.objects.filter(officer=world.kim).update(unit=world.province)
