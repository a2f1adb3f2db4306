"""Guards of a draft: what decree 30/2020 wants on every document is told, and fits its place."""

from motcua.language import Refusal, Words, speak
from motcua.office.documents.kinds import Kind, kind
from motcua.office.documents.models import Mode, OutgoingDocument
from motcua.office.documents.told import Draft

SUBJECT = Words(vi="trích yếu nội dung", en="the summary of its content")
TITLE = Words(vi="chức danh người ký", en="the title of who signs")
REASON = Words(vi="lý do", en="the reason")
NOTATION = Words(vi="ký hiệu văn bản", en="the notation")
RECIPIENT = Words(vi="một dòng nơi nhận", en="a line of its recipients")
BLANK = Words(vi="{where}: chưa ghi {what}; hãy ghi rõ.", en="{where}: {what} is left blank; write it.")
LONG = Words(
    vi="{where}: {what} dài {length} ký tự; hãy rút gọn còn tối đa {limit} ký tự.",
    en="{where}: {what} has {length} characters; shorten it to {limit} at most.",
)
NO_RECIPIENTS = Words(
    vi="{where}: chưa có nơi nhận; hãy ghi ít nhất một nơi nhận và nơi lưu (Lưu: VT).",
    en="{where}: nobody receives it; name one recipient at least, and where it is kept (Lưu: VT).",
)
NOT_ARCHIVED = Words(
    vi="{where}: phần nơi nhận chưa có dòng lưu; hãy thêm “Lưu: VT” để văn thư giữ bản lưu.",
    en="{where}: no recipient line keeps a copy; add “Lưu: VT” so that the clerk keeps one.",
)
NO_COPIES = Words(vi="{where}: số bản phải từ 1 trở lên.", en="{where}: one copy or more is issued.")
WRONG_MODE = Words(
    vi="{where}: “{mode}” không phải hình thức ký; hãy chọn ký trực tiếp, TM., KT., TL. hoặc TUQ.",
    en="{where}: “{mode}” is no mode of signing; choose own, TM., KT., TL. or TUQ.",
)


OTHER_FORM = Words(
    vi="Văn bản {document} sai nội dung phải thay bằng văn bản có hình thức tương đương ({kind}), không phải {given}.",
    en="Document {document} is replaced by a document of equal form ({kind}), not by {given}.",
)
NO_LETTER = Words(
    vi="Văn bản {document} sai thể thức được đính chính bằng công văn đính chính, không phải {given}.",
    en="Document {document} is corrected by a letter of correction, not by {given}.",
)
CORRECTION = "correction"


def written(text: str, where: object, what: Words = REASON, limit: int = 500) -> str:
    """The text on one line, without the blanks around it. Raises Refusal where nothing is left or it is too long."""
    kept = " ".join(text.split())
    if not kept:
        raise Refusal(BLANK, where=where, what=what.in_(speak()))
    if len(kept) > limit:
        raise Refusal(LONG, where=where, what=what.in_(speak()), length=len(kept), limit=limit)
    return kept


def fit(draft: Draft, chosen: Kind) -> None:
    """Raises Refusal where what is told cannot be a document."""
    written(draft.subject, chosen.name, SUBJECT)
    if draft.mode not in Mode.values:
        raise Refusal(WRONG_MODE, where=chosen.name, mode=draft.mode)
    if draft.copies < 1:
        raise Refusal(NO_COPIES, where=chosen.name)
    for line in recipients(draft):
        written(line, chosen.name, RECIPIENT, 200)


def recipients(draft: Draft) -> list[str]:
    """The lines under `Nơi nhận` without those left blank, or the dash and stop that printing adds."""
    stripped = (" ".join(line.split()).lstrip("-– ").rstrip(" ;.") for line in draft.recipients)
    return [line for line in stripped if line]


def formal(where: object, subject: str, notation: str, lines: list[str]) -> None:
    """The format check before approval. Raises Refusal with the first thing that decree 30/2020 would miss."""
    written(subject, where, SUBJECT)
    written(notation, where, NOTATION)
    if not lines:
        raise Refusal(NO_RECIPIENTS, where=where)
    if not any(line.lower().startswith("lưu") for line in lines):
        raise Refusal(NOT_ARCHIVED, where=where)


def afterwards(document: OutgoingDocument, told: Draft) -> None:
    """What takes the place of another or corrects it stays of that form, however often it is told anew."""
    if document.replaces is not None:
        equal_form(document.replaces, told)
    if document.corrects is not None:
        correction(document.corrects, told)


def equal_form(document: OutgoingDocument, told: Draft) -> None:
    """Raises Refusal where another kind would take its place."""
    if told.kind != document.kind:
        raise Refusal(OTHER_FORM, document=document, kind=kind(document.kind).name, given=kind(told.kind).name)


def correction(document: OutgoingDocument, told: Draft) -> None:
    """Raises Refusal where what would correct it is no letter of correction."""
    if told.kind != CORRECTION:
        raise Refusal(NO_LETTER, document=document, given=kind(told.kind).name)
