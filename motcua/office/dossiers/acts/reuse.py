"""A paper that the applicant gave before, or a result issued to them, is used again instead of being asked for."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from motcua.office.dossiers.acts.frame import desk, journal, locked
from motcua.office.dossiers.copying import new_copy
from motcua.office.dossiers.guards import reuse as guards
from motcua.office.dossiers.models import DigitalCopy, Dossier, DossierComponent
from motcua.office.dossiers.reuse import Look, Offer, dossier_of, held_for
from motcua.office.dossiers.told import Paper
from motcua.office.journal.writing import write
from motcua.office.people.models import Officer, Unit
from motcua.office.people.persons import Told, on_record
from motcua.office.people.policy import Term, authorise
from motcua.office.procedures.models import Version

ACT = "dossier.reuse_copy"


@transaction.atomic
def reuse_copy(dossier: int, paper: int, copy: int, *, by: Officer, at: datetime) -> DigitalCopy:
    """The copy from the applicant's store stands for the dossier's paper of that number, for this dossier alone.

    Asked of the desk that the dossier came to: the store is the citizen's, whichever unit scanned it. Raises
    NotAllowed, or a Refusal of the guards.
    """
    kept, term = locked(dossier, ACT, by=by, at=at, place=desk)
    guards.at_work(kept)
    offer = guards.stored(kept, paper, copy, timezone.localdate(at))
    guards.whole(offer)
    component = kept.components.get(no=paper)
    DigitalCopy.objects.filter(component=component, replaced_at=None).update(replaced_at=at)
    made = _stands_for(component, offer, by=by, at=at)
    note(kept, [made], by=by, term=term, at=at)
    return made


@transaction.atomic
def look_up(who: Told, version: Version, unit: Unit, *, by: Officer, at: datetime, last: str = "") -> Look:
    """What the store of who stands at the unit's desk holds for the procedure, before there is a dossier.

    Asked of the desk that would use it. A number alone shows nothing: name and birth day are told as they are on
    record, from the card. What is shown the journal says, by the dossiers it is from; not once more where `last` is the
    key of the same look. Raises NotAllowed.
    """
    on = timezone.localdate(at)
    term = authorise(by, ACT, unit, version.domain, on)
    person = on_record(who)
    offers = [] if person is None else held_for(person, person, version, on)
    look = Look(offers, f"{person.pk}-{version.pk}-{on}" if person and offers else "")
    if offers and look.key != last:
        said = {"sources": sorted({offer.source.code for offer in offers})}
        code = version.procedure.code
        write("store.looked_up", code, unit=unit.unit_id, by=by.username, authority=str(term), at=at, new=said)
    return look


def take_in(
    dossier: Dossier, taken: Sequence[tuple[DossierComponent, Paper]], *, by: Officer, at: datetime
) -> list[DigitalCopy]:
    """Copies of those papers that were told as held in store, each offered for that very paper and whole.

    Part of the act that takes the papers in, which has the desk's leave to use papers again. Raises Refusal.
    """
    made = []
    for component, paper in taken:
        if paper.copy is not None:
            offer = guards.held(dossier, paper, timezone.localdate(at))
            guards.whole(offer)
            made.append(_stands_for(component, offer, by=by, at=at))
    return made


def allowed(dossier: Dossier, papers: Sequence[Paper], *, by: Officer, at: datetime) -> Term | None:
    """The term by which the officer uses papers again, None where none of them is. Raises NotAllowed."""
    if all(paper.copy is None for paper in papers):
        return None
    return authorise(by, ACT, desk(dossier), dossier.domain, timezone.localdate(at))


def note(dossier: Dossier, made: Sequence[DigitalCopy], *, by: Officer, term: Term, at: datetime) -> None:
    """A line of the journal for each: which file for which paper, from which dossier, for which procedure."""
    for copy in made:
        if copy.component is None or copy.source is None:
            raise ValueError("a copy that was not used again")
        said = {
            "file": copy.file.sha256,
            "paper": copy.component.no,
            "source": dossier_of(copy.source).code,
            "purpose": dossier.version.procedure.code,
        }
        journal("dossier.copy_reused", dossier, by=by, term=term, at=at, new=said)


def _stands_for(component: DossierComponent, offer: Offer, *, by: Officer, at: datetime) -> DigitalCopy:
    made = new_copy(component, by=by, at=at)
    made.file, made.signed, made.source = offer.copy.file, offer.copy.signed, offer.copy
    made.save(force_insert=True)
    return made
