"""Guards of signatures over digital copies: a copy in use, whole, not signed yet, and a signature that holds."""

from datetime import datetime
from io import BytesIO

from django.utils import timezone

from motcua.language import Refusal, Words
from motcua.office.documents.models import Capacity, Found, Verdict
from motcua.office.dossiers.guards.digitisation import as_declared
from motcua.office.dossiers.models import CopySigning, DigitalCopy
from motcua.office.people.models import Officer
from motcua.office.records.models import File, ReadingState
from motcua.office.records.pictures import is_signed
from motcua.office.records.store import opened

USED_AGAIN = Words(
    vi="Hồ sơ {code}: bản này lấy từ kho của người dân; chữ ký số được ký ở hồ sơ đã số hóa nó.",
    en="Dossier {code}: this copy is from the citizen's store; it is signed in the dossier that digitised it.",
)
SIGNED_ITSELF = Words(
    vi="Hồ sơ {code}: tệp này đã có chữ ký số từ trước nên không ký thêm; hệ thống kiểm tra và lưu đúng như vậy.",
    en="Dossier {code}: this file bore digital signatures when it came; it is validated and kept as it is, not signed.",
)
SIGNED = Words(
    vi="Hồ sơ {code}: bản số hóa này đã được ký số; không ký lần nữa.",
    en="Dossier {code}: this digital copy is signed already; it is not signed again.",
)
SEALED = Words(
    vi="Hồ sơ {code}: bản số hóa này đã có chữ ký số của cơ quan; không ký lần nữa.",
    en="Dossier {code}: this digital copy bears the agency's signature already; it is not signed again.",
)
NOT_SIGNED = Words(
    vi="Hồ sơ {code}: cơ quan ký sau; hãy để người đối chiếu bản số hóa với bản giấy ký số trước.",
    en="Dossier {code}: the agency signs afterwards; who compared the digital copy with the paper signs first.",
)
BEING_SIGNED = Words(
    vi="Hồ sơ {code}: {officer} đang ký bản số hóa này; nếu không xong, hãy ký lại sau {until}.",
    en="Dossier {code}: {officer} is signing this digital copy; if that comes to nothing, sign after {until}.",
)
GIVEN_UP = Words(
    vi="Hồ sơ {code}: có yêu cầu ký bản số hóa này mới hơn; hãy ký lại từ đầu.",
    en="Dossier {code}: a newer request to sign this digital copy was made; begin signing again.",
)
EXPIRED = Words(
    vi="Hồ sơ {code}: yêu cầu ký bản số hóa đã hết hạn; hãy ký lại từ đầu.",
    en="Dossier {code}: the request to sign the digital copy has expired; begin signing again.",
)
DOES_NOT_HOLD = Words(
    vi="Hồ sơ {code}: chữ ký số trên bản số hóa không hợp lệ nên không được nhận: {why}",
    en="Dossier {code}: the signature on the digital copy is not valid and is not taken: {why}",
)


def waits(code: str, copy: DigitalCopy, capacity: Capacity) -> None:
    """Raises Refusal where the copy does not wait for a signature of that capacity."""
    if copy.source_id is not None:
        raise Refusal(USED_AGAIN, code=code)
    if copy.component is not None:
        as_declared(copy.component, copy.file.pages)
    if capacity == Capacity.PERSON and copy.signed_id is not None:
        raise Refusal(SIGNED, code=code)
    if capacity == Capacity.AGENCY and copy.signed_id is None:
        raise Refusal(NOT_SIGNED, code=code)
    if capacity == Capacity.AGENCY and answered(copy, capacity):
        raise Refusal(SEALED, code=code)


def answered(copy: DigitalCopy, capacity: Capacity) -> bool:
    """Whether a signature of that capacity came."""
    return CopySigning.objects.filter(copy=copy, capacity=capacity, answered_at__isnull=False).exists()


def version(copy: DigitalCopy) -> File:
    """The file to be signed: as signed before, else the readable PDF made of the scan, else the scan."""
    if copy.signed is not None:
        return copy.signed
    reading = getattr(copy.file, "reading", None)
    result = reading.result if reading is not None and reading.state == ReadingState.DONE else None
    return copy.file if result is None or result.faulty_since is not None else result


def unsigned_when_it_came(code: str, copy: DigitalCopy) -> None:
    """Raises Refusal where the file that came in was signed by whoever made it."""
    with opened(copy.file) as content:
        if is_signed(BytesIO(content.read())):
            raise Refusal(SIGNED_ITSELF, code=code)


def free(code: str, waiting: CopySigning, by: Officer, at: datetime) -> None:
    """Raises Refusal where another officer was asked and may still answer."""
    if waiting.officer_id != by.pk and at <= waiting.expires_at:
        until = f"{timezone.localtime(waiting.expires_at):%H:%M}"
        raise Refusal(BEING_SIGNED, code=code, officer=waiting.officer, until=until)


def open_still(code: str, asked: CopySigning, at: datetime) -> None:
    """Raises Refusal where the request is not the one to be answered now."""
    if asked.given_up_at is not None:
        raise Refusal(GIVEN_UP, code=code)
    if at > asked.expires_at:
        raise Refusal(EXPIRED, code=code)


def holds(code: str, verdict: Verdict, capacity: Capacity) -> None:
    """Raises Refusal where the new signature, or with the agency's that of the person, does not hold.

    One of which no revocation list tells yet is taken; one on a file that cannot be read is not.
    """
    found = [verdict.person] if capacity == Capacity.PERSON else [verdict.person, verdict.agency]
    if verdict.unread or any(one in (Found.INVALID, Found.NONE) for one in found):
        raise Refusal(DOES_NOT_HOLD, code=code, why="; ".join(verdict.why) or "—")
