"""What stands on each slip: its values as blocks, in the order in which offices print them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from motcua.language import day
from motcua.printing.document import Signer
from motcua.printing.forms import blocks
from motcua.printing.forms.blocks import Block
from motcua.printing.forms.checks import local
from motcua.printing.forms.form_sets import FormKind, FormName, forms_on
from motcua.printing.forms.values import (
    Apology,
    ControlSlip,
    FeeSlip,
    HandOver,
    Receipt,
    Refusal,
    Slip,
    SupplementRequest,
    Termination,
    Verdict,
)
from motcua.printing.forms.wording import at, money

SIGN_NOTE = "(Ký và ghi rõ họ tên)"
_VERDICTS = {Verdict.EARLY: "Trước hạn", Verdict.ON_TIME: "Đúng hạn", Verdict.LATE: "Quá hạn"}
_BLANK_MOMENT = "…… giờ …… phút, ngày …/…/……"


@dataclass(frozen=True)
class Content:
    """What the template needs beside letterhead and title."""

    blocks: tuple[Block, ...]
    signers: tuple[Signer, ...]
    notes: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    points: float = 11
    flipped: bool = False


def kind_of(slip: Slip) -> FormKind:
    """The form of the slip in the set of its day of reception; a Refusal where that set has none."""
    name = _FORMS[type(slip)][0]
    if name is None:
        return FormKind(FormName.RECEIPT, "", "Phiếu thu phí, lệ phí")
    return forms_on(local(slip.dossier.received_at).date()).form(name)


def content_of(slip: Slip) -> Content:
    return _FORMS[type(slip)][1](slip)


def _receipt(slip: Receipt) -> Content:
    papers = [(str(paper.no), paper.name, paper.form, f"{paper.quantity:02d}") for paper in slip.papers]
    serial = "" if slip.serial is None else f"{slip.serial:02d}"
    promised = slip.no_date if slip.due_at is None else at(slip.due_at)
    lines = [
        blocks.fields(("Bộ phận tiếp nhận", slip.letterhead.desk)),
        *_party(slip, "Tiếp nhận hồ sơ của"),
        blocks.heading("1. Thành phần hồ sơ nộp gồm:"),
        blocks.table(
            ("STT", "Tên giấy tờ", "Bản chính/\nbản sao", "Số lượng"),
            papers,
            (9, 77, 26, 16),
            ("center", "left", "center", "center"),
        ),
        blocks.fields(("2. Số lượng hồ sơ", f"{slip.sets:02d} bộ"), ("3. Thời gian giải quyết", slip.term)),
        blocks.fields(("4. Thời gian nhận hồ sơ", at(slip.dossier.received_at))),
        blocks.fields(("5. Thời gian trả kết quả", promised), bold=True),
        blocks.fields(("6. Đăng ký nhận kết quả tại", slip.collect_at)),
        *([blocks.fields(("Cơ quan giải quyết", slip.settling))] if slip.settling else []),
        blocks.fields(("Phí, lệ phí", money(slip.fee))),
        blocks.fields(("Vào Sổ theo dõi hồ sơ, Quyển số", slip.volume), ("Số thứ tự", serial)),
    ]
    return Content(tuple(lines), _both(slip.submitter, slip.receiver), _receipt_notes(slip), points=9.5)


def _receipt_notes(slip: Receipt) -> tuple[str, ...]:
    where = [f"tại {slip.lookup}"] if slip.lookup else []
    where += [f"qua số điện thoại {slip.hotline}"] if slip.hotline else []
    look = (f"Tra cứu tình trạng hồ sơ bằng mã hồ sơ {' hoặc '.join(where)}.",) if where else ()
    return ("Giấy này lập thành 02 bản: người nộp hồ sơ giữ 01 bản, nơi tiếp nhận lưu 01 bản.", *look)


def _supplement(slip: SupplementRequest) -> Content:
    lines = (
        *_party(slip, "Hồ sơ của"),
        blocks.heading("Yêu cầu bổ sung, hoàn thiện hồ sơ gồm:"),
        blocks.numbered_list(slip.wanted),
        blocks.fields(("Lý do", slip.reason)),
        *_help(slip.contact),
    )
    return Content(lines, (Signer("Người hướng dẫn", slip.officer, note=SIGN_NOTE),))


def _refusal(slip: Refusal) -> Content:
    who = slip.letterhead.agency if slip.signer else slip.letterhead.desk
    lines = (
        *_party(slip, "Tiếp nhận hồ sơ của"),
        blocks.text(f"{who} thông báo từ chối tiếp nhận, giải quyết hồ sơ nêu trên."),
        blocks.fields(("Lý do", slip.reason)),
        *_help(slip.contact),
    )
    applicant, officer = _both(slip.submitter, slip.officer)
    return Content(lines, (applicant, slip.signer or officer))


LATE = "Đến nay hồ sơ chưa giải quyết xong và không thể trả kết quả đúng thời gian đã hẹn."


def _apology(slip: Apology) -> Content:
    agency = slip.letterhead.agency
    extended = kind_of(slip).title.startswith("Văn bản")
    ask = "đề nghị gia hạn thời gian giải quyết hồ sơ đến" if extended else "hẹn lại thời gian trả kết quả vào"
    promised = [] if slip.new_due_at is None else [f" và {ask}: {at(slip.new_due_at)}"]
    what = "sự chậm trễ này" if slip.late else "sai sót này"
    lines = (
        *_addressed(slip),
        *([] if slip.due_at is None else [blocks.fields(("Thời gian hẹn trả kết quả", at(slip.due_at)))]),
        *([blocks.text(LATE)] if slip.late else []),
        blocks.fields(("Lý do", slip.reason)),
        blocks.text("".join([f"{agency} xin lỗi Ông (Bà), tổ chức về {what}", *promised, "."])),
        blocks.text("Rất mong nhận được sự thông cảm của Ông (Bà), tổ chức."),
    )
    return Content(lines, (slip.signer,), recipients=slip.recipients)


def _termination(slip: Termination) -> Content:
    lines = (
        *_addressed(slip),
        blocks.text(f"{slip.letterhead.agency} thông báo dừng giải quyết hồ sơ nêu trên kể từ {at(slip.stopped_at)}."),
        blocks.fields(("Lý do", slip.reason)),
        *([blocks.fields(("Căn cứ", slip.basis))] if slip.basis else []),
        *_help(slip.contact),
    )
    return Content(lines, (slip.signer,), recipients=slip.recipients)


def _control(slip: ControlSlip) -> Content:
    lines = (
        blocks.fields(
            ("Kèm theo hồ sơ của", slip.dossier.party.name), ("Thời gian nhận hồ sơ", at(slip.dossier.received_at))
        ),
        blocks.fields(("Nội dung yêu cầu giải quyết", slip.dossier.procedure)),
        blocks.fields(
            ("Cơ quan (bộ phận) giải quyết hồ sơ", slip.settling),
            ("Cơ quan phối hợp giải quyết hồ sơ", "; ".join(slip.cooperating) or "Không"),
        ),
        blocks.handovers([_handover(row) for row in slip.rows], list(_VERDICTS.values())),
    )
    return Content(lines, (), points=9.5, flipped=True)


def _handover(row: HandOver) -> dict[str, str]:
    return {
        "from": row.from_unit,
        "to": row.to_unit,
        "sent": at(row.sent_at),
        "received": _BLANK_MOMENT if row.received_at is None else at(row.received_at),
        "giver": row.giver,
        "receiver": row.receiver,
        "verdict": _VERDICTS[row.verdict] if row.verdict else "",
        "note": row.note,
    }


def _fee(slip: FeeSlip) -> Content:
    charges = [(str(no), charge.name, money(charge.amount)) for no, charge in enumerate(slip.charges, start=1)]
    lines = (
        *_party(slip, "Họ tên, tên tổ chức nộp"),
        blocks.table(
            ("STT", "Khoản thu", "Số tiền"),
            charges,
            (9, 83, 36),
            ("center", "left", "right"),
            total=("", "Tổng cộng", money(slip.total)),
        ),
        blocks.fields(("Hình thức nộp", slip.method)),
        blocks.fields(("Thời gian nộp", at(slip.paid_at) if slip.paid_at else "")),
    )
    signers = Signer("Người nộp tiền", note=SIGN_NOTE), Signer("Người thu tiền", slip.collector, note=SIGN_NOTE)
    return Content(lines, signers, ("Phiếu này không thay thế biên lai thu phí, lệ phí.",))


def _party(slip: Slip, label: str) -> list[Block]:
    party = slip.dossier.party
    return [
        blocks.fields((label, party.name)),
        blocks.fields(("Địa chỉ", party.address)),
        blocks.fields(("Số điện thoại", party.phone), ("Email", party.email)),
        blocks.fields(("Nội dung yêu cầu giải quyết", slip.dossier.procedure)),
    ]


def _addressed(slip: Slip) -> list[Block]:
    dossier = slip.dossier
    received = day(local(dossier.received_at).date())
    return [
        blocks.centred(f"Kính gửi: {dossier.party.name}"),
        blocks.text(
            f"Ngày {received}, {slip.letterhead.agency} đã tiếp nhận hồ sơ của Ông (Bà), tổ chức "
            f"về thủ tục «{dossier.procedure}», mã hồ sơ {dossier.code}."
        ),
    ]


def _help(contact: str) -> list[Block]:
    return [blocks.fields(("Nếu có vướng mắc, Ông (Bà), tổ chức liên hệ", contact))] if contact else []


def _both(submitter: str, officer: str) -> tuple[Signer, Signer]:
    return (
        Signer("Người nộp hồ sơ", submitter, note=SIGN_NOTE),
        Signer("Người tiếp nhận hồ sơ", officer, note=SIGN_NOTE),
    )


_FORMS: dict[type[Slip], tuple[FormName | None, Callable[[Any], Content]]] = {
    Receipt: (FormName.RECEIPT, _receipt),
    SupplementRequest: (FormName.SUPPLEMENT, _supplement),
    Refusal: (FormName.REFUSAL, _refusal),
    Apology: (FormName.APOLOGY, _apology),
    Termination: (FormName.TERMINATION, _termination),
    ControlSlip: (FormName.CONTROL_SLIP, _control),
    FeeSlip: (None, _fee),
}
