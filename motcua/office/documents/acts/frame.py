"""What every act on a document has in common: the row locked, the officer allowed, one line in the journal."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils import timezone

from motcua.office.documents.models import OutgoingDocument
from motcua.office.journal.writing import write
from motcua.office.people.models import Officer
from motcua.office.people.policy import authorise


def held(document: int) -> OutgoingDocument:
    """The document, locked until the transaction ends. Raises OutgoingDocument.DoesNotExist where there is none."""
    kept = OutgoingDocument.objects.select_for_update(of=("self",)).select_related("unit", "signer")
    return kept.get(pk=document)


def locked(document: int, act: str, *, by: Officer, at: datetime) -> tuple[OutgoingDocument, str]:
    """The document, locked, and by what the officer may do the act, as the journal writes it.

    Raises NotAllowed where they may not.
    """
    kept = held(document)
    return kept, str(authorise(by, act, kept.unit, None, timezone.localdate(at)))


def journal(
    act: str,
    document: OutgoingDocument,
    *,
    by: Officer,
    authority: str,
    at: datetime,
    new: Mapping[str, Any] | None = None,
) -> None:
    """The act's line in the chain of the document's unit. It names the document by its key: its code is a key too."""
    said = {"document": str(document)} | dict(new or {})
    write(act, subject(document), unit=document.unit.unit_id, by=by.username, authority=authority, at=at, new=said)


def subject(document: OutgoingDocument) -> str:
    """As the journal names a document: the code that opens it to others stays out."""
    return f"document {document.pk}"
