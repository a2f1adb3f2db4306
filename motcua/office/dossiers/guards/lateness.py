"""Guards of apologies: one new date at most, by the day before, and the citizen is never punished for a late one."""

from datetime import datetime, timedelta

from django.utils import timezone

from motcua.language import Refusal, Words
from motcua.office.dossiers import lifecycle
from motcua.office.dossiers.models import Dossier, DueLineKind, Slip, SlipKind, Status
from motcua.office.dossiers.overdue import overdue

LATE, ERROR, LOST = "late", "error", "lost"

NO_SUCH_REASON = Words(
    vi="Hồ sơ {code}: không có lý do xin lỗi “{reason}”; phải là quá hạn (late), sai sót (error) hoặc thất lạc (lost).",
    en="Dossier {code}: there is no reason “{reason}” to apologise; it is late, error or lost.",
)
NOT_OPEN = Words(
    vi="Hồ sơ {code} đang ở trạng thái “{now}”; chỉ hẹn lại hồ sơ chưa giải quyết xong.",
    en="Dossier {code} is “{now}”; a new date is given only while it is not settled.",
)
NO_CLOCK = Words(
    vi="Hồ sơ {code} không có ngày hẹn trả đang chạy (không có thời hạn hoặc đang chờ người dân) nên không hẹn lại.",
    en="Dossier {code} has no due date that runs (no term, or it waits for the citizen): there is nothing to move.",
)
ONE_NEW_DATE = Words(
    vi="Hồ sơ {code} đã được hẹn lại một lần; pháp luật không cho hẹn lại lần thứ hai, hãy giải quyết ngay.",
    en="Dossier {code} was given a new date already; the law allows one only, settle it now.",
)
DRAFT_WAITS = Words(
    vi="Hồ sơ {code} đã có dự thảo phiếu xin lỗi chờ thủ trưởng ký.",
    en="Dossier {code} has a draft apology already that waits for the head to sign.",
)
NO_LATER = Words(
    vi="Hồ sơ {code}: ngày hẹn lại phải sau hạn đang có và sau hôm nay.",
    en="Dossier {code}: the new date must lie after the one that stands and after now.",
)
SIGNED = Words(
    vi="Phiếu này của hồ sơ {code} không phải dự thảo phiếu xin lỗi chờ ký.",
    en="This slip of dossier {code} is no draft of an apology that waits to be signed.",
)
NOT_LATE = Words(
    vi="Hồ sơ {code} không quá hạn nên không có nguyên nhân chậm để xác nhận.",
    en="Dossier {code} is not late: there is no cause to confirm.",
)
NO_SUCH_CAUSE = Words(
    vi="Hồ sơ {code}: không có nguyên nhân chậm “{cause}”; phải là một trong: {causes}.",
    en="Dossier {code}: there is no cause “{cause}”; it is one of: {causes}.",
)


def draftable(dossier: Dossier, reason: str, new_due_at: datetime | None, at: datetime) -> None:
    """Raises Refusal where this letter cannot be drafted. That it comes late is no ground."""
    if reason not in (LATE, ERROR, LOST):
        raise Refusal(NO_SUCH_REASON, code=dossier.code, reason=reason)
    if draft_of(dossier) is not None:
        raise Refusal(DRAFT_WAITS, code=dossier.code)
    if reason == LATE or new_due_at is not None:
        movable(dossier, new_due_at, at)


def movable(dossier: Dossier, new_due_at: datetime | None, at: datetime) -> None:
    """Raises Refusal where the due date cannot move to there."""
    if dossier.status in lifecycle.ENDED:
        raise Refusal(NOT_OPEN, code=dossier.code, now=Status(dossier.status).label)
    if dossier.due_at is None:
        raise Refusal(NO_CLOCK, code=dossier.code)
    if dossier.due_lines.filter(kind=DueLineKind.EXTENSION).exists():
        raise Refusal(ONE_NEW_DATE, code=dossier.code)
    if new_due_at is None or new_due_at <= max(dossier.due_at, at):
        raise Refusal(NO_LATER, code=dossier.code)


def after_its_day(dossier: Dossier, at: datetime) -> bool:
    """Whether a letter now comes later than the day before the term expires."""
    if dossier.due_at is None:
        return False
    return timezone.localdate(at) > timezone.localdate(dossier.due_at) - timedelta(days=1)


def draft_of(dossier: Dossier) -> Slip | None:
    return dossier.slips.filter(kind=SlipKind.APOLOGY, issued_at=None).first()


def signable(slip: Slip) -> None:
    """Raises Refusal for all but a draft."""
    if slip.kind != SlipKind.APOLOGY or slip.issued_at is not None:
        raise Refusal(SIGNED, code=slip.dossier.code)


def causable(dossier: Dossier, cause: str, at: datetime) -> None:
    """Raises Refusal where the dossier is not late, or for a cause that there is not."""
    causes = dict(Dossier._meta.get_field("late_cause").flatchoices)
    if cause not in causes:
        known = ", ".join(f"{key} ({label})" for key, label in causes.items())
        raise Refusal(NO_SUCH_CAUSE, code=dossier.code, cause=cause, causes=known)
    if not overdue(dossier, at):
        raise Refusal(NOT_LATE, code=dossier.code)
