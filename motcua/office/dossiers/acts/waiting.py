"""Waiting for the citizen: papers asked for, papers brought, the dossier taken back by who filed it."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from motcua.language import Words
from motcua.office.dossiers import deadlines, lifecycle, news, writing
from motcua.office.dossiers.acts.frame import desk, journal, locked
from motcua.office.dossiers.acts.reception import add_papers
from motcua.office.dossiers.acts.steps import close
from motcua.office.dossiers.guards import waiting as guards
from motcua.office.dossiers.guards.handover import in_hand
from motcua.office.dossiers.guards.telling import written
from motcua.office.dossiers.models import Dossier, DueLineKind, Slip, Status
from motcua.office.dossiers.told import Paper
from motcua.office.people.models import Officer, Role

NOTICE = Words(vi="số thông báo nghĩa vụ tài chính", en="the number of the notice of the duty")
PROOF = Words(vi="chứng từ đã nộp nghĩa vụ tài chính", en="the proof of payment of the duty")
WARNED = {guards.AGAIN: "again", guards.LATE: "late"}


@transaction.atomic
def ask_supplement(dossier: int, *, wanted: Sequence[str], reason: str, by: Officer, at: datetime) -> Slip:
    """Ask the citizen for everything that is missing, all at once; the clock stands still until it comes.

    What the law allows once can be done again: then the journal says so.
    """
    kept, term = locked(dossier, "dossier.supplement", by=by, at=at)
    in_hand(kept, by)
    lifecycle.check(kept, Status.SUPPLEMENT)
    wanted, reason = guards.list_of(wanted, kept), written(reason, kept.code)
    warned = [WARNED[warning.words] for warning in guards.warnings(kept, at)]
    before = Status(kept.status)
    slip = writing.supplement(kept, wanted, reason, by=by, at=at)
    deadlines.add(kept, DueLineKind.PAUSE, by=by, at=at, document=slip.number)
    kept.status = Status.SUPPLEMENT
    kept.supplement_requests += 1
    kept.save(update_fields=["status", "supplement_requests", "due_at", "waiting_minutes"])
    news.tell(kept, news.SUPPLEMENT, at=at)
    said = {"status": kept.status, "slip": slip.number, "papers": len(wanted), "warned": warned}
    journal("dossier.supplement_asked", kept, by=by, term=term, at=at, old={"status": before}, new=said)
    return slip


@transaction.atomic
def resubmit(dossier: int, *, papers: Sequence[Paper], by: Officer, at: datetime) -> None:
    """The papers came: they are added, and the term begins again from zero."""
    kept, term = locked(dossier, "dossier.resubmit", by=by, at=at, place=desk)
    lifecycle.check(kept, Status.PROCESSING, now=Status.SUPPLEMENT)
    guards.brought(kept, papers)
    add_papers(kept, papers)
    slip = kept.slips.filter(kind="supplement").last()
    deadlines.add(kept, DueLineKind.RESTART, by=by, at=at, document="" if slip is None else slip.number)
    kept.status = Status.PROCESSING
    kept.save(update_fields=["status", "due_at", "waiting_minutes"])
    _step_anew(kept, at)
    said = {"status": kept.status, "papers": len(papers), "due_at": kept.due_at}
    journal("dossier.resubmitted", kept, by=by, term=term, at=at, old={"status": Status.SUPPLEMENT}, new=said)


@transaction.atomic
def ask_duty(dossier: int, *, notice: str, amount: int, by: Officer, at: datetime) -> None:
    """Tell the citizen of the notice of a financial duty (land); the clock stands still until it is paid."""
    kept, term = locked(dossier, "dossier.ask_duty", by=by, at=at)
    in_hand(kept, by)
    lifecycle.check(kept, Status.FINANCIAL_DUTY)
    notice = written(notice, kept.code, NOTICE, 120)
    guards.owes_duty(kept, notice, amount)
    deadlines.add(kept, DueLineKind.PAUSE, by=by, at=at, document=notice)
    kept.status = Status.FINANCIAL_DUTY
    kept.save(update_fields=["status", "due_at", "waiting_minutes"])
    news.tell(kept, news.DUTY, at=at)
    said = {"status": kept.status, "notice": notice, "amount": amount}
    journal("dossier.duty_asked", kept, by=by, term=term, at=at, old={"status": Status.PROCESSING}, new=said)


@transaction.atomic
def duty_paid(dossier: int, *, proof: str, by: Officer, at: datetime) -> None:
    """The citizen paid the duty: the clock runs on where it stood. `proof` names the paper that shows it."""
    kept, term = locked(dossier, "dossier.duty_paid", by=by, at=at, place=desk)
    lifecycle.check(kept, Status.PROCESSING, now=Status.FINANCIAL_DUTY)
    proof = written(proof, kept.code, PROOF, 120)
    deadlines.add(kept, DueLineKind.RESUME, by=by, at=at, document=proof)
    kept.status = Status.PROCESSING
    kept.save(update_fields=["status", "due_at", "waiting_minutes"])
    said = {"status": kept.status, "proof": proof, "due_at": kept.due_at}
    journal("dossier.duty_paid", kept, by=by, term=term, at=at, old={"status": Status.FINANCIAL_DUTY}, new=said)


@transaction.atomic
def withdraw(dossier: int, *, reason: str, by: Officer, at: datetime) -> None:
    """The citizen takes the dossier back at the desk, wherever it is; nothing is decided."""
    kept, term = locked(dossier, "dossier.withdraw", by=by, at=at, place=desk)
    before = Status(kept.status)
    close(kept, Status.WITHDRAWN, at, reason=written(reason, kept.code))
    kept.save(update_fields=["status", "finished_at", "no_result_reason", "holder"])
    journal("dossier.withdrawn", kept, by=by, term=term, at=at, old={"status": before}, new={"status": kept.status})


def _step_anew(dossier: Dossier, at: datetime) -> None:
    """The step in work has its whole term again too."""
    for step in dossier.steps.filter(finished_at=None).select_related("unit"):
        due_at = deadlines.step_due(dossier, step.name, step.unit, Role(step.role), at)
        if due_at is not None:
            step.due_at = due_at
            step.save(update_fields=["due_at"])
