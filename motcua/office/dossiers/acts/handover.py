"""Hand-over: passed on by one, taken over by another; the sender answers for the dossier until then."""

from datetime import datetime

from django.db import transaction

from motcua.language import Refusal, Words
from motcua.office.dossiers import lifecycle
from motcua.office.dossiers.acts.frame import journal, locked
from motcua.office.dossiers.models import Dossier, Status, Step
from motcua.office.people.models import Officer, Role, Unit

NOT_YOURS = Words(
    vi="Hồ sơ {code} đang do {holder} giữ; chỉ người đang giữ mới chuyển được.",
    en="Dossier {code} is held by {holder}; only who holds it can pass it on.",
)
NOTHING_TO_TAKE = Words(
    vi="Hồ sơ {code} không có bước nào chờ bạn nhận.",
    en="Dossier {code} has no step that waits for you to take it over.",
)


@transaction.atomic
def pass_on(  # noqa: PLR0913  to whom, with what
    dossier: int, *, name: str, unit: Unit, role: Role, by: Officer, at: datetime, due_at: datetime | None = None
) -> Step:
    """Send the dossier to a role of a unit. It stays in the sender's hand until someone there takes it over."""
    kept, term = locked(dossier, "dossier.pass_on", by=by, at=at)
    _held(kept, by)
    current = kept.steps.filter(finished_at=None).get()
    current.finished_at = at
    current.save(update_fields=["finished_at"])
    step = Step.objects.create(
        dossier=kept, no=current.no + 1, name=name, unit=unit, role=role, sender=by, sent_at=at, due_at=due_at
    )
    journal(
        "dossier.passed_on", kept, by=by, term=term, at=at, new={"step": step.no, "unit": unit.unit_id, "role": role}
    )
    return step


@transaction.atomic
def take_over(dossier: int, *, by: Officer, at: datetime) -> Step:
    """Take the open step over: from now on its officer answers for the dossier."""
    kept, term = locked(dossier, "dossier.take_over", by=by, at=at)
    step = kept.steps.filter(finished_at=None, received_at=None, role=term.role).first()
    if step is None:
        raise Refusal(NOTHING_TO_TAKE, code=kept.code)
    if kept.status == Status.RECEIVED:
        lifecycle.check(kept, Status.PROCESSING)
        kept.status = Status.PROCESSING
    step.officer, step.received_at = by, at
    step.save(update_fields=["officer", "received_at"])
    kept.holder, kept.step_no = by, step.no
    kept.save(update_fields=["holder", "step_no", "status"])
    journal("dossier.taken_over", kept, by=by, term=term, at=at, new={"step": step.no})
    return step


def _held(kept: Dossier, by: Officer) -> None:
    if kept.holder_id != by.pk:
        raise Refusal(NOT_YOURS, code=kept.code, holder=kept.holder)
