"""An administrator registers with which certificates officers sign and units seal, and retires them."""

from datetime import datetime
from typing import BinaryIO

from django.db import transaction
from django.utils import timezone

from motcua.language import Refusal, Words
from motcua.office.documents.certificates import AT_MOST, Read, read
from motcua.office.documents.guards import certificates as guards
from motcua.office.documents.guards.drafting import written
from motcua.office.documents.guards.signing import named
from motcua.office.documents.models import Certificate
from motcua.office.journal.writing import write
from motcua.office.people.models import Officer, Unit
from motcua.office.people.policy import ADMINISTER, authorise, lasting

REASON = Words(vi="lý do thôi dùng", en="the reason")
KNOWN = Words(vi="Chứng thư số “{subject}” đã được đăng ký.", en="The certificate “{subject}” is registered already.")
GONE = Words(vi="Chứng thư số “{subject}” đã thôi dùng.", en="The certificate “{subject}” is retired already.")
ELSEWHERE = Words(vi="{officer} không làm việc ở {unit}.", en="{officer} does not work in {unit}.")


@transaction.atomic
def register_certificate(
    unit: Unit, *, officer: Officer | None = None, content: BinaryIO, by: Officer, at: datetime
) -> Certificate:
    """With this certificate the officer signs, or the unit seals where none is named; what it says the server reads."""
    authority = str(authorise(by, ADMINISTER, unit, None, timezone.localdate(at)))
    found = read(content.read(AT_MOST))
    _fits(found, officer, unit, at)
    rows = Certificate.objects.of(officer, unit).filter(fingerprint=found.fingerprint, retired_at=None)
    kept = rows.select_for_update(of=("self",)).first() or found.row(unit, officer, at)
    return _confirmed(kept, authority, by=by, at=at)


@transaction.atomic
def confirm_certificate(certificate: int, *, by: Officer, at: datetime) -> Certificate:
    """One that was signed with before anybody registered it is now registered."""
    kept, authority = _held(certificate, by, at)
    if kept.retired_at is not None:
        raise Refusal(GONE, subject=kept.subject)
    _fits(read(bytes(kept.content)), kept.officer, kept.unit, at)
    return _confirmed(kept, authority, by=by, at=at)


@transaction.atomic
def retire_certificate(certificate: int, *, reason: str, by: Officer, at: datetime) -> Certificate:
    """Nothing is signed with it any more; what was signed stays as it is."""
    kept, authority = _held(certificate, by, at)
    if kept.retired_at is not None:
        raise Refusal(GONE, subject=kept.subject)
    kept.retired_by, kept.retired_at, kept.retired_reason = by, at, written(reason, kept.unit, REASON)
    kept.save(update_fields=["retired_by", "retired_at", "retired_reason"])
    _journal("certificate.retired", kept, authority, by, at)
    return kept


def seen(found: Read, officer: Officer | None, unit: Unit, at: datetime) -> None:
    """Remembers with what somebody signs for whom nothing is registered yet: an administrator may confirm it."""
    rows = Certificate.objects.of(officer, unit)
    if not rows.filter(fingerprint=found.fingerprint).exists() and not rows.registered().exists():
        found.row(unit, officer, at).save()


def _held(certificate: int, by: Officer, at: datetime) -> tuple[Certificate, str]:
    rows = Certificate.objects.select_for_update(of=("self",)).select_related("unit", "officer")
    kept = rows.get(pk=certificate)
    return kept, str(authorise(by, ADMINISTER, kept.unit, None, timezone.localdate(at)))


def _fits(found: Read, officer: Officer | None, unit: Unit, at: datetime) -> None:
    guards.in_force(found, at)
    guards.of_nobody_else(found, officer, unit)
    if officer is None:
        return
    named(found.der, officer)
    if not officer.positions.filter(lasting(timezone.localdate(at)), unit=unit).exists():
        raise Refusal(ELSEWHERE, officer=officer, unit=unit.name)


def _confirmed(kept: Certificate, authority: str, *, by: Officer, at: datetime) -> Certificate:
    if kept.confirmed_at is not None:
        raise Refusal(KNOWN, subject=kept.subject)
    kept.confirmed_by, kept.confirmed_at = by, at
    kept.save()
    _journal("certificate.registered", kept, authority, by, at)
    return kept


def _journal(act: str, kept: Certificate, authority: str, by: Officer, at: datetime) -> None:
    holder = f"officer {kept.officer.username}" if kept.officer else f"seal of {kept.unit.unit_id}"
    said = {"holder": holder, "certificate": kept.fingerprint}
    unit = kept.unit.unit_id
    write(act, f"certificate {kept.pk}", unit=unit, by=by.username, authority=authority, at=at, new=said)
