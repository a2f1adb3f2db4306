"""The clerk's part: number and day after the signature, the line in the register, issue on the same day."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from motcua.language import Refusal, Words
from motcua.office.documents import numbering
from motcua.office.documents.acts.frame import journal, locked
from motcua.office.documents.engine import engine
from motcua.office.documents.files import add, content_of, current
from motcua.office.documents.guards import moving
from motcua.office.documents.guards.signing import file_of, signatures_valid
from motcua.office.documents.models import FileStep, OutgoingDocument, State
from motcua.office.documents.verdicts import verdict_of
from motcua.office.people.models import Officer
from motcua.office.people.policy import authorise

NO_FILE = Words(
    vi="Văn bản {document} chưa có bản đã ký và đóng dấu trong kho; hãy quét và nộp bản đó trước khi phát hành.",
    en="Document {document} has no signed and sealed copy in the store; scan and upload it before it is issued.",
)


@transaction.atomic
def number(document: int, *, by: Officer, at: datetime) -> OutgoingDocument:
    """The next number of its book and the day on which the server gives it, written into the signed file too."""
    kept, authority = locked(document, "document.number", by=by, at=at)
    moving.among(kept, State.SIGNED)
    moving.later(kept, at, kept.signed_at)
    on = timezone.localdate(at)
    numbering.give(kept, on)
    moving.forward(kept, on)
    kept.numbered_by, kept.numbered_at = by, at
    kept.save(update_fields=["number", "dated_on", "book", "year", "numbered_by", "numbered_at"])
    if not kept.on_paper:
        _written_on(kept, on, by=by, at=at)
    said = {"book": kept.book, "year": kept.year, "number": kept.number, "on": on}
    journal("document.numbered", kept, by=by, authority=authority, at=at, new=said)
    return kept


def issue(document: int, *, by: Officer, at: datetime) -> OutgoingDocument:
    """The document goes out, signed and, where its kind demands it, sealed; what was signed digitally is valid now.

    It is validated before the row is locked; under the lock what was found is read.
    """
    now = OutgoingDocument.objects.select_related("unit").get(pk=document)
    authorise(by, "document.issue", now.unit, None, timezone.localdate(at))
    if not now.on_paper and (last := current(now)) is not None:
        verdict_of(last.file, at)
    return _issued(document, by=by, at=at)


@transaction.atomic
def _issued(document: int, *, by: Officer, at: datetime) -> OutgoingDocument:
    kept, authority = locked(document, "document.issue", by=by, at=at)
    moving.among(kept, *((State.SEALED,) if kept.needs_seal else (State.NUMBERED, State.SEALED)))
    moving.later(kept, at, kept.numbered_at, kept.sealed_at)
    last = current(kept)
    if last is None:
        raise Refusal(NO_FILE, document=kept)
    if not kept.on_paper:
        signatures_valid(kept, verdict_of(last.file, at))
    kept.issued_by, kept.issued_at, kept.pages = by, at, last.file.pages
    kept.save(update_fields=["issued_by", "issued_at", "pages"])
    said = {"pages": kept.pages, "copies": kept.copies, "recipients": kept.recipients.count()}
    journal("document.issued", kept, by=by, authority=authority, at=at, new=said)
    return kept


def _written_on(document: OutgoingDocument, on: date, *, by: Officer, at: datetime) -> None:
    """Number and day in the fields that were left for them when the person signed: that signature stays valid."""
    values = {"number": f"{document.number:02d}", "day": f"{on.day:02d}", "year": str(on.year)}
    values |= {"month": f"{on.month:02d}" if on.month < 3 else str(on.month)}
    pdf = engine().fill(content_of(file_of(document)), values, at)
    verdict_of(add(document, FileStep.NUMBERED, pdf, by=by, at=at).file, at)
