"""What validation finds on files, kept to be read again. Nothing else writes it: computed, never claimed."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime
from functools import reduce
from operator import or_

from django.db import transaction
from django.db.models import Min, Q, QuerySet

from motcua.language import Refusal
from motcua.office.documents.engine import engine, there
from motcua.office.documents.models import DocumentFile, FileStep, Verdict
from motcua.office.records.models import File
from motcua.office.records.store import opened

SIGNED = (FileStep.SIGNED, FileStep.NUMBERED, FileStep.SEALED, FileStep.ARCHIVED)
AT_ONCE = 500


def verdict_of(file: File, at: datetime) -> Verdict:
    """What is found on the file, looked at anew where that may be something else. Raises Refusal where it is lost."""
    known = Verdict.objects.filter(file=file).first()
    if known is not None and known.trust == engine().trust(known.bound) and (known.until is None or at < known.until):
        return known
    with opened(file) as content:
        found = (engine().validate if _ours(file) else engine().validate_apart)(content.read(), at)
    told: dict[str, object] = {
        "person": found.person,
        "agency": found.agency,
        "reasons": list(map(asdict, found.reasons)),
    }
    told |= {"bound": found.bound, "until": found.until, "trust": engine().trust(found.bound), "checked_at": at}
    return Verdict.objects.update_or_create(file=file, defaults=told)[0]


def _ours(file: File) -> bool:
    """Whether the office signed it; what was scanned or handed in may be made to harm."""
    return DocumentFile.objects.filter(file=file, step__in=SIGNED).exists()


def recheck(at: datetime, *, of: Iterable[int] | None = None, most: int = AT_ONCE) -> int:
    """How many files were looked at anew because something else may be found, or nobody looked at them yet.

    Something else: what the verdict depends on in the trust list changed, or a certificate ended meanwhile. Of
    documents' signed files, or of those whose keys `of` gives; one that the store lost is left out. At `most` so many
    at once: the newest that nobody looked at, then those looked at longest ago; the rest waits for the next time.
    """
    if not there():
        return 0
    mine: Iterable[int] = DocumentFile.objects.filter(step__in=SIGNED).values_list("file", flat=True)
    files = File.objects.filter(pk__in=mine if of is None else of, faulty_since=None)
    new = files.filter(verdict=None).order_by("-pk")[:most]
    known = files.exclude(verdict=None).filter(_another(files, at, most)).order_by("verdict__checked_at", "-pk")
    return sum(_looked_at(file, at) for file in [*new, *known[: most - len(new)]])


def _another(files: QuerySet[File], at: datetime, most: int) -> Q:
    """Those of these files of which something else may be found, of so many verdicts at most, the oldest first."""
    groups = files.exclude(verdict=None).values_list("verdict__bound", "verdict__trust")
    oldest = groups.annotate(first=Min("verdict__checked_at")).order_by("first", "verdict__bound")
    in_use, now = engine(), dict[str, str]()
    changed: list[Q] = []
    for bound, trust, _ in oldest.iterator():
        now[bound] = now.get(bound) or in_use.trust(bound)
        if trust != now[bound]:
            changed.append(Q(verdict__bound=bound, verdict__trust=trust))
        if len(changed) == most:
            break
    return reduce(or_, changed, Q(verdict__until__lte=at))


def _looked_at(file: File, at: datetime) -> bool:
    try:
        with transaction.atomic():
            verdict_of(file, at)
    except Refusal:
        return False
    return True
