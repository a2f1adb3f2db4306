"""Guards of residence, archive and mediation: looked up by a named method, handed over once, a council of its own."""

from datetime import datetime

from django.utils import timezone

from motcua.language import Refusal, Words
from motcua.office.dossiers.lifecycle import OPEN
from motcua.office.dossiers.models import ArchiveHandover, Dossier, MediationCase, Outcome, Status

NO_METHOD = Words(
    vi="Phải ghi cách tra cứu thông tin cư trú (ví dụ: Cơ sở dữ liệu quốc gia về dân cư).",
    en="Write how residence was looked up (for example: the national population database).",
)
ENDED = Words(
    vi="Hồ sơ {code} đã kết thúc (“{now}”), không tra cứu cư trú cho hồ sơ này được nữa.",
    en="Dossier {code} has ended (“{now}”): residence is no longer looked up for it.",
)
NOT_LOOKED_UP = Words(
    vi="Hồ sơ {code}: chưa ghi cách tra cứu dữ liệu cư trú thay giấy tờ; hãy tra cứu và ghi lại trước khi ghi kết quả.",
    en="Dossier {code}: it is not noted how residence was looked up in place of papers; do so before the result.",
)
NOT_RESIDENCE = Words(
    vi="Hồ sơ {code} không thuộc lĩnh vực cư trú, không nộp tàng thư.",
    en="Dossier {code} is not one of residence and does not go to the archive.",
)
NOT_SETTLED = Words(
    vi="Hồ sơ {code} đang ở trạng thái “{now}”; chỉ nộp tàng thư khi đã giải quyết xong.",
    en="Dossier {code} is “{now}”; it goes to the archive once it is settled.",
)
ARCHIVED = Words(
    vi="Hồ sơ {code} đã nộp tàng thư.",
    en="Dossier {code} is in the archive already.",
)
NO_KIND = Words(
    vi="Loại cư trú “{kind}” không có; hãy chọn thường trú, tạm trú hoặc khác.",
    en="There is no kind of residence “{kind}”; choose permanent, temporary or other.",
)
NOT_MEDIATION = Words(
    vi="Hồ sơ {code} không phải hòa giải tranh chấp đất đai, không cần hội đồng hòa giải.",
    en="Dossier {code} is no mediation of a land dispute and needs no council.",
)
NO_DECISION = Words(
    vi="Phải ghi số quyết định thành lập hội đồng hòa giải.",
    en="Write the number of the decision that set up the council.",
)
NOT_YET_DECIDED = Words(
    vi="Ngày quyết định thành lập hội đồng ({on}) không thể sau hôm nay.",
    en="The day of the decision on the council ({on}) cannot lie after today.",
)
HAS_COUNCIL = Words(
    vi="Hồ sơ {code} đã có hội đồng hòa giải theo quyết định {number}.",
    en="Dossier {code} has a council already, by decision {number}.",
)
SHARED_COUNCIL = Words(
    vi="Quyết định {number} năm {year} đã thành lập hội đồng cho hồ sơ {other}; mỗi vụ tranh chấp phải có quyết định "
    "thành lập hội đồng riêng.",
    en="Decision {number} of {year} set up the council for dossier {other}; each dispute needs a decision of its own.",
)

OVER = Words(
    vi="Hồ sơ {code} đã kết thúc (“{now}”), không ghi kết quả hòa giải được nữa.",
    en="Dossier {code} has ended (“{now}”): no outcome of a mediation is recorded for it.",
)
NO_COUNCIL = Words(
    vi="Hồ sơ {code} chưa có hội đồng hòa giải; hãy ghi quyết định thành lập hội đồng trước.",
    en="Dossier {code} has no council; record the decision that set it up first.",
)
NOT_MEDIATED = Words(
    vi="Hồ sơ {code}: hội đồng chưa kết thúc hòa giải; hãy ghi kết quả và số biên bản trước khi đóng hồ sơ.",
    en="Dossier {code}: its council has not ended the mediation; record outcome and minutes before it is settled.",
)
MEDIATED = Words(
    vi="Hồ sơ {code} đã kết thúc hòa giải theo biên bản {number}.",
    en="The mediation of dossier {code} has ended already, by minutes {number}.",
)
NO_OUTCOME = Words(
    vi="Hồ sơ {code}: không có kết quả hòa giải “{outcome}”; phải là hòa giải thành hoặc không thành.",
    en="Dossier {code}: there is no outcome “{outcome}”; it is reconciled or not_reconciled.",
)


def looked_up(dossier: Dossier, method: str) -> None:
    if not method.strip():
        raise Refusal(NO_METHOD)
    if dossier.status not in OPEN:
        raise Refusal(ENDED, code=dossier.code, now=Status(dossier.status).label)


def residence_known(dossier: Dossier) -> None:
    """Raises Refusal for a residence dossier whose papers data replace, where nobody noted how these were looked up."""
    version = dossier.version
    if version.special != "residence" or not any(one.replaced_by_data for one in version.components.all()):
        return
    if not dossier.residence_checks.exists():
        raise Refusal(NOT_LOOKED_UP, code=dossier.code)


def to_archive(dossier: Dossier, residence_kind: str) -> None:
    if dossier.version.special != "residence":
        raise Refusal(NOT_RESIDENCE, code=dossier.code)
    if residence_kind not in dict(ArchiveHandover._meta.get_field("residence_kind").flatchoices):
        raise Refusal(NO_KIND, kind=residence_kind)
    if dossier.status not in {Status.SETTLED, Status.RETURNED}:
        raise Refusal(NOT_SETTLED, code=dossier.code, now=Status(dossier.status).label)
    if ArchiveHandover.objects.filter(dossier=dossier).exists():
        raise Refusal(ARCHIVED, code=dossier.code)


def own_council(dossier: Dossier, number: str, decided_at: datetime, at: datetime) -> None:
    """The decision is named, made already, and set up a council for no other dispute of this unit."""
    if dossier.version.special != "mediation":
        raise Refusal(NOT_MEDIATION, code=dossier.code)
    if not number.strip():
        raise Refusal(NO_DECISION)
    on = timezone.localdate(decided_at)
    if on > timezone.localdate(at):
        raise Refusal(NOT_YET_DECIDED, on=on.strftime("%d/%m/%Y"))
    if (own := MediationCase.objects.filter(dossier=dossier).first()) is not None:
        raise Refusal(HAS_COUNCIL, code=dossier.code, number=own.council_decision_no)
    alike = MediationCase.objects.filter(unit=dossier.unit, council_decision_no=number.strip(), council_year=on.year)
    if (other := alike.select_related("dossier").first()) is not None:
        raise Refusal(SHARED_COUNCIL, number=number.strip(), year=on.year, other=other.dossier.code)


def to_end(dossier: Dossier, outcome: str) -> MediationCase:
    """The open mediation of the dossier. Raises Refusal where there is none, or for an outcome that there is not."""
    if dossier.status not in OPEN:
        raise Refusal(OVER, code=dossier.code, now=Status(dossier.status).label)
    case = MediationCase.objects.filter(dossier=dossier).first()
    if case is None:
        raise Refusal(NO_COUNCIL, code=dossier.code)
    if case.closed_at is not None:
        raise Refusal(MEDIATED, code=dossier.code, number=case.minutes_no)
    if outcome not in Outcome.values:
        raise Refusal(NO_OUTCOME, code=dossier.code, outcome=outcome)
    return case


def mediated(dossier: Dossier) -> None:
    """Raises Refusal for a land dispute whose council was not set up, or has not ended its mediation."""
    if dossier.version.special != "mediation":
        return
    case = MediationCase.objects.filter(dossier=dossier).first()
    if case is None:
        raise Refusal(NO_COUNCIL, code=dossier.code)
    if case.closed_at is None:
        raise Refusal(NOT_MEDIATED, code=dossier.code)
