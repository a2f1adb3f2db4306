"""A paper that the applicant gave before, or a result issued to them, is used again instead of being asked for."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from motcua.office.dossiers.acts.frame import desk, journal, locked
from motcua.office.dossiers.copying import new_copy
from motcua.office.dossiers.guards import reuse as guards
from motcua.office.dossiers.models import DigitalCopy
from motcua.office.people.models import Officer


@transaction.atomic
def reuse_copy(dossier: int, paper: int, copy: int, *, by: Officer, at: datetime) -> DigitalCopy:
    """The copy from the applicant's store stands for the dossier's paper of that number, for this dossier alone.

    Asked of the desk that the dossier came to: the store is the citizen's, whichever unit scanned it. Raises
    NotAllowed, or a Refusal of the guards.
    """
    kept, term = locked(dossier, "dossier.reuse_copy", by=by, at=at, place=desk)
    guards.at_work(kept)
    offer = guards.stored(kept, paper, copy, timezone.localdate(at))
    guards.whole(offer)
    component = kept.components.get(no=paper)
    DigitalCopy.objects.filter(component=component, replaced_at=None).update(replaced_at=at)
    made = new_copy(component, by=by, at=at)
    made.file, made.signed, made.source = offer.copy.file, offer.copy.signed, offer.copy
    made.save(force_insert=True)
    said = {
        "file": offer.copy.file.sha256,
        "paper": paper,
        "source": offer.source.code,
        "purpose": kept.version.procedure.code,
    }
    journal("dossier.copy_reused", kept, by=by, term=term, at=at, new=said)
    return made
