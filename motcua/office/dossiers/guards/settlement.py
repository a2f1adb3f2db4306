"""Guards of settlement: nobody approves their own proposal, nothing closes or leaves without a result."""

from motcua.language import Refusal, Words
from motcua.office.dossiers.guards.handover import open_step, taken_over
from motcua.office.dossiers.models import Channel, Dossier, Result, Status
from motcua.office.people.models import Officer, Role

NOT_IN_WORK = Words(
    vi="Hồ sơ {code} đang ở trạng thái “{now}”; chỉ đề xuất, duyệt khi hồ sơ đang xử lý.",
    en="Dossier {code} is “{now}”; proposals are made and approved while it is processed.",
)
NO_PROPOSAL = Words(
    vi="Hồ sơ {code} chưa có đề xuất nào chờ duyệt; chuyên viên phải đề xuất trước.",
    en="Dossier {code} has no proposal that waits for approval; the specialist must make one first.",
)
APPROVED = Words(
    vi="Hồ sơ {code} đã được {officer} duyệt; không đề xuất hay duyệt lại.",
    en="Dossier {code} is approved by {officer} already; it is not proposed or approved again.",
)
OWN_PROPOSAL = Words(
    vi="Hồ sơ {code}: bạn là người đề xuất nên không được tự duyệt; hãy để người khác có thẩm quyền duyệt.",
    en="Dossier {code}: the proposal is yours, you may not approve it; another with that authority must.",
)
REFUSES = Words(
    vi="Hồ sơ {code} được đề xuất từ chối; hãy dùng việc “từ chối” để có phiếu nêu lý do cho người dân.",
    en="Dossier {code} is proposed to be refused; use the act of refusal, which gives the slip with its reason.",
)
NOT_APPROVED = Words(
    vi="Hồ sơ {code} chưa được duyệt; kết quả chỉ được ghi sau khi thủ trưởng duyệt.",
    en="Dossier {code} is not approved; a result is recorded after the head has approved it.",
)
NO_PAGES = Words(
    vi="Hồ sơ {code}: số trang của kết quả phải từ 1 trở lên.",
    en="Dossier {code}: a result has one page or more.",
)
NOT_SETTLED = Words(
    vi="Hồ sơ {code} đang ở trạng thái “{now}”; chỉ trả kết quả khi hồ sơ đã xử lý xong và chưa trả.",
    en="Dossier {code} is “{now}”; a result is returned once the dossier is settled, and once only.",
)
NO_RESULT = Words(
    vi="Hồ sơ {code} đã đóng nhưng không có kết quả; hãy ghi kết quả trước khi trả.",
    en="Dossier {code} is closed without a result; record the result before it is returned.",
)
NOT_AT_DESK = Words(
    vi="Kết quả của hồ sơ {code} chưa về Bộ phận Một cửa của {unit}; phải chuyển và nhận tại đó rồi mới trả.",
    en="The result of dossier {code} is not at the one-stop desk of {unit}; it is sent and taken over there first.",
)
NO_SUCH_WAY = Words(
    vi="Hồ sơ {code}: kết quả chỉ được trả tại Một cửa, qua bưu chính công ích hoặc trực tuyến, không qua “{way}”.",
    en="Dossier {code}: a result is returned at the desk, by the public post or online, not by “{way}”.",
)
UNPAID = Words(
    vi="Hồ sơ {code} còn thiếu {owed} đồng phí, lệ phí; hãy thu đủ rồi mới trả kết quả.",
    en="Dossier {code} owes {owed} đồng of fees; take them in before the result is returned.",
)


def in_work(dossier: Dossier) -> None:
    """Raises Refusal where the dossier is not processed."""
    if dossier.status != Status.PROCESSING:
        raise Refusal(NOT_IN_WORK, code=dossier.code, now=Status(dossier.status).label)


def proposable(dossier: Dossier) -> Result | None:
    """The proposal made before, None for the first. Raises Refusal where it was approved."""
    found = Result.objects.select_related("approved_by").filter(dossier=dossier).first()
    if found is not None and found.approved_at is not None:
        raise Refusal(APPROVED, code=dossier.code, officer=found.approved_by)
    return found


def proposal(dossier: Dossier, by: Officer) -> Result:
    """The proposal of another that waits. Raises Refusal where there is none, it is one's own or was decided."""
    found = proposable(dossier)
    if found is None or found.sent_back_at is not None:
        raise Refusal(NO_PROPOSAL, code=dossier.code)
    if found.proposed_by_id == by.pk:
        raise Refusal(OWN_PROPOSAL, code=dossier.code)
    return found


def approvable(dossier: Dossier, by: Officer) -> Result:
    """The proposal to grant that the head may approve. Raises Refusal otherwise."""
    in_work(dossier)
    taken_over(dossier)
    found = proposal(dossier, by)
    if found.refuses:
        raise Refusal(REFUSES, code=dossier.code)
    return found


def recordable(dossier: Dossier, pages: int) -> Result:
    """The approved proposal that becomes a result. Raises Refusal where nobody approved it."""
    found = Result.objects.filter(dossier=dossier, approved_at__isnull=False, issued_at=None).first()
    if found is None:
        raise Refusal(NOT_APPROVED, code=dossier.code)
    if pages < 1:
        raise Refusal(NO_PAGES, code=dossier.code)
    return found


def returnable(dossier: Dossier, way: str) -> None:
    """Raises Refusal where there is nothing to return, not here, not this way, or not before the fee is paid."""
    if dossier.status != Status.SETTLED:
        raise Refusal(NOT_SETTLED, code=dossier.code, now=Status(dossier.status).label)
    if not Result.objects.filter(dossier=dossier, issued_at__isnull=False).exists():
        raise Refusal(NO_RESULT, code=dossier.code)
    step = open_step(dossier)
    there = step.unit_id == dossier.received_by_unit_id and step.role == Role.RECEPTION
    if not there or step.received_at is None:
        raise Refusal(NOT_AT_DESK, code=dossier.code, unit=dossier.received_by_unit.name)
    if way not in Channel.values:
        raise Refusal(NO_SUCH_WAY, code=dossier.code, way=way)
    if dossier.fee_paid < dossier.fee_due:
        raise Refusal(UNPAID, code=dossier.code, owed=f"{dossier.fee_due - dossier.fee_paid:,}".replace(",", "."))
