"""The demonstration: into an empty database alone, and its codes of sign-in."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from motcua.office.dossiers.demonstration.cast import ABOVE, COMMUNE
from motcua.office.dossiers.demonstration.weeks import last_moment
from motcua.office.people.models import Officer
from tests.world import moment

pytestmark = pytest.mark.django_db
NOW = moment("2026-11-20 10:00")


def test_a_day_without_a_published_calendar_stands_back_to_the_last_year_that_has_one() -> None:
    assert last_moment(NOW) == NOW
    assert last_moment(NOW + timedelta(days=3650)) < moment("2027-01-01 00:00")


def test_the_demonstration_goes_into_an_empty_database_only(world: object) -> None:
    with pytest.raises(CommandError):
        call_command("demonstrate")
    call_command("demonstrate", once=True)

    assert not Officer.objects.filter(username="mai").exists()


def test_codes_of_real_people_are_shown_to_nobody(world: object) -> None:
    said = StringIO()
    with pytest.raises(CommandError):
        call_command("one_time_code", "hoa", stdout=said)
    assert said.getvalue() == ""


def test_every_officer_of_the_demonstration_has_another_name() -> None:
    names = [username for people in (COMMUNE, ABOVE) for username, _ in people.values()]

    assert len(set(names)) == len(names)
