"""Writes a line into the journal, inside the transaction of the act it tells of."""

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from django.db import connection, transaction

from motcua.office.journal.models import Chain, Entry


def write(  # noqa: PLR0913  what every line says
    act: str,
    subject: str,
    *,
    unit: str,
    by: str,
    authority: str,
    at: datetime,
    old: Mapping[str, Any] | None = None,
    new: Mapping[str, Any] | None = None,
) -> Entry:
    """One line at the end of the unit's chain. `old` and `new` hold the values changed, no personal data.

    Must run inside a transaction: the head of the chain is locked until it ends.
    """
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("a journal line is written inside the act's transaction")
    head = _head(unit)
    entry = Entry(
        unit=unit,
        serial=head.serial + 1,
        at=at,
        by=by,
        authority=authority,
        act=act,
        subject=subject,
        old=_text(old or {}),
        new=_text(new or {}),
        previous=head.hash,
    )
    entry.hash = digest(entry)
    entry.save(force_insert=True)
    Chain.objects.filter(unit=unit).update(serial=entry.serial, hash=entry.hash)
    return entry


def digest(entry: Entry) -> str:
    """SHA-256 over the line and the hash of the one before it, in hex."""
    said = [
        entry.unit,
        entry.serial,
        entry.at.astimezone(UTC).isoformat(),
        entry.by,
        entry.authority,
        entry.act,
        entry.subject,
        entry.old,
        entry.new,
        entry.previous,
    ]
    return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()


def _head(unit: str) -> Chain:
    head = Chain.objects.select_for_update().filter(unit=unit).first()
    if head is not None:
        return head
    Chain.objects.bulk_create([Chain(unit=unit)], ignore_conflicts=True)
    return Chain.objects.select_for_update().get(unit=unit)


def _text(values: Mapping[str, Any]) -> str:
    return json.dumps(values, ensure_ascii=False, sort_keys=True, default=str)
