"""Who sees which documents: those of their unit; secret ones only who has a part in them, the clerk and the head."""

from datetime import date
from typing import cast

from django.db.models import Q, QuerySet

from motcua.office.documents.models import DocumentFile, OutgoingDocument, Secrecy
from motcua.office.people.models import Officer
from motcua.office.people.policy import narrowed


def readable(officer: Officer, on: date) -> "QuerySet[OutgoingDocument]":
    """The documents that the officer may read that day."""
    rows = OutgoingDocument.objects.select_related("unit", "signer", "drafted_by", "replaced_by")
    mine = Q(drafted_by=officer) | Q(signer=officer) | Q(approved_by=officer)
    keeps = narrowed(OutgoingDocument.objects.all(), officer, "document.number", on, domain="")
    heads = narrowed(OutgoingDocument.objects.all(), officer, "document.approve", on, domain="")
    secret = mine | Q(pk__in=keeps.values("pk")) | Q(pk__in=heads.values("pk"))
    read = narrowed(rows, officer, "document.read", on, domain="")
    return cast("QuerySet[OutgoingDocument]", read.filter(Q(secrecy=Secrecy.OPEN) | secret))


def readable_file(officer: Officer, file: int, on: date) -> DocumentFile | None:
    """The file of a document that the officer may read; None where there is none."""
    found = DocumentFile.objects.select_related("file", "document__unit").filter(pk=file)
    return found.filter(document__in=readable(officer, on)).first()
