"""Linked legs: another unit is asked for its part, takes it in under a code and in a book of its own."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from motcua.office.dossiers.acts.frame import journal, locked
from motcua.office.dossiers.acts.reception import receive
from motcua.office.dossiers.guards import legs as guards
from motcua.office.dossiers.models import Dossier, Leg, SubmitterKind
from motcua.office.dossiers.told import Paper, Reception
from motcua.office.people.models import Officer, Unit


@transaction.atomic
def link(dossier: int, *, unit: Unit, by: Officer, at: datetime, due_at: datetime | None = None) -> Leg:
    """Ask another unit for its part. Without `due_at` it is due with the whole.

    The dossier itself stays where it is and cannot be settled before that unit has done its part.
    """
    kept, term = locked(dossier, "dossier.link", by=by, at=at)
    guards.linkable(kept, unit, due_at, at)
    leg = Leg.objects.create(parent=kept, unit=unit, asked_at=at, asked_by=by, due_at=due_at or kept.due_at)
    new = {"unit": unit.unit_id, "due_at": leg.due_at}
    journal("dossier.linked", kept, by=by, term=term, at=at, new=new)
    return leg


@transaction.atomic
def receive_leg(parent: int, *, unit: Unit, papers: Sequence[Paper], by: Officer, at: datetime) -> Dossier:
    """The other unit takes its part in: a dossier of its own there, due within the whole, in that unit's books.

    Asked of the officer is what reception asks at `unit`; the line stands in the journal of `unit`.
    """
    whole = Dossier.objects.select_for_update(of=("self",)).select_related("version__procedure").get(pk=parent)
    leg = guards.waiting(whole, unit)
    taken_in = receive(_told(whole, leg, papers), by=by, at=at)
    leg.taken_in = taken_in
    leg.save(update_fields=["taken_in"])
    return taken_in


def _told(whole: Dossier, leg: Leg, papers: Sequence[Paper]) -> Reception:
    return Reception(
        unit=leg.unit,
        version=whole.version,
        applicant=whole.applicant,
        papers=papers,
        parent=whole,
        subject=whole.subject,
        sets=whole.sets,
        submitter=whole.submitter,
        submitter_kind=SubmitterKind(whole.submitter_kind),
        authority=whole.authority,
        data_subject=whole.data_subject,
        special_case=whole.special_case,
        witnesses=[one.person for one in whole.witnesses.select_related("person")],
        due_within=leg.due_at,
    )
