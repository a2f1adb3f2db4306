"""What validation finds on files, kept to be read again. Nothing else writes it: computed, never claimed."""

from datetime import datetime

from django.db import transaction

from motcua.office.documents.engine import engine
from motcua.office.documents.models import DocumentFile, FileStep, Verdict
from motcua.office.records.models import File
from motcua.office.records.store import opened

SIGNED = (FileStep.SIGNED, FileStep.NUMBERED, FileStep.SEALED)


def verdict_of(file: File, at: datetime) -> Verdict:
    """What is found on the file, looked at anew where the trust list changed since. Raises Refusal where it is lost."""
    known = Verdict.objects.filter(file=file).first()
    if known is not None and known.trust == engine().trust():
        return known
    with opened(file) as content:
        found = engine().validate(content.read(), at)
    told: dict[str, object] = {"person": found.person, "agency": found.agency, "reasons": list(found.reasons)}
    told |= {"trust": engine().trust(), "checked_at": at}
    return Verdict.objects.update_or_create(file=file, defaults=told)[0]


def recheck(at: datetime) -> int:
    """How many files were looked at anew because the trust list changed since, or nobody looked at them yet."""
    signed = DocumentFile.objects.filter(step__in=SIGNED).values("file")
    files = list(File.objects.filter(pk__in=signed).exclude(verdict__trust=engine().trust()).order_by("pk"))
    for file in files:
        with transaction.atomic():
            verdict_of(file, at)
    return len(files)
