"""Refusal and termination: each with its form, each with a reason."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from motcua.office.dossiers import deadlines, lifecycle, news, writing
from motcua.office.dossiers.acts.frame import competent, desk, journal, locked
from motcua.office.dossiers.acts.steps import close
from motcua.office.dossiers.guards import refusal as guards
from motcua.office.dossiers.guards.handover import held, taken_over
from motcua.office.dossiers.guards.opinions import answered
from motcua.office.dossiers.guards.telling import written
from motcua.office.dossiers.models import Dossier, Slip, Status
from motcua.office.people.models import Officer, Unit
from motcua.office.people.policy import Term, authorise

NOT_YET_TAKEN = frozenset({Status.SUBMITTED, Status.RECEIVED})


@transaction.atomic
def refuse(dossier: int, *, reason: str, by: Officer, at: datetime, despite: str = "") -> Slip:
    """Refuse, with the slip: by the desk before anybody took it over, else by the head who decides on a proposal.

    After assessment the dossier becomes settled, not stopped: a refusal is the answer that was asked for, it has its
    number and its signature and is returned at the desk like any result. The table of states lets nothing that was
    stopped be returned. `despite` is the reason to decide while an opinion is still open.
    """
    kept, term = locked(dossier, "dossier.refuse", by=by, at=at, place=_who_decides)
    reason = written(reason, kept.code)
    if kept.status in NOT_YET_TAKEN:
        return _at_desk(kept, reason, by=by, term=term, at=at)
    return _after_assessment(kept, reason, despite, by=by, at=at)


@transaction.atomic
def terminate(dossier: int, *, reason: str, by: Officer, at: datetime) -> Slip:
    """Stop work on a dossier that cannot go on; only dossiers received since the form exists have this end."""
    kept, term = locked(dossier, "dossier.terminate", by=by, at=at, place=competent)
    before = Status(kept.status)
    lifecycle.check(kept, Status.STOPPED)
    guards.terminable(kept, timezone.localdate(kept.received_at))
    taken_over(kept)
    reason = written(reason, kept.code)
    slip = writing.termination(kept, reason, by=by, at=at)
    close(kept, Status.STOPPED, at, reason=reason)
    kept.save(update_fields=["status", "finished_at", "no_result_reason", "holder"])
    news.tell(kept, news.STOPPED, at=at)
    said = {"status": kept.status, "slip": slip.number}
    journal("dossier.terminated", kept, by=by, term=term, at=at, old={"status": before}, new=said)
    return slip


def _who_decides(dossier: Dossier) -> Unit:
    return desk(dossier) if dossier.status in NOT_YET_TAKEN else competent(dossier)


def _at_desk(kept: Dossier, reason: str, *, by: Officer, term: Term, at: datetime) -> Slip:
    """Passed on or not: until somebody takes it over the desk answers for it."""
    held(kept, by)
    before = Status(kept.status)
    slip = writing.refusal(kept, reason, by=by, at=at)
    close(kept, Status.NOT_RECEIVED, at, reason=reason)
    kept.save(update_fields=["status", "finished_at", "no_result_reason", "holder"])
    news.tell(kept, news.NOT_RECEIVED, at=at)
    said = {"status": kept.status, "slip": slip.number}
    journal("dossier.not_received", kept, by=by, term=term, at=at, old={"status": before}, new=said)
    return slip


def _after_assessment(kept: Dossier, reason: str, despite: str, *, by: Officer, at: datetime) -> Slip:
    """A refusal later than the term is still given: the citizen waits for an answer. The journal says if it is late."""
    term = authorise(by, "dossier.approve", kept.competent_unit, kept.domain, timezone.localdate(at))
    lifecycle.check(kept, Status.SETTLED)
    taken_over(kept)
    result = guards.proposed(kept, by)
    despite = answered(kept, despite)
    due = deadlines.standing(kept)
    slip = writing.refusal(kept, reason, by=by, at=at, signed_by=by)
    result.approved_by, result.approved_at = by, at
    result.number, result.issued_at, result.pages = slip.number, at, 1
    result.save(update_fields=["approved_by", "approved_at", "number", "issued_at", "pages"])
    close(kept, Status.SETTLED, at)
    kept.save(update_fields=["status", "finished_at"])
    said = {"status": kept.status, "slip": slip.number, "late": due is not None and at > due.standing_due}
    said |= {"despite": despite} if despite else {}
    journal("dossier.refused", kept, by=by, term=term, at=at, old={"status": Status.PROCESSING}, new=said)
    return slip
