"""One document of those that the officer may read, or a 404."""

from datetime import date

from django.http import Http404

from motcua.language import Words, say
from motcua.office.documents.models import OutgoingDocument
from motcua.office.documents.reading import readable
from motcua.office.people.models import Officer

READ = "document.read"


def one(officer: Officer, on: date, document: int) -> OutgoingDocument:
    """The document to whom may read it; to others it is not there."""
    beside = ("approved_by", "replaces", "corrects", "delegation")
    found = readable(officer, on).select_related("unit", "signer", "drafted_by", *beside).filter(pk=document).first()
    if found is None:
        raise Http404
    return found


def state_word(document: OutgoingDocument) -> str:
    """Where it stands, in the language of the reader."""
    return say(Words(str(document.state.label), document.state.value.replace("_", " ").capitalize()))
