"""Signing: by the competent person once the draft is approved, by the agency once number and day are given."""

from datetime import datetime
from typing import BinaryIO

from django.db import transaction
from django.utils import timezone

from motcua.language import Words
from motcua.office.documents.acts.frame import held, journal, locked
from motcua.office.documents.competence import Competence, NotCompetent, competence
from motcua.office.documents.files import add
from motcua.office.documents.guards import moving
from motcua.office.documents.models import FileStep, OutgoingDocument, State
from motcua.office.people.models import Officer

NOT_THE_SIGNER = Words(
    vi="Văn bản {document} do {signer} ký; chỉ người này được ký.",
    en="Document {document} is signed by {signer}; nobody else may sign it.",
)


@transaction.atomic
def sign_on_paper(document: int, *, by: Officer, at: datetime) -> OutgoingDocument:
    """The named person signed the printed document by hand; it will never count as signed digitally."""
    kept = held(document)
    charged = signing(kept, by, at)
    kept.on_paper = True
    signed(kept, charged, at)
    journal("document.signed_on_paper", kept, by=by, authority=str(charged), at=at, new={"mode": kept.mode})
    return kept


@transaction.atomic
def seal_on_paper(document: int, *, scan: BinaryIO, by: Officer, at: datetime) -> OutgoingDocument:
    """The clerk put the seal on the paper, wrote number and day on it, and scanned it."""
    kept, authority = locked(document, "document.seal", by=by, at=at)
    moving.among(kept, State.NUMBERED)
    moving.on_paper(kept)
    moving.later(kept, at, kept.numbered_at)
    moving.scanned(kept, scan)
    file = add(kept, FileStep.SEALED, scan, by=by, at=at)
    kept.sealed_by, kept.sealed_at = by, at
    kept.save(update_fields=["sealed_by", "sealed_at"])
    journal("document.sealed_on_paper", kept, by=by, authority=authority, at=at, new={"file": file.file.sha256})
    return kept


def signing(document: OutgoingDocument, by: Officer, at: datetime) -> Competence:
    """By what this officer may sign the document now. Raises Refusal where they may not, or it is not time."""
    moving.among(document, State.APPROVED)
    moving.later(document, at, document.approved_at)
    if document.signer_id != by.pk:
        raise NotCompetent(NOT_THE_SIGNER, document=document, signer=document.signer)
    return competence(document.unit, document.kind, by, document.mode, timezone.localdate(at))


def signed(document: OutgoingDocument, charged: Competence, at: datetime) -> None:
    """The person has signed."""
    document.signed_at, document.delegation = at, charged.delegation
    document.save(update_fields=["signed_at", "delegation", "on_paper"])
