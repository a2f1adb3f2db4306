"""Digitisation: scans of the papers and of the recorded result are judged, kept in the store and compared.

What comes in is judged before the dossier is locked: a file that takes long to open keeps nobody else waiting.
"""

from collections.abc import Sequence
from datetime import date, datetime
from typing import BinaryIO

from django.db import transaction

from motcua.office.dossiers.acts.frame import journal, locked
from motcua.office.dossiers.copying import new_copy
from motcua.office.dossiers.digitisation import copies_in_use, copy_of
from motcua.office.dossiers.guards import digitisation as guards
from motcua.office.dossiers.models import CopyOriginal, DigitalCopy, DossierComponent, Result
from motcua.office.people.models import Officer
from motcua.office.records.content import Content
from motcua.office.records.judging import Page
from motcua.office.records.looking import looked_at
from motcua.office.records.models import File
from motcua.office.records.pictures import Joined, joined
from motcua.office.records.readings import again, give_up, queue, queue_later
from motcua.office.records.store import keep


def digitise(dossier: int, *, contents: Sequence[BinaryIO], by: Officer, at: datetime) -> DigitalCopy:
    """The contents, in their order, become the digital copy of the result; one made before is replaced and stays.

    Nothing lies in the store before all guards let it pass.
    """
    scanned, seen = _judged(contents)
    with transaction.atomic():
        kept, term = locked(dossier, "dossier.digitise", by=by, at=at)
        result = guards.issued(kept)
        guards.whole(kept, result, scanned.judged.pages)
        guards.another(kept, scanned.judged.sha256, copy_of(kept))
        copy, former = _kept(scanned, seen, new_copy(result, by=by, at=at))
        journal("dossier.digitised", kept, by=by, term=term, at=at, old=_old(former), new=_said(scanned.judged))
        return copy


def scan_paper(dossier: int, paper: int, *, contents: Sequence[BinaryIO], by: Officer, at: datetime) -> DigitalCopy:
    """The contents become the digital copy of the dossier's paper of that number; it counts once it is compared."""
    scanned, seen = _judged(contents)
    with transaction.atomic():
        kept, term = locked(dossier, "dossier.digitise", by=by, at=at)
        component = guards.paper(kept, paper)
        guards.as_declared(component, scanned.judged.pages)
        guards.new_scan(component, scanned.judged.sha256)
        copy, former = _kept(scanned, seen, new_copy(component, by=by, at=at))
        said = _said(scanned.judged) | {"paper": paper}
        journal("dossier.paper_scanned", kept, by=by, term=term, at=at, old=_old(former), new=said)
        return copy


@transaction.atomic
def certify_copy(dossier: int, copy: int, *, by: Officer, at: datetime, holds_until: date | None = None) -> DigitalCopy:
    """The officer has compared the copy with the original and found it the same. No signature is made by that.

    `holds_until`: the last day that the original says it holds, None where it says none.
    """
    kept, term = locked(dossier, "dossier.certify_copy", by=by, at=at)
    found = guards.comparable(kept, copy)
    found.certified_at, found.certified_by, found.holds_until = at, by, holds_until
    found.save(update_fields=["certified_at", "certified_by", "holds_until"])
    of = "result" if found.component is None else found.component.no
    said = {"file": found.file.sha256, "of": of, "holds_until": holds_until}
    journal("dossier.copy_certified", kept, by=by, term=term, at=at, new=said)
    return found


@transaction.atomic
def read_again(dossier: int, copy: int, *, by: Officer, at: datetime) -> DigitalCopy:
    """The copy, whose reading failed, waits to be read anew. Raises Refusal where it did not fail."""
    kept, term = locked(dossier, "dossier.digitise", by=by, at=at)
    found = guards.in_use(kept, copy)
    again(found.file, at)
    journal("dossier.reading_tried_again", kept, by=by, term=term, at=at, new={"file": found.file.sha256})
    return found


def read_kept_before(at: datetime) -> int:
    """How many copies in use that nobody queued, as those kept before scans were read, wait now behind all others."""
    return queue_later(File.objects.filter(pk__in=copies_in_use().values("file")), at)


def _judged(contents: Sequence[BinaryIO]) -> tuple[Joined, Sequence[Page]]:
    """What came in as one PDF, and its pages as they were measured. Raises Refusal where nothing is on any."""
    scanned = joined(contents)
    seen = looked_at(scanned.content, scanned.judged)
    guards.shows_something(seen)
    return scanned, seen


def _kept(scanned: Joined, seen: Sequence[Page], copy: DigitalCopy) -> tuple[DigitalCopy, DigitalCopy | None]:
    """The copy saved with its files, and the one that it replaces. What came in lies beside what was made of it."""
    at = copy.made_at
    of: dict[str, Result | DossierComponent | None] = {"result": copy.result, "component": copy.component}
    current = DigitalCopy.objects.filter(replaced_at=None, **{name: one for name, one in of.items() if one is not None})
    former = current.select_related("file").first()
    current.update(replaced_at=at)
    if former is not None and not copies_in_use().filter(file=former.file).exists():
        give_up(former.file)
    copy.file = keep(scanned.content, scanned.judged, at=at, seen=seen)
    copy.save(force_insert=True)
    queue(copy.file, at)
    for no, (content, told) in enumerate(scanned.originals, start=1):
        CopyOriginal.objects.create(copy=copy, no=no, file=keep(content, told, at=at))
    return copy, former


def _old(former: DigitalCopy | None) -> dict[str, object]:
    return {} if former is None else {"file": former.file.sha256}


def _said(judged: Content) -> dict[str, object]:
    return {"file": judged.sha256, "pages": judged.pages, "size": judged.size}
