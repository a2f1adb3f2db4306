"""Guards of hand-over: work only with a dossier taken over, sent only to someone who can take it."""

from datetime import date
from typing import cast

from motcua.language import Refusal, Words
from motcua.office.dossiers import lifecycle
from motcua.office.dossiers.models import Dossier, Status, Step
from motcua.office.people.acts import ACTS
from motcua.office.people.directory import unit as unit_of
from motcua.office.people.models import Officer, Role, Unit
from motcua.office.people.policy import Term, lineage, manned, reach, terms

NO_STEP = Words(
    vi="Hồ sơ {code} đã kết thúc, không còn bước nào để làm.",
    en="Dossier {code} has ended: no step of it is open.",
)
NOT_TAKEN_OVER = Words(
    vi="Hồ sơ {code} đã chuyển đến {unit} nhưng chưa ai nhận; hãy xác nhận nhận hồ sơ trên phần mềm trước.",
    en="Dossier {code} was sent to {unit} and nobody took it over yet; take it over in the software first.",
)
NOT_YOURS = Words(
    vi="Hồ sơ {code} đang do {holder} giữ; chỉ người đang giữ mới làm được việc này.",
    en="Dossier {code} is held by {holder}; only who holds it can do this.",
)
NOTHING_TO_TAKE = Words(
    vi="Hồ sơ {code} không có bước nào chờ bạn nhận.",
    en="Dossier {code} has no step that waits for you to take it over.",
)
FOR_ANOTHER = Words(
    vi="Hồ sơ {code} được giao đích danh cho {officer}; hãy để người đó nhận hoặc xin thủ trưởng giao lại.",
    en="Dossier {code} was assigned to {officer} by name; let them take it over or ask the head to assign it anew.",
)
NOBODY_THERE = Words(
    vi="Không chuyển được hồ sơ {code}: tại {unit} ngày {on} không có ai giữ vai trò “{role}” cho lĩnh vực này.",
    en="Dossier {code} cannot be sent: at {unit} nobody holds the role “{role}” for this domain on {on}.",
)
WAITS = Words(
    vi="Hồ sơ {code} đang chờ người dân bổ sung giấy tờ; hãy nhận bổ sung trước khi chuyển.",
    en="Dossier {code} waits for papers of the citizen; take them in before it is passed on.",
)
DUTY_WAITS = Words(
    vi="Hồ sơ {code} đang chờ người dân thực hiện nghĩa vụ tài chính; hãy ghi nhận đã nộp trước khi chuyển.",
    en="Dossier {code} waits for the citizen to pay a financial duty; note that it was paid before it is passed on.",
)
NOT_ACCEPTED = Words(
    vi="Hồ sơ {code} mới nộp, chưa được tiếp nhận; hãy tiếp nhận, yêu cầu bổ sung hoặc từ chối trước khi chuyển.",
    en="Dossier {code} was filed and is not received yet; accept it, ask for papers or refuse it before passing it on.",
)
RESULT_TO_DESK = Words(
    vi="Hồ sơ {code} đã giải quyết xong; kết quả chỉ được chuyển về Bộ phận Một cửa của {unit} để trả.",
    en="Dossier {code} is settled; its result goes to the one-stop desk of {unit} only, to be returned there.",
)
CANNOT_TAKE = Words(
    vi="Không giao được hồ sơ {code} cho {officer}: người này không giữ vai trò “{role}” tại {unit} cho lĩnh vực này.",
    en="Dossier {code} cannot go to {officer}: they do not hold the role “{role}” at {unit} for this domain.",
)

STAYS = {Status.SUPPLEMENT: WAITS, Status.FINANCIAL_DUTY: DUTY_WAITS, Status.SUBMITTED: NOT_ACCEPTED}

OPEN_STEP = "SELECT * FROM dossiers_step WHERE dossier_id = %s AND finished_at IS NULL"


def open_step_of(dossier: Dossier) -> Step | None:
    """The open step, None where there is none; read once for each act, which has the dossier locked."""
    if not hasattr(dossier, "step_at_hand"):
        # asked by every act, so in plain SQL: building the same query anew takes longer than answering it
        step = next(iter(Step.objects.raw(OPEN_STEP, [dossier.pk])), None)
        if step is not None:
            step.unit = unit_of(step.unit_id)
        dossier.step_at_hand = step
    return cast(Step | None, dossier.step_at_hand)


def open_step(dossier: Dossier) -> Step:
    """The open step. Raises Refusal where the dossier has ended."""
    step = open_step_of(dossier)
    if step is None:
        raise Refusal(NO_STEP, code=dossier.code)
    return step


def taken_over(dossier: Dossier) -> Step:
    """The open step, which somebody took over. Raises Refusal otherwise: nothing is settled outside the software."""
    step = open_step(dossier)
    if step.received_at is None:
        raise Refusal(NOT_TAKEN_OVER, code=dossier.code, unit=step.unit.name)
    return step


def in_hand(dossier: Dossier, by: Officer) -> Step:
    """The open step, which this officer took over. Raises Refusal where another has it or nobody took it."""
    step = taken_over(dossier)
    if step.officer_id != by.pk:
        raise Refusal(NOT_YOURS, code=dossier.code, holder=step.officer)
    return step


def held(dossier: Dossier, by: Officer) -> None:
    """Raises Refusal for all but the holder, who answers for the dossier until another has taken it over."""
    if dossier.holder_id != by.pk:
        raise Refusal(NOT_YOURS, code=dossier.code, holder=dossier.holder)


def passable(dossier: Dossier, unit: Unit, role: Role, on: date) -> None:
    """Raises Refusal where the dossier must not go there, or would lie there with nobody to take it."""
    if dossier.status in STAYS:
        raise Refusal(STAYS[Status(dossier.status)], code=dossier.code)
    desk = dossier.received_by_unit
    if dossier.status in lifecycle.ENDED and (role != Role.RECEPTION or desk.pk not in lineage(unit.pk)):
        raise Refusal(RESULT_TO_DESK, code=dossier.code, unit=desk.name)
    if role not in ACTS["dossier.take_over"] or not manned(unit, role, dossier.domain, on):
        raise Refusal(
            NOBODY_THERE, code=dossier.code, unit=unit.name, role=Role(role).label, on=on.strftime("%d/%m/%Y")
        )


def can_take(dossier: Dossier, step: Step, officer: Officer, on: date) -> Term:
    """The term by which the officer may take the step over. Raises Refusal where there is none."""
    for term in terms(officer, "dossier.take_over", on):
        there = step.unit_id in reach(term, "dossier.take_over")
        if term.role == step.role and there and term.covers(dossier.domain):
            return term
    raise Refusal(CANNOT_TAKE, code=dossier.code, officer=officer, unit=step.unit.name, role=Role(step.role).label)


def to_take(dossier: Dossier, by: Officer, on: date) -> tuple[Step, Term]:
    """The step that waits for this officer, and by which term they take it. Raises Refusal where none does."""
    step = open_step(dossier)
    if step.received_at is not None:
        raise Refusal(NOTHING_TO_TAKE, code=dossier.code)
    if step.officer_id not in (None, by.pk):
        raise Refusal(FOR_ANOTHER, code=dossier.code, officer=step.officer)
    return step, can_take(dossier, step, by, on)
