"""Lateness: the letter of apology, drafted and signed, with its one new date; and the cause, confirmed by a person."""

from collections.abc import Iterator
from datetime import datetime

from django.db import transaction

from motcua.language import Words
from motcua.office.dossiers import deadlines, lifecycle, news, writing
from motcua.office.dossiers.acts.frame import competent, journal, locked
from motcua.office.dossiers.guards import lateness as guards
from motcua.office.dossiers.guards.telling import written
from motcua.office.dossiers.models import Dossier, DueLineKind, Slip, SlipKind
from motcua.office.journal.writing import write
from motcua.office.people.models import Officer, Unit
from motcua.printing.forms.checks import worded
from motcua.worktime.term import Term

FAULT = Words(vi="lý do xin lỗi", en="the fault")
SOON_DUE = Words(
    vi="Hồ sơ sắp đến hạn trả kết quả nhưng chưa giải quyết xong.",
    en="The dossier is due soon and not settled.",
)
PAST_DUE = Words(
    vi="Hồ sơ đã quá hạn trả kết quả nhưng chưa giải quyết xong.",
    en="The dossier is past its due date and not settled.",
)
DRAFTED_BEFORE = Term(2, "working_day")  # so that the head has a day left to sign by the day before expiry
SUGGESTED = Term(3, "working_day")  # a start for the head, who may set another date


@transaction.atomic
def draft_apology(
    dossier: int, *, reason: str, fault: str, by: Officer, at: datetime, new_due_at: datetime | None = None
) -> Slip:
    """Draft the letter for the head. Late with a new date, or for an error or lost papers with or without one."""
    kept, term = locked(dossier, "dossier.draft_apology", by=by, at=at)
    guards.draftable(kept, reason, new_due_at, at)
    fault = written(fault, kept.code, FAULT, 1000)
    worded(fault, kept.code)  # what the head could not sign is no draft
    slip = writing.apology(kept, reason, fault, new_due_at, by=by, at=at)
    journal("dossier.apology_drafted", kept, by=by, term=term, at=at, new=_said(kept, slip, at))
    return slip


@transaction.atomic
def apologise(slip: int, *, by: Officer, at: datetime, new_due_at: datetime | None = None) -> Slip:
    """The head signs: the letter has its number and goes out, the due date moves to the one new date.

    A dossier that was settled meanwhile gets its letter too, without a new date.
    """
    dossier = Slip.objects.values_list("dossier", flat=True).get(pk=slip)
    kept, term = locked(dossier, "dossier.apologise", by=by, at=at, place=competent)
    letter = Slip.objects.select_related("unit", "dossier").get(pk=slip)
    guards.signable(letter)
    said: dict[str, object] = {"late": guards.after_its_day(kept, at)}
    letter.new_due_at = None if kept.status in lifecycle.ENDED else new_due_at or letter.new_due_at
    letter.signed_by = by
    if letter.new_due_at is not None:
        guards.movable(kept, letter.new_due_at, at)
    writing.number(letter, at)
    before = kept.due_at
    _move(kept, letter, by=by, at=at)
    letter.save(update_fields=["number", "year", "issued_at", "signed_by", "new_due_at", "said"])
    news.apologised(kept, letter.new_due_at, at=at)
    said |= {"slip": letter.number, "due_at": kept.due_at}
    journal("dossier.apologised", kept, by=by, term=term, at=at, old={"due_at": before}, new=said)
    return letter


@transaction.atomic
def confirm_cause(dossier: int, *, cause: str, by: Officer, at: datetime) -> None:
    """A person says why the dossier is late. The result is returned all the same; the file closes with this."""
    kept, term = locked(dossier, "dossier.confirm_cause", by=by, at=at)
    guards.causable(kept, cause, at)
    before = kept.late_cause
    kept.late_cause, kept.late_cause_by = cause, by
    kept.save(update_fields=["late_cause", "late_cause_by"])
    journal("dossier.cause_confirmed", kept, by=by, term=term, at=at, old={"cause": before}, new={"cause": cause})


def draft_apologies(at: datetime) -> list[Slip]:
    """A draft in the head's queue for each dossier due within two working days, or past due, that is not settled."""
    drafts = [_drafted(dossier, at) for dossier in _soon_due(at)]
    return [draft for draft in drafts if draft is not None]


def _soon_due(at: datetime) -> Iterator[int]:
    open_ones = Dossier.objects.filter(status__in=lifecycle.OPEN, finished_at=None, due_at__isnull=False)
    for unit in Unit.objects.filter(pk__in=open_ones.values("competent_unit")):
        until = deadlines.schedule_of(unit).due(at, DRAFTED_BEFORE)
        due = open_ones.filter(competent_unit=unit, due_at__lte=until)
        new_date = due.filter(due_lines__kind=DueLineKind.EXTENSION).values("pk")
        letter = due.filter(slips__kind=SlipKind.APOLOGY, slips__issued_at=None).values("pk")
        yield from due.exclude(pk__in=new_date).exclude(pk__in=letter).order_by("pk").values_list("pk", flat=True)


@transaction.atomic
def _drafted(dossier: int, at: datetime) -> Slip | None:
    """In the name of who holds the dossier and answers for it; None where somebody was faster."""
    kept = Dossier.objects.select_for_update(of=("self",)).select_related("unit", "competent_unit").get(pk=dossier)
    if kept.status not in lifecycle.OPEN or kept.due_at is None or guards.draft_of(kept) is not None:
        return None
    schedule = deadlines.schedule_of(kept.competent_unit)
    new_due_at = schedule.due(max(kept.due_at, at), SUGGESTED)
    fault = (PAST_DUE if at > kept.due_at else SOON_DUE).vi  # the letter is Vietnamese
    holder = kept.holder or kept.steps.latest("no").sender
    slip = writing.apology(kept, guards.LATE, fault, new_due_at, by=holder, at=at)
    said = _said(kept, slip, at)
    unit = kept.unit.unit_id
    write("dossier.apology_drafted", kept.code, unit=unit, by="motcua", authority="draft_apologies", at=at, new=said)
    return slip


def _move(dossier: Dossier, letter: Slip, *, by: Officer, at: datetime) -> None:
    if letter.new_due_at is None:
        return
    kind = DueLineKind.EXTENSION
    deadlines.add(dossier, kind, by=by, at=at, document=letter.number, new_due_at=letter.new_due_at)
    dossier.save(update_fields=["due_at", "waiting_minutes"])


def _said(dossier: Dossier, slip: Slip, at: datetime) -> dict[str, object]:
    late = guards.after_its_day(dossier, at)
    return {"draft": slip.pk, "reason": slip.reason, "new_due_at": slip.new_due_at, "late": late}
