"""The demonstration: real acts alone, dossiers in every state, sign-ins that work."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from motcua.language import Refusal
from motcua.office.dossiers.demonstration.cast import ABOVE, COMMUNE
from motcua.office.dossiers.demonstration.weeks import last_moment, play
from motcua.office.dossiers.models import Certification, Dossier, Leg, MediationCase, Slip, Status, Step
from motcua.office.journal.models import Entry
from motcua.office.people.accounts import shown_code
from motcua.office.people.models import Officer, Unit
from motcua.office.procedures.postings import missing
from tests.world import moment

pytestmark = pytest.mark.django_db
NOW = moment("2026-11-20 10:00")


def test_the_weeks_hold_dossiers_in_every_state_and_no_act_was_refused() -> None:
    played = play("một mật khẩu rất dài", NOW)

    assert played.refused == []
    seen = set(Dossier.objects.values_list("status", flat=True))
    assert seen >= set(Status) - {Status.FINANCIAL_DUTY}, "what waits for a duty has been paid by now"
    assert Entry.objects.filter(act="dossier.duty_paid").exists()
    assert set(Slip.objects.values_list("kind", flat=True)) >= {
        "receipt",
        "supplement",
        "refusal",
        "apology",
        "control",
    }
    assert Certification.objects.exists()
    assert Leg.objects.exists()
    assert MediationCase.objects.exists()
    assert not Dossier.objects.filter(received_at__gt=NOW).exists()
    commune = Unit.objects.get(unit_id="30112-2025")
    assert missing(commune, NOW.date())
    old = Step.objects.filter(unit__unit_id="30127", received_at__gt=moment("2025-07-01 00:00"))
    assert old.exists(), "the successor works on with dossiers of the old commune"
    lan = Officer.objects.get(username="lan")
    assert lan.check_password("một mật khẩu rất dài")
    assert len(shown_code("hoa")) == 6
    with pytest.raises(Refusal):
        shown_code("lan")


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
