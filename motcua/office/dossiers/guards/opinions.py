"""Guards of opinions: asked of another unit, answered once, and silence is no consent."""

from datetime import datetime

from motcua.language import Refusal, Words
from motcua.office.dossiers.models import Dossier, Opinion, Status, Step
from motcua.office.people.models import Unit

NOT_IN_WORK = Words(
    vi="Hồ sơ {code} đang ở trạng thái “{now}”; chỉ lấy ý kiến khi hồ sơ đang xử lý.",
    en="Dossier {code} is “{now}”; opinions are asked for while it is processed.",
)
ITSELF = Words(
    vi="Hồ sơ {code} đang ở chính {unit}; chỉ lấy ý kiến của cơ quan khác.",
    en="Dossier {code} is at {unit} itself; an opinion is asked of another unit.",
)
DUE_PAST = Words(
    vi="Hồ sơ {code}: hạn trả lời ý kiến phải sau thời điểm hỏi.",
    en="Dossier {code}: the day to answer must lie after the moment of asking.",
)
ANSWERED = Words(
    vi="Hồ sơ {code}: {unit} đã trả lời ý kiến này; nếu cần, hãy hỏi lại.",
    en="Dossier {code}: {unit} has answered this already; ask anew where that is needed.",
)
UNANSWERED = Words(
    vi="Hồ sơ {code}: {units} chưa trả lời ý kiến; im lặng không phải là đồng ý, hãy ghi lý do nếu vẫn duyệt.",
    en="Dossier {code}: {units} did not answer yet; silence is no consent, give the reason to decide all the same.",
)


def askable(dossier: Dossier, step: Step, unit: Unit, due_at: datetime, at: datetime) -> None:
    """Raises Refusal where no opinion can be asked for."""
    if dossier.status != Status.PROCESSING:
        raise Refusal(NOT_IN_WORK, code=dossier.code, now=Status(dossier.status).label)
    if unit.pk == step.unit_id:
        raise Refusal(ITSELF, code=dossier.code, unit=unit.name)
    if due_at <= at:
        raise Refusal(DUE_PAST, code=dossier.code)


def answerable(opinion: Opinion) -> None:
    """Raises Refusal for a second answer."""
    if opinion.answered_at is not None:
        raise Refusal(ANSWERED, code=opinion.dossier.code, unit=opinion.unit.name)


def answered(dossier: Dossier, despite: str) -> str:
    """The reason to decide without an answer, empty where all answered. Raises Refusal for silence without one."""
    silent = [one.unit.name for one in dossier.opinions.filter(answered_at=None).select_related("unit")]
    if silent and not despite.strip():
        raise Refusal(UNANSWERED, code=dossier.code, units=", ".join(silent))
    return despite.strip() if silent else ""
