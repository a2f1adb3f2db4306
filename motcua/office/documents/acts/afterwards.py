"""After the issue: a wrong content takes a new document of equal form, a wrong format a letter; or it is recalled."""

from datetime import datetime

from django.db import transaction

from motcua.language import Refusal, Words
from motcua.office.documents.acts.drafting import begun, ready
from motcua.office.documents.acts.frame import held, journal, locked
from motcua.office.documents.guards import drafting as guards
from motcua.office.documents.guards import moving
from motcua.office.documents.models import OutgoingDocument, Secrecy, State
from motcua.office.documents.told import Draft
from motcua.office.people.models import Officer

OTHER_UNIT = Words(
    vi="Văn bản {document} do {unit} ban hành; chỉ cơ quan này thay thế hoặc đính chính được.",
    en="Document {document} was issued by {unit}, which alone replaces or corrects it.",
)
BEING_REPLACED = Words(
    vi="Văn bản {document} đã có dự thảo thay thế ({by}); hãy hoàn thành dự thảo đó.",
    en="A draft to replace document {document} exists already ({by}); finish that one.",
)


def replace(document: int, told: Draft, *, by: Officer, at: datetime) -> OutgoingDocument:
    """The draft that will take its place. Until that is issued the first document stands; both are kept."""
    _replaceable(_found(document), told, at)
    draft = ready(told, act="document.replace", by=by, at=at)
    with transaction.atomic():
        kept = held(document)
        _replaceable(kept, told, at)
        return begun(draft, act="document.replace", by=by, at=at, replaces=kept)


def correct(document: int, told: Draft, *, by: Officer, at: datetime) -> OutgoingDocument:
    """The draft of a letter that puts right what is wrong in its format; the document stands."""
    _correctable(_found(document), told, at)
    draft = ready(told, act="document.correct", by=by, at=at)
    with transaction.atomic():
        kept = held(document)
        _correctable(kept, told, at)
        return begun(draft, act="document.correct", by=by, at=at, corrects=kept)


@transaction.atomic
def recall(document: int, *, reason: str, by: Officer, at: datetime) -> OutgoingDocument:
    """An issued document is called back: it stays in the register, with the reason."""
    kept, authority = locked(document, "document.recall", by=by, at=at)
    moving.among(kept, State.ISSUED, State.REPLACED)
    moving.later(kept, at, kept.issued_at)
    kept.recalled_by, kept.recalled_at, kept.recalled_reason = by, at, guards.written(reason, kept)
    kept.save(update_fields=["recalled_by", "recalled_at", "recalled_reason"])
    journal("document.recalled", kept, by=by, authority=authority, at=at)
    return kept


def _found(document: int) -> OutgoingDocument:
    """As it is now, not locked: what it takes to draft another is asked before that is made, and after it."""
    return OutgoingDocument.objects.select_related("unit").get(pk=document)


def _replaceable(kept: OutgoingDocument, told: Draft, at: datetime) -> None:
    _issued(kept, told, at)
    guards.equal_form(kept, told)
    if (former := OutgoingDocument.objects.filter(replaces=kept).first()) is not None:
        by = str(former) if former.secrecy == Secrecy.OPEN else "…"
        raise Refusal(BEING_REPLACED, document=kept, by=by)


def _correctable(kept: OutgoingDocument, told: Draft, at: datetime) -> None:
    _issued(kept, told, at)
    guards.correction(kept, told)


def _issued(kept: OutgoingDocument, told: Draft, at: datetime) -> None:
    moving.among(kept, State.ISSUED)
    moving.later(kept, at, kept.issued_at)
    if told.unit.pk != kept.unit_id:
        raise Refusal(OTHER_UNIT, document=kept, unit=kept.unit.name)
