"""Reception: a dossier is taken in with its papers, a due date, a receipt, a control slip and a line in the book.

What comes at the counter is received at once. What comes online or by post is submitted first and accepted when the
desk has looked at it: its term runs from then on, as the receipt says.
"""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from motcua.language import Refusal, Words
from motcua.office.dossiers import deadlines, lifecycle, news, numbering, writing
from motcua.office.dossiers.acts import reuse
from motcua.office.dossiers.acts.frame import desk, journal, locked
from motcua.office.dossiers.guards import reception as guards
from motcua.office.dossiers.guards.handover import in_hand
from motcua.office.dossiers.models import (
    BookKind,
    DigitalCopy,
    Dossier,
    DossierComponent,
    PaperForm,
    Status,
    Step,
    Witness,
)
from motcua.office.dossiers.told import Paper, Reception
from motcua.office.people.models import Officer, Role
from motcua.office.people.policy import authorise

__all__ = ["Paper", "Reception", "Refusal", "accept", "receive", "submit"]

LAND = frozenset({"land", "mediation"})  # a dispute over land is a land dossier too
AT_DESK = Words(vi="Tiếp nhận", en="Reception")


@transaction.atomic
def receive(told: Reception, *, by: Officer, at: datetime) -> Dossier:
    """Take a dossier in and start its clock.

    Raises NotAllowed, or a Refusal of the guards: the list of papers, kept originals, authority, witnesses, version;
    where papers are in store, those of `reuse_copy` as well.
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
    reusing = reuse.allowed(dossier, told.papers, by=by, at=at)
    reused = _put_down(dossier, told, by=by, at=at)
    _given_out(dossier, serial, by=by, at=at)
    journal("dossier.received", dossier, by=by, term=term, at=at, new=_said(dossier))
    if reusing is not None:
        reuse.note(dossier, reused, by=by, term=reusing, at=at)
    return dossier


@transaction.atomic
def submit(told: Reception, *, by: Officer, at: datetime) -> Dossier:
    """Take in what was filed online or by post and is not looked at yet: no receipt, no clock but the desk's own.

    Until `accept` its `received_at` is when it came. The step at the desk is due when the citizen must have an answer.
    """
    on = timezone.localdate(at)
    term = authorise(by, "dossier.receive", told.unit, told.version.domain, on)
    guards.check_filed(told, on)
    dossier = _dossier(told, numbering.dossier_code(told.unit, on), at)
    dossier.status, dossier.holder, dossier.step_no = Status.SUBMITTED, by, 1
    dossier.save(force_insert=True)
    answer_by = deadlines.answer_by(dossier)
    reusing = reuse.allowed(dossier, told.papers, by=by, at=at)
    reused = _put_down(dossier, told, by=by, at=at, due_at=answer_by)
    said = _said(dossier) | {"answer_by": answer_by}
    journal("dossier.submitted", dossier, by=by, term=term, at=at, new=said)
    if reusing is not None:
        reuse.note(dossier, reused, by=by, term=reusing, at=at)
    return dossier


@transaction.atomic
def accept(dossier: int, *, papers: Sequence[Paper] = (), by: Officer, at: datetime) -> Dossier:
    """The desk finds it complete, with `papers` that were asked for: received now, as at the counter."""
    kept, term = locked(dossier, "dossier.receive", by=by, at=at, place=desk)
    guards.not_accepted_yet(kept)
    before, on = Status(kept.status), timezone.localdate(at)
    lifecycle.check(kept, Status.RECEIVED)
    step = in_hand(kept, by)
    add_papers(kept, papers)
    guards.complete(kept.version, set(kept.components.values_list("procedure_component_no", flat=True)))
    late = step.due_at is not None and at > step.due_at
    kept.status, kept.received_at = Status.RECEIVED, at
    first = deadlines.base_line(kept, by=by)
    serial = numbering.draw(kept.unit, BookKind.TRACKING, str(on.year))
    kept.register_no = f"{serial}/{on.year}"
    kept.save(update_fields=["status", "received_at", "first_due_at", "due_at", "register_no"])
    if first is not None:
        first.save(force_insert=True)
    step.due_at = None
    step.save(update_fields=["due_at"])
    _given_out(kept, serial, by=by, at=at)
    said = _said(kept) | {"papers": len(papers), "late": late}
    journal("dossier.accepted", kept, by=by, term=term, at=at, old={"status": before}, new=said)
    return kept


def add_papers(dossier: Dossier, papers: Sequence[Paper]) -> None:
    """Papers that came after the first, numbered on; what the list names has its number there.

    What is in store is not among them: then `reuse_copy` takes it.
    """
    if any(paper.copy is not None for paper in papers):
        raise ValueError("papers in store are not brought")
    last = dossier.components.aggregate(last=Max("no"))["last"] or 0
    DossierComponent.objects.bulk_create(_components(dossier, guards.brought(dossier, papers), last + 1))


def _put_down(
    dossier: Dossier, told: Reception, *, by: Officer, at: datetime, due_at: datetime | None = None
) -> list[DigitalCopy]:
    """Papers, witnesses and the first step; returns the copies in store that stand for papers."""
    components = DossierComponent.objects.bulk_create(_components(dossier, told.papers))
    Witness.objects.bulk_create(Witness(dossier=dossier, person=person) for person in told.witnesses)
    Step.objects.create(
        dossier=dossier, no=1, name=AT_DESK.vi, unit=told.unit, role=Role.RECEPTION, sender=by, officer=by,
        sent_at=at, received_at=at, due_at=due_at,
    )  # fmt: skip
    return reuse.take_in(dossier, list(zip(components, told.papers, strict=True)), by=by, at=at)


def _given_out(dossier: Dossier, serial: int, *, by: Officer, at: datetime) -> None:
    """The lines in the books, the receipt, the control slip, the notice to the citizen."""
    on = timezone.localdate(at)
    numbering.entered(dossier, BookKind.TRACKING, on, serial)
    if dossier.parent_id is not None and dossier.version.special in LAND:
        numbering.enter(dossier, BookKind.LINKED_LAND, on)
    writing.receipt(dossier, by=by, at=at)
    writing.control_slip(dossier, by=by, at=at)
    news.received(dossier)


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


def _components(dossier: Dossier, papers: Sequence[Paper], first: int = 1) -> list[DossierComponent]:
    return [
        DossierComponent(
            dossier=dossier,
            no=no,
            name=paper.name,
            procedure_component_no=paper.listed_as,
            form=paper.form if paper.copy is None else PaperForm.DATA,
            quantity=paper.quantity,
            declared_pages=paper.declared_pages,
            kept_original=paper.kept_original,
        )
        for no, paper in enumerate(papers, start=first)
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
