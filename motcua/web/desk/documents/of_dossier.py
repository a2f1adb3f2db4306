"""The outgoing documents of a dossier as its page shows them, and where the next one is drafted."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse

from motcua.office.documents.kinds import kind
from motcua.office.documents.reading import readable
from motcua.office.dossiers.lifecycle import OPEN
from motcua.office.dossiers.models import Dossier
from motcua.office.people.models import Officer
from motcua.office.people.policy import may
from motcua.web.desk.documents.reading import state_word


@dataclass(frozen=True)
class Line:
    key: int
    name: str
    state: str


@dataclass(frozen=True)
class Papers:
    """Those that the officer may read; `new` is where one more is drafted, empty where that is not for them."""

    lines: tuple[Line, ...]
    new: str


def documents_of(dossier: Dossier, officer: Officer, on: date) -> Papers:
    """What the office wrote in the dossier's name."""
    rows = readable(officer, on).filter(dossier_code=dossier.code).order_by("pk")
    unit = dossier.competent_unit
    drafts = dossier.status in OPEN and may(officer, "document.draft", unit, None, on)
    new = f"{reverse('desk:document-new')}?{urlencode({'unit': unit.pk, 'dossier': dossier.pk})}" if drafts else ""
    return Papers(tuple(Line(one.pk, f"{kind(one.kind).name} {one}", state_word(one)) for one in rows), new)
