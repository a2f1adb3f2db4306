"""What validation finds on files, kept to be read again. Nothing else writes it: computed, never claimed."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime

from django.db import transaction

from motcua.language import Refusal
from motcua.office.documents.engine import engine, there
from motcua.office.documents.models import DocumentFile, FileStep, Verdict
from motcua.office.records.models import File
from motcua.office.records.store import opened

SIGNED = (FileStep.SIGNED, FileStep.NUMBERED, FileStep.SEALED, FileStep.ARCHIVED)
AT_ONCE = 500


def verdict_of(file: File, at: datetime) -> Verdict:
    """What is found on the file, looked at anew where the trust list changed since. Raises Refusal where it is lost."""
    known = Verdict.objects.filter(file=file).first()
    if known is not None and known.trust == engine().trust():
        return known
    with opened(file) as content:
        found = engine().validate(content.read(), at)
    told: dict[str, object] = {
        "person": found.person,
        "agency": found.agency,
        "reasons": list(map(asdict, found.reasons)),
    }
    told |= {"trust": engine().trust(), "checked_at": at}
    return Verdict.objects.update_or_create(file=file, defaults=told)[0]


def recheck(at: datetime, *, of: Iterable[int] | None = None, most: int = AT_ONCE) -> int:
    """How many files were looked at anew because the trust list changed since, or nobody looked at them yet.

    Of documents' signed files, or of those whose keys `of` gives; one that the store lost is left out. At `most` so
    many at once: the rest waits for the next time.
    """
    if not there():
        return 0
    mine: Iterable[int] = DocumentFile.objects.filter(step__in=SIGNED).values_list("file", flat=True)
    keys = mine if of is None else of
    waiting = File.objects.filter(pk__in=keys, faulty_since=None).exclude(verdict__trust=engine().trust())
    return sum(_looked_at(file, at) for file in waiting.order_by("pk")[:most])


def _looked_at(file: File, at: datetime) -> bool:
    try:
        with transaction.atomic():
            verdict_of(file, at)
    except Refusal:
        return False
    return True
