"""Digitisation: the scan of a recorded result is judged, kept in the store and tied to the result."""

from datetime import datetime
from typing import BinaryIO

from django.db import transaction

from motcua.office.dossiers.acts.frame import journal, locked
from motcua.office.dossiers.digitisation import copy_of
from motcua.office.dossiers.guards import digitisation as guards
from motcua.office.dossiers.models import DigitalCopy
from motcua.office.people.models import Officer
from motcua.office.records.content import judge
from motcua.office.records.store import keep


@transaction.atomic
def digitise(dossier: int, *, content: BinaryIO, by: Officer, at: datetime) -> DigitalCopy:
    """The content becomes the digital copy of the result; one made before is replaced by it and stays.

    Nothing lies in the store before all guards let it pass.
    """
    kept, term = locked(dossier, "dossier.digitise", by=by, at=at)
    result = guards.issued(kept)
    judged = judge(content)
    guards.whole(kept, result, judged.pages)
    guards.another(kept, judged.sha256, copy_of(kept))
    former = DigitalCopy.objects.filter(result=result, replaced_at=None).select_related("file").first()
    DigitalCopy.objects.filter(result=result, replaced_at=None).update(replaced_at=at)
    copy = DigitalCopy.objects.create(result=result, file=keep(content, judged, at=at), made_at=at, by=by)
    old = {} if former is None else {"file": former.file.sha256}
    said = {"file": judged.sha256, "pages": judged.pages, "size": judged.size}
    journal("dossier.digitised", kept, by=by, term=term, at=at, old=old, new=said)
    return copy
