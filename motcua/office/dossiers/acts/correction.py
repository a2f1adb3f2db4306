"""Correction: what was told wrong is put right by an entry, what ended is taken up again; nothing is erased."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.db.models import Value
from django.db.models.functions import Concat, Substr

from motcua.language import Words, plain
from motcua.office.dossiers import deadlines, lifecycle
from motcua.office.dossiers.acts.frame import competent, journal, locked
from motcua.office.dossiers.acts.steps import leave
from motcua.office.dossiers.guards import correction as guards
from motcua.office.dossiers.guards.telling import written
from motcua.office.dossiers.models import (
    Correction,
    Dossier,
    DossierComponent,
    DueLineKind,
    Reopening,
    Result,
    Status,
    Step,
)
from motcua.office.people.models import Officer, Role

AGAIN = Words(vi="Mở lại hồ sơ", en="Reopened")


@transaction.atomic
def correct(dossier: int, *, changes: Mapping[str, object], reason: str, by: Officer, at: datetime) -> Correction:
    """Put right what was told wrong: `guards.correction` names what may be, never a moment.

    The entry holds old and new; the journal, which holds no personal data, says which values and why there are two.
    """
    if "applicant_name" in changes:
        _hold_all_of_applicant(dossier)
    kept, term = locked(dossier, "dossier.correct", by=by, at=at)
    clean = guards.cleaned(kept, changes)
    entry = Correction.objects.create(
        dossier=kept,
        no=kept.corrections.count() + 1,
        at=at,
        by=by,
        reason=written(reason, kept.code),
        old={name: _text(guards.standing(kept, name)) for name in clean},
        new={name: _text(value) for name, value in clean.items()},
    )
    _put_right(kept, clean)
    journal("dossier.corrected", kept, by=by, term=term, at=at, new={"entry": entry.no, "values": sorted(clean)})
    return entry


@transaction.atomic
def reopen(dossier: int, *, reason: str, by: Officer, at: datetime) -> Reopening:
    """The head takes an ended dossier up again. Its first end and return stay as they were; what follows is added."""
    kept, term = locked(dossier, "dossier.reopen", by=by, at=at, place=competent)
    before, then = Status(kept.status), lifecycle.check_reopening(kept)
    entry = Reopening.objects.create(
        dossier=kept,
        no=kept.reopenings.count() + 1,
        at=at,
        by=by,
        reason=written(reason, kept.code),
        ended_as=before,
        former_result=_former_result(kept, at),
    )
    _in_hand_of(kept, by, at)
    _run_again(kept, by, at)
    kept.status = then
    kept.save(update_fields=["status", "holder", "step_no", "due_at", "waiting_minutes"])
    journal(
        "dossier.reopened",
        kept,
        by=by,
        term=term,
        at=at,
        old={"status": before},
        new={"status": then, "entry": entry.no},
    )
    return entry


def _put_right(dossier: Dossier, clean: Mapping[str, object]) -> None:
    applicant, former = dossier.applicant, dossier.applicant.search_name
    for name, value in clean.items():
        owner, attribute = guards.place(dossier, name)
        setattr(owner, attribute, value)
        if isinstance(owner, DossierComponent):
            owner.save(update_fields=[attribute])
    applicant.search_name = plain(applicant.name)
    applicant.save()
    dossier.save(update_fields=[*guards.OF_DOSSIER.values()])
    if applicant.search_name != former:
        rest = Substr("search_text", len(former) + 1)
        theirs = Dossier.objects.filter(applicant=applicant, search_text__startswith=former)
        theirs.update(search_text=Concat(Value(applicant.search_name), rest))


def _hold_all_of_applicant(dossier: int) -> None:
    """A new name is sought for in all dossiers of the person: they are locked in order, else two could wait in turn."""
    person = Dossier.objects.filter(pk=dossier).values("applicant")[:1]
    list(Dossier.objects.select_for_update().filter(applicant=person).order_by("pk").values_list("pk", flat=True))


def _text(value: object) -> str:
    return "" if value is None else str(value)


def _former_result(dossier: Dossier, at: datetime) -> dict[str, object]:
    """What was decided, kept aside; the proposal behind it waits to be made anew."""
    said: dict[str, object] = {"no_result_reason": dossier.no_result_reason}
    result = Result.objects.select_related("approved_by").filter(dossier=dossier).first()
    if result is None:
        return said
    for name in ("kind", "number", "issued_at", "pages", "refuses", "approved_at", "to_desk_at"):
        said[name] = _text(getattr(result, name))
    said["approved_by"] = "" if result.approved_by is None else result.approved_by.username
    result.approved_by = result.approved_at = result.issued_at = result.to_desk_at = result.pages = None
    result.number, result.document, result.sent_back_at, result.sent_back_reason = "", None, at, AGAIN.vi
    result.save()
    return said


def _in_hand_of(dossier: Dossier, head: Officer, at: datetime) -> None:
    leave(dossier, at, AGAIN.vi)
    step = Step.objects.create(
        dossier=dossier,
        no=dossier.steps.count() + 1,
        name=AGAIN.vi,
        unit=dossier.competent_unit,
        role=Role.HEAD,
        sender=head,
        officer=head,
        sent_at=at,
        received_at=at,
    )
    dossier.holder, dossier.step_no = head, step.no


def _run_again(dossier: Dossier, by: Officer, at: datetime) -> None:
    """A clock that stood still when the dossier ended runs on."""
    due = deadlines.standing(dossier)
    if due is not None and due.paused_since is not None:
        deadlines.add(dossier, DueLineKind.RESUME, by=by, at=at)
