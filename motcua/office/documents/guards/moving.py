"""Guards of a document's way: each step follows the one before it, and none is done twice."""

from datetime import date, datetime
from typing import BinaryIO

from motcua.language import Refusal, Words
from motcua.office.documents.models import OutgoingDocument, State
from motcua.office.records.pictures import is_signed

WRONG_STATE = Words(
    vi="Văn bản {document} đang ở trạng thái “{now}”; việc này chỉ làm khi văn bản “{then}”.",
    en="Document {document} is “{now}”; this is done while it is “{then}”.",
)
EARLIER = Words(
    vi="Văn bản {document}: thời điểm này sớm hơn bước trước; hãy kiểm tra đồng hồ của máy chủ.",
    en="Document {document}: this moment is before that of the step before; look at the clock of the server.",
)
BACKWARDS = Words(
    vi="Văn bản {document}: sổ đã có văn bản ngày {last}, không lấy số cho ngày {day} sớm hơn.",
    en="Document {document}: the book has a document of {last} already, no number is given for the earlier {day}.",
)
SIGNED_DIGITALLY = Words(
    vi="Văn bản {document} đã được ký số; cơ quan phải ký số lên chính tệp đó, không đóng dấu trên bản giấy.",
    en="Document {document} was signed digitally; the agency signs that very file, no seal is put on paper.",
)
NO_SCAN = Words(
    vi="Văn bản {document} ký trên giấy nhưng tệp nộp lên đã có chữ ký số; hãy quét chính bản giấy đã ký, đóng dấu.",
    en="Document {document} was signed on paper, but the file is signed digitally; scan the signed, sealed paper.",
)
OPEN = (State.DRAFTED, State.SENT_BACK)


def among(document: OutgoingDocument, *states: State) -> None:
    """Raises Refusal where the document is in none of the states."""
    if document.state not in states:
        then = "”, “".join(state.label for state in states)
        raise Refusal(WRONG_STATE, document=document, now=document.state.label, then=then)


def later(document: OutgoingDocument, at: datetime, *before: datetime | None) -> None:
    """Raises Refusal where a step would be before one that was done."""
    if any(moment is not None and moment > at for moment in before):
        raise Refusal(EARLIER, document=document)


def forward(document: OutgoingDocument, day: date) -> None:
    """Days of a book never run backwards. Raises Refusal where a later day stands in it already."""
    newest = (
        OutgoingDocument.objects.filter(unit=document.unit, book=document.book, year=document.year)
        .exclude(pk=document.pk)
        .order_by("-number")
        .values_list("dated_on", flat=True)
        .first()
    )
    if newest is not None and newest > day:
        raise Refusal(BACKWARDS, document=document, last=f"{newest:%d/%m/%Y}", day=f"{day:%d/%m/%Y}")


def on_paper(document: OutgoingDocument) -> None:
    """Raises Refusal where the document was signed digitally: paper and digital signatures do not mix."""
    if not document.on_paper:
        raise Refusal(SIGNED_DIGITALLY, document=document)


def scanned(document: OutgoingDocument, scan: BinaryIO) -> None:
    """Raises Refusal where what should be a scan of paper is a file that was signed digitally."""
    if is_signed(scan):
        raise Refusal(NO_SCAN, document=document)
    scan.seek(0)
