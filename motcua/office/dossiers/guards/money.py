"""Guards of money: whole đồng, nothing paid beyond what is owed, no transfer without its reference."""

from motcua.language import Refusal, Words, spoken_number
from motcua.office.dossiers.lifecycle import OPEN
from motcua.office.dossiers.models import Dossier, PaymentChannel, Status

NOT_WHOLE = Words(
    vi="Số tiền {amount} không hợp lệ: phải là số đồng nguyên, lớn hơn 0.",
    en="The amount {amount} cannot be: it must be whole đồng, more than 0.",
)
NO_NAME = Words(
    vi="Khoản thu phải có tên; hãy ghi tên phí hoặc lệ phí.",
    en="What is charged must have a name; write the fee's name.",
)
ENDED = Words(
    vi="Hồ sơ {code} đã kết thúc (“{now}”), không thu thêm được.",
    en="Dossier {code} has ended (“{now}”): nothing more can be charged.",
)
TOO_MUCH = Words(
    vi="Hồ sơ {code} chỉ còn phải nộp {owed} đồng; không thu được {amount} đồng.",
    en="Dossier {code} owes only {owed} đồng; {amount} đồng cannot be taken.",
)
NO_REFERENCE = Words(
    vi="Nộp bằng “{channel}” phải có mã giao dịch; hãy nhập mã trên chứng từ.",
    en="Payment by “{channel}” needs its reference; enter the one on the proof of payment.",
)
TAKEN = Words(
    vi="Mã giao dịch {reference} (“{channel}”) đã được ghi nhận; mỗi giao dịch chỉ ghi một lần.",
    en="Reference {reference} (“{channel}”) has been taken already; each payment is recorded once.",
)


def chargeable(dossier: Dossier, name: str, amount: int) -> None:
    whole(amount)
    if not name.strip():
        raise Refusal(NO_NAME)
    if dossier.status not in OPEN | {Status.SETTLED}:
        raise Refusal(ENDED, code=dossier.code, now=Status(dossier.status).label)


def payable(dossier: Dossier, amount: int, channel: PaymentChannel, reference: str) -> None:
    whole(amount)
    if (owed := dossier.fee_due - dossier.fee_paid) < amount:
        raise Refusal(TOO_MUCH, code=dossier.code, owed=spoken_number(owed), amount=spoken_number(amount))
    referenced(channel, reference)


def referenced(channel: PaymentChannel, reference: str) -> None:
    if channel != PaymentChannel.CASH and not reference.strip():
        raise Refusal(NO_REFERENCE, channel=PaymentChannel(channel).label)


def whole(amount: int) -> None:
    if amount % 1 or amount <= 0:
        raise Refusal(NOT_WHOLE, amount=amount)
