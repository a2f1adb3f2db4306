"""Accounts: idle ones disabled, disabled ones let in again, and the one-time codes of those who sign or administer."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django_otp.oath import TOTP
from django_otp.plugins.otp_totp.models import TOTPDevice

from motcua.language import Refusal, Words
from motcua.office.journal.writing import write
from motcua.office.people import policy
from motcua.office.people.models import Officer, Unit

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


@transaction.atomic
def disable_idle(*, at: datetime) -> list[Officer]:
    """Disable accounts nobody signed in with for as many days as settings say; one journal line for each.

    Who never signed in is idle where no position of theirs began in that time.
    """
    since = at - timedelta(days=settings.IDLE_ACCOUNT_DAYS)
    seen = Q(last_seen_at__gt=since) | Q(last_login__gt=since)
    unseen = Q(last_seen_at=None, last_login=None)
    begun = unseen & Q(positions__from_on__gt=timezone.localdate(since))
    idle = list(Officer.objects.select_for_update(of=("self",)).filter(is_active=True).exclude(
        pk__in=Officer.objects.filter(seen | begun).values("pk")
    ).order_by("pk"))  # fmt: skip
    for officer in idle:
        _set_active(officer, False)
        last = officer.positions.select_related("unit").order_by("-from_on").first()
        chain = NO_OFFICE if last is None else last.unit.unit_id
        rule = f"idle {settings.IDLE_ACCOUNT_DAYS} days"
        write("officer.disabled", officer.username, unit=chain, by="motcua", authority=rule, at=at)
    return idle


@transaction.atomic
def enable(officer: Officer, *, unit: Unit, by: Officer, at: datetime) -> None:
    """Let a disabled account in again; its idle days count anew."""
    term = policy.authorise(by, "officer.administer", unit, None, timezone.localdate(at))
    officer.last_seen_at = at
    _set_active(officer, True)
    write("officer.enabled", officer.username, unit=unit.unit_id, by=by.username, authority=str(term), at=at)


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
