"""The life of a dossier, as one table. docs/reference/dossier-states.md is drawn from it."""

from motcua.language import Refusal, Words
from motcua.office.dossiers.models import Dossier, Status

NEXT: dict[Status, frozenset[Status]] = {
    Status.SUBMITTED: frozenset({Status.RECEIVED, Status.NOT_RECEIVED, Status.SUPPLEMENT}),
    Status.RECEIVED: frozenset({Status.PROCESSING, Status.WITHDRAWN, Status.SUPPLEMENT, Status.NOT_RECEIVED}),
    Status.NOT_RECEIVED: frozenset(),
    Status.PROCESSING: frozenset(
        {Status.SUPPLEMENT, Status.FINANCIAL_DUTY, Status.STOPPED, Status.SETTLED, Status.WITHDRAWN}
    ),
    Status.SUPPLEMENT: frozenset({Status.PROCESSING, Status.RECEIVED, Status.STOPPED, Status.WITHDRAWN}),
    Status.FINANCIAL_DUTY: frozenset({Status.PROCESSING, Status.STOPPED}),
    Status.WITHDRAWN: frozenset(),
    Status.STOPPED: frozenset(),
    Status.SETTLED: frozenset({Status.RETURNED}),
    Status.RETURNED: frozenset(),
}
ENDED = frozenset({Status.NOT_RECEIVED, Status.WITHDRAWN, Status.STOPPED, Status.SETTLED, Status.RETURNED})
OPEN = frozenset(Status) - ENDED
WAITING = frozenset({Status.SUPPLEMENT, Status.FINANCIAL_DUTY})  # for the citizen: the clock stands still

# Taken up again by the head: from any end back to work. Apart from NEXT, so that no other act finds this way.
REOPENED: dict[Status, Status] = dict.fromkeys(ENDED, Status.PROCESSING)

NOT_NOW = Words(
    vi="Hồ sơ {code} đang ở trạng thái “{now}”, không thể chuyển sang “{then}”.",
    en="Dossier {code} is “{now}” and cannot become “{then}”.",
)

NOT_ENDED = Words(
    vi="Hồ sơ {code} đang ở trạng thái “{now}”, chưa kết thúc nên không cần mở lại.",
    en="Dossier {code} is “{now}”: it has not ended and needs no reopening.",
)

NEVER_RECEIVED = Words(
    vi="Hồ sơ {code} chưa từng được tiếp nhận nên không mở lại; công dân nộp hồ sơ mới.",
    en="Dossier {code} was never received and is not reopened; the citizen files anew.",
)


class NotNow(Refusal):
    """The dossier's state does not allow this act. The message is fit to show to an officer."""


def check(dossier: Dossier, then: Status, *, now: Status | None = None) -> None:
    """Raises NotNow where the dossier cannot become `then`, or is not `now` where the act asks for that."""
    status = Status(dossier.status)
    if then not in NEXT[status] or now not in (None, status):
        raise NotNow(NOT_NOW, code=dossier.code, now=status.label, then=then.label)


def accepted(dossier: Dossier) -> bool:
    """Whether the desk ever took it in: only then it has its line in the tracking book, its receipt and its clock."""
    return bool(dossier.register_no)


def check_reopening(dossier: Dossier) -> Status:
    """What a reopened dossier becomes. Raises NotNow where it has not ended."""
    now = Status(dossier.status)
    if now not in REOPENED:
        raise NotNow(NOT_ENDED, code=dossier.code, now=now.label)
    if not accepted(dossier):
        raise NotNow(NEVER_RECEIVED, code=dossier.code)
    return REOPENED[now]
