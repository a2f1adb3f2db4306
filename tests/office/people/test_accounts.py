"""Idle accounts, and the one-time codes of those who sign or administer."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone
from django_otp.oath import totp
from django_otp.plugins.otp_totp.models import TOTPDevice

from motcua.language import Refusal
from motcua.office.journal.models import Entry
from motcua.office.people.accounts import WRONG_CODE, confirm_code, disable_idle, enable, prepare_code
from motcua.office.people.models import Officer, Position
from motcua.office.people.policy import NotAllowed, may
from tests.world import THURSDAY_MORNING, World

ON = THURSDAY_MORNING.date()


def seen(officer: Officer, days_ago: int) -> None:
    Officer.objects.filter(pk=officer.pk).update(last_seen_at=THURSDAY_MORNING - timedelta(days=days_ago))


def test_accounts_idle_for_45_days_are_disabled_with_a_line_each(world: World) -> None:
    Officer.objects.update(last_seen_at=THURSDAY_MORNING)
    seen(world.lan, 45)
    seen(world.minh, 44)

    assert disable_idle(at=THURSDAY_MORNING) == [world.lan]
    assert not may(Officer.objects.get(pk=world.lan.pk), "dossier.receive", world.ward, None, ON)
    assert (Entry.objects.get().act, Entry.objects.get().unit) == ("officer.disabled", "w12")
    assert disable_idle(at=THURSDAY_MORNING) == []


def test_who_never_signed_in_has_as_long_from_the_beginning_of_their_position(world: World) -> None:
    Officer.objects.exclude(pk__in=[world.lan.pk, world.minh.pk]).update(last_seen_at=THURSDAY_MORNING)
    Position.objects.filter(officer=world.minh).update(from_on=ON - timedelta(days=44))

    assert disable_idle(at=THURSDAY_MORNING) == [world.lan]


def test_the_administrator_lets_a_disabled_account_in_again(world: World) -> None:
    disable_idle(at=THURSDAY_MORNING)
    world.quan.is_active = True
    world.lan.refresh_from_db()

    with pytest.raises(NotAllowed):
        enable(world.lan, unit=world.ward, by=world.hoa, at=THURSDAY_MORNING)
    enable(world.lan, unit=world.ward, by=world.quan, at=THURSDAY_MORNING)

    assert Officer.objects.get(pk=world.lan.pk).is_active
    assert world.lan not in disable_idle(at=THURSDAY_MORNING)


def test_the_command_disables_by_the_clock(world: World) -> None:
    Officer.objects.update(last_seen_at=timezone.now())
    Officer.objects.filter(pk=world.lan.pk).update(last_seen_at=timezone.now() - timedelta(days=46))
    said = StringIO()

    call_command("disable_idle_accounts", stdout=said)

    assert "1 tài khoản" in said.getvalue()


def code(device: TOTPDevice) -> str:
    return f"{totp(device.bin_key):06d}"


def test_a_prepared_key_counts_once_the_officer_has_shown_a_code_of_it(world: World) -> None:
    device = prepare_code(world.hoa)

    assert device.config_url.startswith("otpauth://totp/")
    assert not device.confirmed
    assert confirm_code(world.hoa, code(device)).confirmed


def test_preparing_again_forgets_the_key_not_yet_in_use_and_confirming_the_earlier_one(world: World) -> None:
    first = prepare_code(world.hoa)
    confirm_code(world.hoa, code(first))
    prepare_code(world.hoa)
    third = prepare_code(world.hoa)
    confirm_code(world.hoa, code(third))

    assert list(TOTPDevice.objects.filter(user=world.hoa)) == [third]


def test_a_wrong_code_is_refused_and_stays_counted(world: World) -> None:
    device = prepare_code(world.hoa)
    wrong = f"{(int(code(device)) + 1) % 1_000_000:06d}"

    with pytest.raises(Refusal) as refused:
        confirm_code(world.hoa, wrong)

    assert refused.value.words == WRONG_CODE
    device.refresh_from_db()
    assert not device.confirmed
    assert device.throttling_failure_count == 1
