"""Idle accounts, and the one-time codes of those who sign or administer."""

from collections.abc import Callable
from datetime import timedelta
from io import StringIO

import pytest
from axes.models import AccessAttempt
from django.core.management import call_command
from django.utils import timezone
from django_otp.oath import totp
from django_otp.plugins.otp_totp.models import TOTPDevice

from motcua.language import Refusal
from motcua.office.journal.models import Entry
from motcua.office.people import accounts
from motcua.office.people.accounts import (
    WRONG_CODE,
    change_password,
    confirm_code,
    deactivate,
    disable_idle,
    enable,
    prepare_code,
    renew_password,
    reset_code,
)
from motcua.office.people.models import Officer, Position, Role
from motcua.office.people.policy import NotAllowed, may
from tests.world import THURSDAY_MORNING, World, officer

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
        enable(world.lan.pk, by=world.hoa, at=THURSDAY_MORNING)
    enable(world.lan.pk, by=world.quan, at=THURSDAY_MORNING)

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


def kept(of: Officer) -> Officer:
    return Officer.objects.get(pk=of.pk)


def test_who_typed_wrong_passwords_too_often_is_let_in_again(world: World) -> None:
    AccessAttempt.objects.create(username="lan", ip_address="127.0.0.1", failures_since_start=5)

    enable(world.lan.pk, by=world.quan, at=THURSDAY_MORNING)

    assert not AccessAttempt.objects.exists()
    assert Entry.objects.get().act == "officer.enabled"


def test_a_deactivated_officer_may_nothing_whatever_positions_they_hold(world: World) -> None:
    deactivate(world.lan.pk, by=world.quan, at=THURSDAY_MORNING)

    assert not may(kept(world.lan), "dossier.receive", world.ward, None, ON)
    assert (Entry.objects.get().act, Entry.objects.get().subject) == ("officer.deactivated", "lan")


def test_a_lost_telephone_is_forgotten(world: World) -> None:
    confirm_code(world.hoa, code(prepare_code(world.hoa)))

    reset_code(world.hoa.pk, by=world.quan, at=THURSDAY_MORNING)

    assert not TOTPDevice.objects.exists()
    assert Entry.objects.get().act == "officer.code_reset"


def test_a_renewed_password_opens_until_the_officer_changes_it(world: World) -> None:
    first = renew_password(world.lan.pk, by=world.quan, at=THURSDAY_MORNING)
    lan = kept(world.lan)
    assert lan.check_password(first)
    assert lan.must_change_password

    change_password(lan, "ba con vịt qua cầu", at=THURSDAY_MORNING)

    assert kept(world.lan).check_password("ba con vịt qua cầu")
    assert not kept(world.lan).must_change_password
    assert [line.act for line in Entry.objects.order_by("serial")] == [
        "officer.password_renewed", "officer.password_changed",
    ]  # fmt: skip
    assert first not in "".join(line.new for line in Entry.objects.all())


ACTS: list[Callable[..., object]] = [enable, deactivate, reset_code, renew_password]


@pytest.mark.parametrize("act", ACTS)
def test_an_account_is_its_administrators_alone(world: World, act: Callable[..., object]) -> None:
    Position.objects.create(officer=world.lan, unit=world.elsewhere, role=Role.HEAD, from_on=ON)
    before = kept(world.lan).password

    for who in (world.hoa, world.quan, world.nam):
        with pytest.raises(NotAllowed):
            act(world.lan.pk, by=who, at=THURSDAY_MORNING)
    assert kept(world.lan).is_active
    assert kept(world.lan).password == before
    assert not Entry.objects.exists()

    act(world.lan.pk, by=officer("tu", "Tạ Văn Tư", world.district, Role.ADMINISTRATOR), at=THURSDAY_MORNING)
    assert Entry.objects.count() == 1


@pytest.mark.parametrize("act", ACTS[1:])
def test_nobody_does_so_to_their_own_account(world: World, act: Callable[..., object]) -> None:
    with pytest.raises(Refusal) as refused:
        act(world.quan.pk, by=world.quan, at=THURSDAY_MORNING)

    assert refused.value.words == accounts.OWN
    assert not Entry.objects.exists()


def test_who_left_is_administered_where_they_worked_last(world: World) -> None:
    Position.objects.filter(officer=world.lan).update(to_on=ON - timedelta(days=9))

    deactivate(world.lan.pk, by=world.quan, at=THURSDAY_MORNING)

    assert not kept(world.lan).is_active


def test_the_account_of_nobody_is_nobodys(world: World) -> None:
    stranger = Officer.objects.create(username="la", full_name="Người Lạ")

    with pytest.raises(NotAllowed):
        deactivate(stranger.pk, by=world.quan, at=THURSDAY_MORNING)
