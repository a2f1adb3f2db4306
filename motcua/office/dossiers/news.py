"""What the citizen hears of a dossier as it moves: one notice an act, to whoever left an address or a telephone."""

from datetime import datetime

from django.utils import timezone

from motcua.language import Words
from motcua.office.dossiers.models import Channel, Dossier
from motcua.office.exchange.notices import Addressee, Notice, notify

ASK = Words(vi="Tra cứu bằng mã hồ sơ tại {desk}.", en="Ask with its code at {desk}.")
RECEIVED = Notice("received", Words(vi="đã được tiếp nhận", en="received"), ASK)
RECEIVED_DUE = Notice(
    "received",
    RECEIVED.state,
    Words(
        vi="Hẹn trả kết quả lúc {due:%H:%M} ngày {due:%d/%m/%Y}. Tra cứu bằng mã hồ sơ tại {desk}.",
        en="The result is due at {due:%H:%M on %d/%m/%Y}. Ask with its code at {desk}.",
    ),
)
SUPPLEMENT = Notice(
    "supplement",
    Words(vi="cần bổ sung giấy tờ", en="papers are missing"),
    Words(
        vi="Hãy nhận phiếu yêu cầu bổ sung và nộp đủ giấy tờ trong một lần tại {desk}.",
        en="Fetch the list of what is missing and bring all of it at once to {desk}.",
    ),
)
DUTY = Notice(
    "duty",
    Words(vi="chờ thực hiện nghĩa vụ tài chính", en="waits for a financial duty"),
    Words(
        vi="Hãy nhận thông báo tại {desk} và nộp chứng từ ở đó khi đã thực hiện.",
        en="Fetch the notice at {desk} and bring the proof of payment there.",
    ),
)
NOT_RECEIVED = Notice(
    "not received",
    Words(vi="không được tiếp nhận", en="not received"),
    Words(
        vi="Lý do ghi trong phiếu từ chối; hãy nhận phiếu tại {desk}.",
        en="The slip of refusal says why; fetch it at {desk}.",
    ),
)
STOPPED = Notice(
    "stopped",
    Words(vi="đã dừng giải quyết", en="work on it has stopped"),
    Words(
        vi="Lý do ghi trong thông báo dừng giải quyết; hãy nhận thông báo tại {desk}.",
        en="The notice of termination says why; fetch it at {desk}.",
    ),
)
_READY = Words(vi="đã có kết quả", en="the result is there")
READY = {
    Channel.COUNTER: Notice(
        "ready",
        _READY,
        Words(vi="Mời mang giấy tiếp nhận đến {desk} để nhận.", en="Come with the receipt to fetch it at {desk}."),
    ),
    Channel.POST: Notice(
        "ready", _READY, Words(vi="{desk} sẽ gửi qua bưu chính công ích.", en="It will be sent by post from {desk}.")
    ),
    Channel.ONLINE: Notice(
        "ready", _READY, Words(vi="{desk} sẽ trả kết quả trực tuyến.", en="It will be returned online by {desk}.")
    ),
}
RETURNED = Notice(
    "returned",
    Words(vi="đã trả kết quả", en="the result was returned"),
    Words(vi="Nếu chưa nhận được, hãy báo ngay cho {desk}.", en="If you have not got it, tell {desk} at once."),
)
APOLOGISED = Notice("apology", Words(vi="cơ quan đã gửi phiếu xin lỗi", en="the office sent a letter of apology"), ASK)
NEW_DATE = Notice(
    "new date",
    Words(
        vi="cơ quan xin lỗi và hẹn trả kết quả lúc {due:%H:%M} ngày {due:%d/%m/%Y}",
        en="the office apologises, the result is due at {due:%H:%M on %d/%m/%Y}",
    ),
    ASK,
)
NOT_OF_PARTS = frozenset({"received", "ready", "returned"})
DESK = "Bộ phận Một cửa {unit}"  # a proper name, the same in both languages


def tell(dossier: Dossier, notice: Notice, *, at: datetime, **values: object) -> None:
    """Put the notice into the outbox, once for this act: its moment is part of the key.

    Another unit's part of a whole says nothing of its own but what it wants: for the citizen there is one dossier.
    """
    if dossier.parent_id is not None and notice.name in NOT_OF_PARTS:
        return
    to = Addressee(dossier.applicant.email, dossier.applicant.phone or dossier.submitter_phone)
    values |= {"code": dossier.code, "desk": DESK.format(unit=dossier.received_by_unit.name)}
    notify(notice, to, key=f"{notice.name} {dossier.pk} {at.isoformat()}", at=at, **values)


def received(dossier: Dossier) -> None:
    """It was taken in, with its appointment where it has one."""
    if dossier.due_at is None:
        tell(dossier, RECEIVED, at=dossier.received_at)
    else:
        tell(dossier, RECEIVED_DUE, at=dossier.received_at, due=timezone.localtime(dossier.due_at))


def apologised(dossier: Dossier, new_due_at: datetime | None, *, at: datetime) -> None:
    """Told at once, without what went wrong: the letter itself says that."""
    if new_due_at is None:
        tell(dossier, APOLOGISED, at=at)
    else:
        tell(dossier, NEW_DATE, at=at, due=timezone.localtime(new_due_at))
