"""Accounts: disabled, let in again, passwords told and changed, one-time codes of those who sign or administer."""

import secrets
from datetime import datetime, timedelta

from axes.utils import reset
from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django_otp.oath import TOTP
from django_otp.plugins.otp_totp.models import TOTPDevice

from motcua.language import Refusal, Words
from motcua.office.journal.writing import write
from motcua.office.people.administering import belongs_to, over
from motcua.office.people.models import Officer

CODE_NAME = "motcua"
DEMONSTRATION = "demonstration"  # devices whose codes a command shows: those of invented officers alone
NO_OFFICE = "accounts"  # the chain of officers that never held a position
NOT_SHOWN = Words(
    vi="“{username}” không phải người ký hoặc quản trị của bản trình diễn; mã của người thật chỉ ở điện thoại của họ.",
    en="“{username}” is nobody of the demonstration who signs or administers; real people have their codes on "
    "their own telephones alone.",
)
WRONG_CODE = Words(
    vi="Mã xác nhận không đúng hoặc đã hết hạn; hãy kiểm tra giờ của điện thoại và nhập mã mới.",
    en="The code is wrong or too old; check the clock of the telephone and enter a new one.",
)

OWN = Words(
    vi="{officer} không thể tự làm việc này với tài khoản của mình; hãy nhờ người quản trị khác.",
    en="{officer} cannot do this to their own account; ask another administrator.",
)


@transaction.atomic
def disable_idle(*, at: datetime) -> list[Officer]:
    """Disable accounts nobody signed in with for as many days as settings say; one journal line for each.

    Who never signed in is idle where no position of theirs began in that time.
    """
    since = at - timedelta(days=settings.IDLE_ACCOUNT_DAYS)
    seen = Q(last_seen_at__gt=since) | Q(last_login__gt=since)
    unseen = Q(last_seen_at=None, last_login=None)
    begun = unseen & Q(positions__from_on__gt=timezone.localdate(since))
    idle = list(Officer.objects.select_for_update(of=("self",), no_key=True).filter(is_active=True).exclude(
        pk__in=Officer.objects.filter(seen | begun).values("pk")
    ).order_by("pk"))  # fmt: skip
    for officer in idle:
        _set_active(officer, False)
        rule = f"idle {settings.IDLE_ACCOUNT_DAYS} days"
        write("officer.disabled", officer.username, unit=_chain(officer, at), by="motcua", authority=rule, at=at)
    return idle


@transaction.atomic
def enable(officer: int, *, by: Officer, at: datetime) -> None:
    """Let in again who was disabled or typed wrong passwords too often; the account's idle days count anew."""
    kept = _kept(officer)
    kept.last_seen_at = at
    _set_active(kept, True)
    reset(username=kept.username)
    _journal("officer.enabled", kept, by=by, at=at)


@transaction.atomic
def deactivate(officer: int, *, by: Officer, at: datetime) -> None:
    """Close an account at once, whatever positions it holds. Raises Refusal for the administrator's own."""
    kept = _of_another(officer, by)
    _set_active(kept, False)
    _journal("officer.deactivated", kept, by=by, at=at)


@transaction.atomic
def reset_code(officer: int, *, by: Officer, at: datetime) -> None:
    """Forget a lost telephone: the next sign-in sets a new one up. Raises Refusal for the administrator's own."""
    kept = _of_another(officer, by)
    TOTPDevice.objects.filter(user=kept).delete()
    _journal("officer.code_reset", kept, by=by, at=at)


@transaction.atomic
def renew_password(officer: int, *, by: Officer, at: datetime) -> str:
    """A new first password, told once, for who forgot theirs. Raises Refusal for the administrator's own."""
    kept = _of_another(officer, by)
    password = set_first_password(kept)
    kept.save(update_fields=["password", "must_change_password"])
    _journal("officer.password_renewed", kept, by=by, at=at)
    return password


@transaction.atomic
def change_password(officer: Officer, password: str, *, at: datetime) -> None:
    """The officer's own act; the forms have looked at the password. Ends the time of a first password."""
    officer.set_password(password)
    officer.must_change_password = False
    officer.save(update_fields=["password", "must_change_password"])
    write("officer.password_changed", officer.username, unit=_chain(officer, at), by=officer.username, authority="own",
          at=at)  # fmt: skip


def set_first_password(officer: Officer) -> str:
    """A random password that opens nothing but the page on which it is changed. The officer is not saved."""
    password = "-".join(secrets.token_hex(2) for _ in range(4))
    officer.set_password(password)
    officer.must_change_password = True
    return password


@transaction.atomic
def prepare_code(officer: Officer) -> TOTPDevice:
    """A new key for one-time codes, not yet in use; its `config_url` is what the QR code shows to the telephone."""
    TOTPDevice.objects.filter(user=officer, confirmed=False).delete()
    return TOTPDevice.objects.create(user=officer, name=CODE_NAME, confirmed=False)


def confirm_code(officer: Officer, code: str) -> TOTPDevice:
    """The officer shows that their telephone has the prepared key: it takes the place of an earlier one.

    Raises Refusal for a wrong code, which stays counted, TOTPDevice.DoesNotExist where no key was prepared.
    """
    device = TOTPDevice.objects.get(user=officer, confirmed=False)
    if not device.verify_token(code):
        raise Refusal(WRONG_CODE)
    with transaction.atomic():
        TOTPDevice.objects.filter(user=officer, confirmed=True).delete()
        device.confirmed = True
        device.save()
    return device


def shown_code(username: str) -> str:
    """The one-time code of now, of an officer of the demonstration. Raises Refusal for anybody else."""
    device = TOTPDevice.objects.filter(user__username=username, name=DEMONSTRATION, confirmed=True).first()
    if device is None:
        raise Refusal(NOT_SHOWN, username=username)
    counted = TOTP(device.bin_key, device.step, device.t0, device.digits, device.drift)
    return f"{counted.token():0{device.digits}d}"


def _set_active(officer: Officer, active: bool) -> None:
    officer.is_active = active
    officer.save(update_fields=["is_active", "last_seen_at"])


def _kept(officer: int) -> Officer:
    return Officer.objects.select_for_update(no_key=True).get(pk=officer)


def _of_another(officer: int, by: Officer) -> Officer:
    if officer == by.pk:
        raise Refusal(OWN, officer=by)
    return _kept(officer)


def _chain(officer: Officer, at: datetime) -> str:
    return next((unit.unit_id for unit in belongs_to(officer, timezone.localdate(at))), NO_OFFICE)


def _journal(act: str, officer: Officer, *, by: Officer, at: datetime) -> None:
    unit, term = over(officer, by=by, at=at)
    write(act, officer.username, unit=unit.unit_id, by=by.username, authority=str(term), at=at)
