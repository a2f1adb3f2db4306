"""Drafting: a document is drafted, drafted anew until it is approved, sent back or approved by who signs."""

import secrets
from dataclasses import dataclass, replace
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from motcua.office.documents import making
from motcua.office.documents.about import about
from motcua.office.documents.acts.frame import held, journal, locked
from motcua.office.documents.competence import competence, title_of
from motcua.office.documents.files import add, add_word, current
from motcua.office.documents.guards import drafting as guards
from motcua.office.documents.guards import moving
from motcua.office.documents.kinds import Kind, kind
from motcua.office.documents.letterheads import named
from motcua.office.documents.models import FileStep, OutgoingDocument, Recipient, State
from motcua.office.documents.numbering import notation
from motcua.office.documents.told import Draft, OfHouse, OfTemplate
from motcua.office.people.models import Officer
from motcua.office.people.policy import authorise, authority

LETTERS = "23456789abcdefghjkmnpqrstvwxyz"  # none is taken for another
CODE_LENGTH = 16  # 78 bits


@dataclass(frozen=True)
class Ready:
    """A draft as it was told, its files made before any row is locked: LibreOffice may take its time."""

    told: Draft
    code: str
    notation: str
    lines: tuple[str, ...]
    made: making.Made


def draft(told: Draft, *, by: Officer, at: datetime) -> OutgoingDocument:
    """A new document, with its first file. Raises Refusal where something is missing or its content makes no PDF."""
    return begun(ready(told, act="document.draft", by=by, at=at), act="document.draft", by=by, at=at)


def ready(told: Draft, *, act: str, by: Officer, at: datetime, code: str = "") -> Ready:
    """The draft with its files, by whom the act lets; what it depends on is asked once more as it is kept.

    Raises Refusal as `draft` does.
    """
    on = timezone.localdate(at)
    authorise(by, act, told.unit, None, on)
    chosen = kind(told.kind)
    guards.fit(told, chosen)
    title = told.signer_title or title_of(told.unit, told.kind, told.signer, told.mode, on)
    told = replace(told, signer_title=guards.written(title, chosen.name, guards.TITLE, 120))
    sign = notation(chosen, named(told.unit).sign, told.drafting_sign.strip())
    lines, code = tuple(guards.recipients(told)), code or new_code()
    face = making.Face(sign, lines, code, about(told.dossier_code.strip(), by, on))
    return Ready(told, code, sign, lines, making.made(told, face, at))


@transaction.atomic
def begun(
    draft: Ready,
    *,
    act: str,
    by: Officer,
    at: datetime,
    replaces: OutgoingDocument | None = None,
    corrects: OutgoingDocument | None = None,
) -> OutgoingDocument:
    """A document drafted by the act; it may take the place of another, or correct it."""
    unit = draft.told.unit
    by_what = str(authorise(by, act, unit, None, timezone.localdate(at)))
    document = OutgoingDocument(
        code=draft.code, unit=unit, drafted_by=by, drafted_at=at, replaces=replaces, corrects=corrects
    )
    _keep(document, draft, by=by, at=at)
    said: dict[str, object] = {"kind": document.kind, "secrecy": document.secrecy, "signer": document.signer.username}
    said |= {name: one.pk for name, one in (("replaces", replaces), ("corrects", corrects)) if one is not None}
    journal("document.drafted", document, by=by, authority=by_what, at=at, new=said)
    return document


def redraft(document: int, told: Draft, *, by: Officer, at: datetime) -> OutgoingDocument:
    """A draft not approved yet is told anew: its earlier files stay."""
    now = OutgoingDocument.objects.select_related("unit").get(pk=document)
    told = replace(told, unit=now.unit)
    authorise(by, "document.draft", now.unit, None, timezone.localdate(at))
    _open(now, told, at)
    return _redrafted(document, ready(told, act="document.draft", by=by, at=at, code=now.code), by=by, at=at)


@transaction.atomic
def _redrafted(document: int, draft: Ready, *, by: Officer, at: datetime) -> OutgoingDocument:
    kept, authority = locked(document, "document.draft", by=by, at=at)
    _open(kept, draft.told, at)
    kept.sent_back_at, kept.sent_back_reason = None, ""
    kept.recipients.all().delete()
    _keep(kept, draft, by=by, at=at)
    journal("document.redrafted", kept, by=by, authority=authority, at=at, new={"kind": kept.kind})
    return kept


def _open(document: OutgoingDocument, told: Draft, at: datetime) -> None:
    """Raises Refusal where it is no longer a draft, or would become of another form."""
    moving.among(document, *moving.OPEN)
    moving.later(document, at, document.drafted_at)
    guards.afterwards(document, told)


@transaction.atomic
def send_back(document: int, *, reason: str, by: Officer, at: datetime) -> OutgoingDocument:
    """Who would approve or sign does not: the draft goes back with the reason, an approval before falls away."""
    kept, authority = _for_approval(document, by=by, at=at)
    moving.among(kept, State.DRAFTED, State.APPROVED)
    kept.sent_back_at, kept.sent_back_reason = at, guards.written(reason, kept)
    kept.approved_at = kept.approved_by = None
    kept.save(update_fields=["sent_back_at", "sent_back_reason", "approved_at", "approved_by"])
    kept.signing_requests.filter(answered_at=None, given_up_at=None).update(given_up_at=at)
    journal("document.sent_back", kept, by=by, authority=authority, at=at, new={"to": kept.drafted_by.username})
    return kept


@transaction.atomic
def approve(document: int, *, by: Officer, at: datetime) -> OutgoingDocument:
    """Content and format are right, and who is named may sign: from here on the text stands."""
    kept, authority = _for_approval(document, by=by, at=at)
    moving.among(kept, State.DRAFTED)
    moving.later(kept, at, kept.drafted_at)
    guards.formal(kept, kept.subject, kept.notation, [line.name for line in kept.recipients.all()])
    competence(kept.unit, kept.kind, kept.signer, kept.mode, timezone.localdate(at))
    kept.approved_by, kept.approved_at = by, at
    kept.save(update_fields=["approved_by", "approved_at"])
    last = current(kept)
    said = {"signer": kept.signer.username, "mode": kept.mode, "file": last.file.sha256 if last else ""}
    journal("document.approved", kept, by=by, authority=authority, at=at, new=said)
    return kept


def new_code() -> str:
    """The code by which a document is asked for from outside: random, told by nothing else."""
    return "".join(secrets.choice(LETTERS) for _ in range(CODE_LENGTH))


def _for_approval(document: int, *, by: Officer, at: datetime) -> tuple[OutgoingDocument, str]:
    """The head approves what others sign in their name; who signs by a decision may approve what they will sign."""
    kept, on = held(document), timezone.localdate(at)
    if (term := authority(by, "document.approve", kept.unit, None, on)) is None and kept.signer_id == by.pk:
        return kept, str(competence(kept.unit, kept.kind, by, kept.mode, on))
    return kept, str(term or authorise(by, "document.approve", kept.unit, None, on))


def _keep(document: OutgoingDocument, draft: Ready, *, by: Officer, at: datetime) -> None:
    """Everything told, written onto the document, its lines and its files."""
    _set(document, draft.told, kind(draft.told.kind), draft.notation)
    document.places = draft.made.stored_places()
    document.save()
    Recipient.objects.bulk_create(
        Recipient(document=document, no=no, name=one) for no, one in enumerate(draft.lines, start=1)
    )
    if draft.made.word:
        add_word(document, draft.made.word, by=by, at=at)
    add(document, FileStep.DRAFTED, draft.made.pdf, by=by, at=at)


def _set(document: OutgoingDocument, told: Draft, chosen: Kind, sign: str) -> None:
    content = told.content
    document.kind, document.needs_seal = chosen.code, chosen.sealed
    document.subject, document.notation = " ".join(told.subject.split()), sign
    document.drafting_sign, document.dossier_code = told.drafting_sign.strip(), told.dossier_code.strip()
    document.secrecy, document.urgency, document.copies = told.secrecy, told.urgency, told.copies
    document.signer, document.signer_title, document.mode = told.signer, told.signer_title, told.mode
    document.form = content.form if isinstance(content, OfHouse) else ""
    document.template_id = content.template if isinstance(content, OfTemplate) else None
    document.said = dict(content.values) if isinstance(content, OfHouse | OfTemplate) else {}
