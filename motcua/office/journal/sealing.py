"""Seals the heads of all chains together, so that no unit's chain can be written anew unseen."""

import hashlib
import json
from datetime import UTC, datetime

from django.db import transaction

from motcua.office.journal.models import Chain, Seal

SEALS = "*"  # stands among the chains: how many seals there are, and the hash of the last


@transaction.atomic
def seal(at: datetime) -> Seal | None:
    """A seal over the head of every chain, chained to the seal before. None where nothing was written since."""
    Chain.objects.bulk_create([Chain(unit=SEALS)], ignore_conflicts=True)
    last = Chain.objects.select_for_update().get(unit=SEALS)
    heads = {one.unit: [one.serial, one.hash] for one in Chain.objects.exclude(unit=SEALS).order_by("unit")}
    said = json.dumps(heads, sort_keys=True)
    before = Seal.objects.order_by("pk").last()
    if not heads or (before is not None and before.heads == said):
        return None
    made = Seal(at=at, heads=said, previous=last.hash)
    made.hash = digest(made)
    made.save(force_insert=True)
    Chain.objects.filter(unit=SEALS).update(serial=last.serial + 1, hash=made.hash)
    return made


def digest(seal: Seal) -> str:
    """SHA-256 over the moment, the heads and the seal before, in hex."""
    said = json.dumps([seal.at.astimezone(UTC).isoformat(), seal.heads, seal.previous])
    return hashlib.sha256(said.encode()).hexdigest()
