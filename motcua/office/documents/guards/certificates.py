"""Guards of certificates: in force, and of who signs or of the unit whose seal it is."""

from datetime import datetime

from django.utils import timezone

from motcua.language import Refusal, Words, plain
from motcua.office.documents.certificates import Read, read
from motcua.office.documents.guards.signing import named
from motcua.office.documents.letterheads import named as called
from motcua.office.documents.models import Capacity, Certificate
from motcua.office.people.models import Officer, Unit

ENDED = Words(
    vi="Chứng thư số “{subject}” đã hết hạn từ {on}; hãy dùng chứng thư còn hạn.",
    en="The certificate “{subject}” ended on {on}; use one in force.",
)
NOT_BEGUN = Words(
    vi="Chứng thư số “{subject}” chưa có hiệu lực, bắt đầu từ {on}; hãy dùng chứng thư đang có hiệu lực.",
    en="The certificate “{subject}” is not in force before {on}; use one in force.",
)
RETIRED = Words(
    vi="Chứng thư số “{subject}” đã thôi dùng; hãy ký bằng chứng thư đang đăng ký.",
    en="The certificate “{subject}” is retired; sign with the one that is registered.",
)
NOT_REGISTERED = Words(
    vi="Chứng thư số “{subject}” không phải chứng thư đã đăng ký cho {holder}; hãy dùng chứng thư đã đăng ký, hoặc nhờ "
    "người quản trị đăng ký chứng thư này.",
    en="The certificate “{subject}” is not one registered for {holder}; use a registered one, or have the "
    "administrator register this one.",
)
OTHER_AGENCY = Words(
    vi="Chứng thư số mang tên “{subject}”, không phải con dấu của {unit}; hãy dùng chứng thư của chính cơ quan, hoặc "
    "nhờ người quản trị đăng ký chứng thư này.",
    en="The certificate is that of “{subject}”, not of the seal of {unit}; use that of the agency, or have the "
    "administrator register this one.",
)
OF_ANOTHER = Words(
    vi="Chứng thư số “{subject}” đã đăng ký cho người hoặc cơ quan khác.",
    en="The certificate “{subject}” is registered for somebody else.",
)
_LONGEST = 64  # letters of a name in a certificate: longer ones are cut


def usable(certificate: bytes, capacity: str, *, by: Officer, unit: Unit, at: datetime) -> Read:
    """What is read from the certificate (DER). Raises Refusal where it may not be signed with now, so.

    A person signs with a certificate of their own name; once some are registered for them, with one of these. A seal
    is one registered for the unit; while none is, one that bears the unit's name.
    """
    found, officer = read(certificate), by if capacity == Capacity.PERSON else None
    in_force(found, at)
    of_nobody_else(found, officer, unit)
    known = Certificate.objects.of(officer, unit)
    if known.filter(fingerprint=found.fingerprint, retired_at__isnull=False).exists():
        raise Refusal(RETIRED, subject=found.subject)
    if (registered := known.registered()).exists():
        if not registered.filter(fingerprint=found.fingerprint).exists():
            raise Refusal(NOT_REGISTERED, subject=found.subject, holder=officer or unit.name)
    elif officer is not None:
        named(certificate, officer)
    else:
        _sealed_by(found, unit)
    return found


def in_force(found: Read, at: datetime) -> None:
    """Raises Refusal where the certificate ended or has not begun."""
    if found.ends_at <= at:
        raise Refusal(ENDED, subject=found.subject, on=f"{timezone.localtime(found.ends_at):%d/%m/%Y}")
    if at < found.begins_at:
        raise Refusal(NOT_BEGUN, subject=found.subject, on=f"{timezone.localtime(found.begins_at):%d/%m/%Y}")


def of_nobody_else(found: Read, officer: Officer | None, unit: Unit) -> None:
    """Raises Refusal where it is registered for another person or another unit's seal."""
    there = Certificate.objects.registered().filter(fingerprint=found.fingerprint)
    if any((one.officer, one.officer or one.unit) != (officer, officer or unit) for one in there):
        raise Refusal(OF_ANOTHER, subject=found.subject)


def _sealed_by(found: Read, unit: Unit) -> None:
    wanted = {_comparable(name) for name in (called(unit).agency, unit.name)}
    if not any(_comparable(name) in wanted for name in (*found.names, *found.organisations)):
        raise Refusal(OTHER_AGENCY, subject=found.subject, unit=unit.name)


def _comparable(name: str) -> str:
    return plain(name).replace("ubnd", "uy ban nhan dan")[:_LONGEST]
