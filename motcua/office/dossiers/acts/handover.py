"""Hand-over: passed on by one, taken over by another; the sender answers for the dossier until then."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from motcua.language import Words
from motcua.office.dossiers import lifecycle, news
from motcua.office.dossiers.acts.frame import at_hand, journal, locked
from motcua.office.dossiers.acts.steps import hand_on
from motcua.office.dossiers.guards import handover as guards
from motcua.office.dossiers.guards.telling import written
from motcua.office.dossiers.models import Channel, Dossier, Result, Status, Step
from motcua.office.people.models import Officer, Role, Unit
from motcua.office.people.policy import Term, authorise, authority

NAME = Words(vi="tên bước", en="the name of the step")


@transaction.atomic
def pass_on(  # noqa: PLR0913  to whom, with what
    dossier: int, *, name: str, unit: Unit, role: Role, by: Officer, at: datetime, due_at: datetime | None = None
) -> Step:
    """Send the dossier to a role of a unit. It stays in the sender's hand until someone there takes it over."""
    kept, term = locked(dossier, "dossier.pass_on", by=by, at=at)
    current = guards.in_hand(kept, by)
    guards.passable(kept, unit, role, timezone.localdate(at))
    name = written(name, kept.code, NAME, 200)
    step = hand_on(kept, current, sender=by, at=at, name=name, unit=unit, role=role, due_at=due_at)
    said = {"step": step.no, "unit": unit.unit_id, "role": role, "due_at": step.due_at}
    journal("dossier.passed_on", kept, by=by, term=term, at=at, new=said)
    return step


@transaction.atomic
def take_over(dossier: int, *, by: Officer, at: datetime) -> Step:
    """Take the open step over: from now on its officer answers for the dossier."""
    kept, _ = locked(dossier, "dossier.take_over", by=by, at=at)
    step, term = guards.to_take(kept, by, timezone.localdate(at))
    before = Status(kept.status)
    at_desk = step.role == Role.RECEPTION and step.unit_id == kept.received_by_unit_id
    if kept.status == Status.RECEIVED and not at_desk:
        lifecycle.check(kept, Status.PROCESSING)
        kept.status = Status.PROCESSING
    if kept.status == Status.SETTLED and at_desk and _first_there(kept, at):
        news.tell(kept, news.READY[Channel(kept.return_way)], at=at)
    step.officer, step.received_at = by, at
    step.save(update_fields=["officer", "received_at"])
    kept.holder, kept.step_no = by, step.no
    kept.save(update_fields=["holder", "step_no", "status"])
    told: dict[str, object] = {} if kept.status == before else {"status": kept.status}
    old = {"status": before} if told else {}
    journal("dossier.taken_over", kept, by=by, term=term, at=at, old=old, new={"step": step.no} | told)
    return step


def _first_there(dossier: Dossier, at: datetime) -> bool:
    """Whether the result comes to the desk now and was not there before."""
    return Result.objects.filter(dossier=dossier, to_desk_at=None).update(to_desk_at=at) == 1


@transaction.atomic
def assign(dossier: int, *, to: Officer, by: Officer, at: datetime) -> Step:
    """The head names who takes the open step over; one that another has in hand goes on to them as a new step."""
    kept, term = locked(dossier, "dossier.assign", by=by, at=at)
    before = guards.open_step(kept)
    guards.can_take(kept, before, to, timezone.localdate(at))
    former = before.officer
    step = _given(kept, before, to, at)
    old = {"officer": former.username if former else None}
    journal("dossier.assigned", kept, by=by, term=term, at=at, old=old, new={"step": step.no, "officer": to.username})
    return step


@transaction.atomic
def hand_over_work(
    officer: Officer, *, to: Officer, by: Officer, at: datetime, only: Collection[int] | None = None
) -> list[Step]:
    """All open work of one officer, or `only` these dossiers, to another by name; each has its line in the journal.

    The head's act, or the administrator's who ends a position. Nothing moves where the other may not take it all.
    """
    work = Dossier.objects.filter(steps__officer=officer, steps__finished_at=None).values("pk")
    if only is not None:
        work = work.filter(pk__in=only)
    # every dossier is locked before the first line of the journal, else two such acts could wait for each other
    locked_ones = Dossier.objects.select_for_update(of=("self",)).select_related("unit").filter(pk__in=work)
    # who waited for a lock may find that another act has moved the dossier on meanwhile: it is not theirs any more
    kept = [one for one in locked_ones.order_by("pk") if _with(one, officer)]
    allowed = [_may_hand_over(one, by, at) for one in kept]
    steps = [_moved(one, to, at) for one in kept]
    for dossier, term, step in zip(kept, allowed, steps, strict=True):
        old, new = {"officer": officer.username}, {"step": step.no, "officer": to.username}
        journal("dossier.work_handed_over", dossier, by=by, term=term, at=at, old=old, new=new)
    return steps


def _with(dossier: Dossier, officer: Officer) -> bool:
    """Whether the open step is the officer's."""
    step = guards.open_step_of(dossier)
    return step is not None and step.officer_id == officer.pk


def _moved(dossier: Dossier, to: Officer, at: datetime) -> Step:
    step = guards.open_step(dossier)
    guards.can_take(dossier, step, to, timezone.localdate(at))
    return _given(dossier, step, to, at)


def _may_hand_over(dossier: Dossier, by: Officer, at: datetime) -> Term:
    on, unit = timezone.localdate(at), at_hand(dossier)
    administers = authority(by, "officer.administer", unit, dossier.domain, on)
    return administers or authorise(by, "dossier.assign", unit, dossier.domain, on)


def _given(dossier: Dossier, step: Step, to: Officer, at: datetime) -> Step:
    """A step nobody took over waits for another; one in hand ends, and its holder answers until the other took it."""
    if step.received_at is None or step.officer is None:
        step.officer = to
        step.save(update_fields=["officer"])
        return step
    return hand_on(
        dossier,
        step,
        sender=step.officer,
        at=at,
        name=step.name,
        unit=step.unit,
        role=Role(step.role),
        officer=to,
        due_at=step.due_at,
    )
