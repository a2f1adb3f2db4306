"""How acts move a dossier: from step to step, and to its end."""

from datetime import datetime

from motcua.office.dossiers import deadlines, lifecycle
from motcua.office.dossiers.guards import legs
from motcua.office.dossiers.guards.handover import open_step_of
from motcua.office.dossiers.models import Dossier, Status, Step
from motcua.office.people.models import Officer, Role, Unit


def hand_on(  # noqa: PLR0913  from whom to whom, with what
    dossier: Dossier,
    current: Step,
    *,
    sender: Officer,
    at: datetime,
    name: str,
    unit: Unit,
    role: Role,
    officer: Officer | None = None,
    due_at: datetime | None = None,
    outcome: str = "",
) -> Step:
    """End the current step and open the next, which waits to be taken over. Without `due_at` the process sets it."""
    finish(current, at, outcome)
    following = Step.objects.create(
        dossier=dossier,
        no=current.no + 1,
        name=name,
        unit=unit,
        role=role,
        sender=sender,
        officer=officer,
        sent_at=at,
        due_at=due_at or deadlines.step_due(dossier, name, unit, role, at),
    )
    dossier.step_at_hand = following
    return following


def finish(step: Step, at: datetime, outcome: str = "") -> None:
    """The step is done."""
    step.finished_at, step.outcome = at, outcome
    step.save(update_fields=["finished_at", "outcome"])


def close(dossier: Dossier, then: Status, at: datetime, *, reason: str = "") -> None:
    """The dossier becomes settled, or ends without a result for a reason. The first end is never overwritten.

    An end without a result also ends the open step: nobody has the dossier in hand any more. The dossier is not saved.
    """
    lifecycle.check(dossier, then)
    if then == Status.SETTLED:
        legs.all_closed(dossier)
    dossier.status = then
    if dossier.finished_at is None:
        dossier.finished_at = at
    else:
        dossier.reopenings.filter(finished_again_at=None).update(finished_again_at=at)
    if reason:
        dossier.no_result_reason = reason
        leave(dossier, at, then.label)


def leave(dossier: Dossier, at: datetime, outcome: str) -> None:
    """End the open step; nobody holds the dossier. It is not saved."""
    if (step := open_step_of(dossier)) is not None:
        finish(step, at, outcome)
    dossier.step_at_hand = None
    dossier.holder = None
