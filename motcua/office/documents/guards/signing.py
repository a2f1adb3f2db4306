"""Guards of digital signing: the right file, certificate and officer, and a signature that holds."""

from datetime import datetime

from cryptography import x509
from cryptography.x509.oid import NameOID

from motcua.language import Refusal, Words, plain, speak
from motcua.office.documents.files import current
from motcua.office.documents.models import (
    Asked,
    Capacity,
    DocumentFile,
    Found,
    OutgoingDocument,
    SigningRequest,
    Verdict,
)
from motcua.office.people.models import Officer
from motcua.office.people.policy import NotAllowed
from motcua.printing import Place

FIELDS = ("number", "day", "month", "year", "signature", "seal")
NO_FILE = Words(
    vi="Văn bản {document} không có tệp để ký; hãy dự thảo lại.",
    en="Document {document} has no file to be signed; draft it anew.",
)
NO_PLACES = Words(
    vi="Văn bản {document}: trên tệp không tìm thấy chỗ trống cho số, ngày hoặc chữ ký; hãy để trống "
    "“Số:      /…”, “ngày   tháng   năm” và ghi họ tên người ký, hoặc ký trên giấy.",
    en="Document {document}: no blanks for number, date or signature are found on the file; leave them in “Số:   /…” "
    "and “ngày   tháng   năm” and write the name of who signs, or sign on paper.",
)
OTHER_NAME = Words(
    vi="Chứng thư số mang tên “{named}”, không phải của {officer}; hãy dùng chứng thư của chính người ký.",
    en="The certificate is that of “{named}”, not of {officer}; use that of who signs.",
)
NO_CERTIFICATE = Words(
    vi="Chứng thư số không đọc được; hãy chọn lại.", en="The certificate cannot be read; choose again."
)
ON_PAPER = Words(
    vi="Văn bản {document} đã ký trên giấy; cơ quan đóng dấu trên chính bản giấy đó.",
    en="Document {document} was signed on paper; the seal is put on that very paper.",
)
NOT_YOURS = Words(vi="Yêu cầu ký này không phải của bạn.", en="This request to sign is not yours.")
GIVEN_UP = Words(
    vi="Văn bản {document} đã thay đổi hoặc có yêu cầu ký mới hơn; hãy ký lại từ đầu.",
    en="Document {document} changed, or a newer request to sign it was made; begin signing again.",
)
EXPIRED = Words(
    vi="Yêu cầu ký văn bản {document} đã hết hạn; hãy ký lại từ đầu.",
    en="The request to sign document {document} has expired; begin signing again.",
)
DOES_NOT_HOLD = Words(
    vi="Chữ ký số trên văn bản {document} không hợp lệ nên không được nhận: {why}",
    en="The signature on document {document} is not valid and is not taken: {why}",
)
NOT_VALID = Words(
    vi="Văn bản {document} chưa phát hành được vì lúc này chữ ký số của {whose} không được xác nhận là hợp lệ: {why}",
    en="Document {document} is not issued: the signature of the {whose} is not found valid now: {why}",
)
WHOSE = {
    Capacity.PERSON: Words(vi="người có thẩm quyền", en="competent person"),
    Capacity.AGENCY: Words(vi="cơ quan", en="agency"),
}


def file_of(document: OutgoingDocument) -> DocumentFile:
    """The file to be signed. Raises Refusal where there is none."""
    if (found := current(document)) is None:
        raise Refusal(NO_FILE, document=document)
    return found


def placed(document: OutgoingDocument) -> dict[str, Place]:
    """Where on the file everything goes. Raises Refusal where that is not known."""
    if any(name not in document.places for name in FIELDS):
        raise Refusal(NO_PLACES, document=document)
    return {name: Place(**document.places[name]) for name in FIELDS}


def named(certificate: bytes, officer: Officer) -> None:
    """Raises Refusal where the certificate bears another name than the officer's."""
    names = holders(certificate)
    if not any(plain(officer.full_name) == plain(name) for name in names):
        raise Refusal(OTHER_NAME, named=", ".join(names), officer=officer)


def holders(certificate: bytes) -> list[str]:
    """The names that the certificate (DER) bears. Raises Refusal where it cannot be read."""
    try:
        subject = x509.load_der_x509_certificate(certificate).subject
    except ValueError as unreadable:
        raise Refusal(NO_CERTIFICATE) from unreadable
    return [str(one.value) for one in subject.get_attributes_for_oid(NameOID.COMMON_NAME)]


def digital(document: OutgoingDocument) -> None:
    """Raises Refusal where the person signed on paper."""
    if document.on_paper:
        raise Refusal(ON_PAPER, document=document)


def asked_of(request: Asked, by: Officer) -> None:
    """Raises NotAllowed where another was asked."""
    if request.officer_id != by.pk:
        raise NotAllowed(NOT_YOURS)


def open_still(request: SigningRequest, document: OutgoingDocument, at: datetime) -> None:
    """Raises Refusal where the request is not the one to be answered now."""
    if request.given_up_at is not None or request.version_id != file_of(document).pk:
        raise Refusal(GIVEN_UP, document=document)
    if at > request.expires_at:
        raise Refusal(EXPIRED, document=document)


def holds(document: OutgoingDocument, verdict: Verdict, capacity: str) -> None:
    """Raises Refusal where the new signature, or with the agency's that of the person, does not hold.

    What is not decided just now is taken: a revocation list may come. Before the document goes out all is valid.
    """
    found = {Capacity.PERSON: [verdict.person], Capacity.AGENCY: [verdict.person, verdict.agency]}[Capacity(capacity)]
    if verdict.unread or any(one in (Found.INVALID, Found.NONE) for one in found):
        raise Refusal(DOES_NOT_HOLD, document=document, why="; ".join(verdict.why) or "—")


def signatures_valid(document: OutgoingDocument, verdict: Verdict) -> None:
    """Raises Refusal where the person's signature, or the agency's where there must be one, is anything but valid."""
    found = {Capacity.PERSON: verdict.person}
    if document.needs_seal or document.sealed_at is not None:
        found[Capacity.AGENCY] = verdict.agency
    for capacity, said in found.items():
        if said != Found.VALID:
            why = "; ".join(verdict.why) or Found(said).label
            raise Refusal(NOT_VALID, document=document, whose=WHOSE[capacity].in_(speak()), why=why)
