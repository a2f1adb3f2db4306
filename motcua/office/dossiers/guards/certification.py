"""Guards of certification: the right kind of procedure, something to certify, who may sign, two witnesses."""

from collections.abc import Iterable, Set
from datetime import date

from motcua.language import Refusal, Words
from motcua.office.dossiers.models import Certification, Dossier, Status
from motcua.office.people.models import Officer, Person, Unit
from motcua.office.people.policy import may

NOT_COPIES = Words(
    vi="Thủ tục {code} không phải chứng thực bản sao trả ngay; hãy tiếp nhận ở màn hình thông thường.",
    en="Procedure {code} is not the certification of copies at once; receive it on the common screen.",
)
NOT_CERTIFICATION = Words(
    vi="Thủ tục {code} không phải chứng thực; hồ sơ {dossier} không ghi vào sổ chứng thực.",
    en="Procedure {code} is no certification; dossier {dossier} is not entered in its book.",
)
NOTHING = Words(
    vi="Phải ghi tên giấy tờ, số bản và số trang (từ 1 trở lên).",
    en="Write the document's name, the number of copies and of pages (1 or more).",
)
MAY_NOT_SIGN = Words(
    vi="{signer} không có quyền ký chứng thực tại {unit}; hãy chọn người đứng đầu hoặc người ký thay.",
    en="{signer} may not sign certifications at {unit}; choose the head or who stands in.",
)
TWICE = Words(
    vi="Hồ sơ {code} đã được ghi vào sổ chứng thực.",
    en="Dossier {code} is in the certification book already.",
)
NOT_IN_WORK = Words(
    vi="Hồ sơ {code} đang ở trạng thái “{now}”; chỉ chứng thực hồ sơ đang xử lý.",
    en="Dossier {code} is “{now}”; only one in work is certified.",
)
NO_WITNESSES = Words(
    vi="Hồ sơ {code}: người yêu cầu không đọc, nghe, ký, điểm chỉ được nên phải có hai người làm chứng khác nhau, "
    "không phải người yêu cầu và không có quyền lợi liên quan.",
    en="Dossier {code}: the applicant cannot read, hear, sign or give a fingerprint: two different witnesses are "
    "needed, neither the applicant nor with an interest in it.",
)


def at_once(special: str, immediate: bool, code: str) -> None:
    if special != "certified_copy" or not immediate:
        raise Refusal(NOT_COPIES, code=code)


def something(document: str, copies: int, pages: int) -> None:
    if not document.strip() or copies < 1 or pages < 1:
        raise Refusal(NOTHING)


def may_sign(signer: Officer, unit: Unit, domain: str, on: date) -> None:
    if not may(signer, "dossier.approve", unit, domain, on):
        raise Refusal(MAY_NOT_SIGN, signer=signer, unit=unit)


def deed(dossier: Dossier) -> None:
    """A dossier of signatures or contracts, in work, not certified before."""
    if dossier.version.special not in {"certification", "certified_copy"}:
        raise Refusal(NOT_CERTIFICATION, code=dossier.version.procedure.code, dossier=dossier.code)
    if Certification.objects.filter(dossier=dossier).exists():
        raise Refusal(TWICE, code=dossier.code)
    if dossier.status != Status.PROCESSING:
        raise Refusal(NOT_IN_WORK, code=dossier.code, now=Status(dossier.status).label)


def witnessed(dossier: Dossier, witnesses: Iterable[Person]) -> None:
    """Two persons who stand neither for themselves nor for who files or whose data it is."""
    interested: Set[int | None] = {dossier.applicant_id, dossier.submitter_id, dossier.data_subject_id}
    if dossier.special_case and len({person.pk for person in witnesses} - interested) < 2:
        raise Refusal(NO_WITNESSES, code=dossier.code)
