"""Reception: a dossier is taken in with its papers, a due date, a receipt, a control slip and a line in the book."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from motcua.language import Refusal, Words
from motcua.office.dossiers import deadlines, numbering, writing
from motcua.office.dossiers.acts.frame import journal
from motcua.office.dossiers.guards import reception as guards
from motcua.office.dossiers.models import (
    BookKind,
    Dossier,
    DossierComponent,
    Status,
    Step,
    Witness,
)
from motcua.office.dossiers.told import Paper, Reception
from motcua.office.people.models import Officer, Role
from motcua.office.people.policy import authorise

__all__ = ["Paper", "Reception", "Refusal", "receive"]

AT_DESK = Words(vi="Tiếp nhận", en="Reception")


@transaction.atomic
def receive(told: Reception, *, by: Officer, at: datetime) -> Dossier:
    """Take a dossier in and start its clock.

    Raises NotAllowed, or a Refusal of the guards: the list of papers, kept originals, authority, witnesses, version.
    """
    on = timezone.localdate(at)
    term = authorise(by, "dossier.receive", told.unit, told.version.domain, on)
    guards.check(told, on)
    dossier = _dossier(told, numbering.dossier_code(told.unit, on), at)
    first = deadlines.base_line(dossier, by=by, within=told.due_within)
    dossier.holder, dossier.step_no = by, 1
    serial = numbering.draw(told.unit, BookKind.TRACKING, str(on.year))
    dossier.register_no = f"{serial}/{on.year}"
    dossier.save(force_insert=True)
    if first is not None:
        first.save(force_insert=True)
    DossierComponent.objects.bulk_create(_components(dossier, told.papers))
    Witness.objects.bulk_create(Witness(dossier=dossier, person=person) for person in told.witnesses)
    Step.objects.create(
        dossier=dossier, no=1, name=AT_DESK.vi, unit=told.unit, role=Role.RECEPTION, sender=by, officer=by,
        sent_at=at, received_at=at,
    )  # fmt: skip
    numbering.entered(dossier, BookKind.TRACKING, on, serial)
    if dossier.parent_id is not None and dossier.version.special == "land":
        numbering.enter(dossier, BookKind.LINKED_LAND, on)
    writing.receipt(dossier, by=by, at=at)
    writing.control_slip(dossier, by=by, at=at)
    journal("dossier.received", dossier, by=by, term=term, at=at, new=_said(dossier))
    return dossier


def _dossier(told: Reception, code: str, at: datetime) -> Dossier:
    submitter = told.submitter or told.applicant
    return Dossier(
        code=code,
        unit=told.unit,
        received_by_unit=told.unit,
        competent_unit=told.competent_unit or told.unit,
        helping_unit=told.helping_unit,
        parent=told.parent,
        version=told.version,
        domain=told.version.domain,
        subject=told.subject,
        channel=told.channel,
        applicant=told.applicant,
        submitter=told.submitter,
        submitter_kind=told.submitter_kind,
        submitter_account=told.submitter_account,
        submitter_phone=submitter.phone,
        authority=told.authority,
        data_subject=told.data_subject,
        status=Status.RECEIVED,
        received_at=at,
        return_way=told.return_way,
        sets=told.sets,
        special_case=told.special_case,
        search_text=f"{told.applicant.search_name} {told.version.search_name}",
    )


def _components(dossier: Dossier, papers: Sequence[Paper]) -> list[DossierComponent]:
    return [
        DossierComponent(
            dossier=dossier,
            no=no,
            name=paper.name,
            procedure_component_no=paper.listed_as,
            form=paper.form,
            quantity=paper.quantity,
            kept_original=paper.kept_original,
            reused=paper.reused,
        )
        for no, paper in enumerate(papers, start=1)
    ]


def _said(dossier: Dossier) -> dict[str, object]:
    return {
        "procedure": dossier.version.procedure.code,
        "version": dossier.version.version,
        "channel": dossier.channel,
        "status": dossier.status,
        "due_at": dossier.due_at,
        "register_no": dossier.register_no,
    }
