"""Guards of linked legs: one for each other unit, due within the whole, and all closed before the whole is settled."""

from datetime import datetime

from django.db.models import Q
from django.utils import timezone

from motcua.language import Refusal, Words
from motcua.office.dossiers.lifecycle import OPEN, accepted
from motcua.office.dossiers.models import Dossier, Leg, Status
from motcua.office.people.models import Unit

ENDED = Words(
    vi="Hồ sơ {code} đã kết thúc (“{now}”), không gửi liên thông được nữa.",
    en="Dossier {code} has ended (“{now}”): no leg can be asked for.",
)
NOT_ACCEPTED = Words(
    vi="Hồ sơ {code} chưa được tiếp nhận nên chưa gửi liên thông được.",
    en="Dossier {code} is not received yet: no leg can be asked for.",
)
OWN_UNIT = Words(
    vi="Hồ sơ {code} do chính {unit} giải quyết; chỉ liên thông với đơn vị khác.",
    en="Dossier {code} is in the hands of {unit} itself; a leg is asked of another unit.",
)
UNIT_GONE = Words(
    vi="{unit} không hoạt động vào ngày {on}; hãy chọn đơn vị kế thừa.",
    en="{unit} does not exist on {on}; choose the unit that succeeded it.",
)
ASKED = Words(
    vi="Hồ sơ {code} đã gửi liên thông cho {unit}; mỗi đơn vị chỉ có một phần việc.",
    en="{unit} was asked for its leg of dossier {code} already; each unit has one.",
)
BEYOND = Words(
    vi="Hồ sơ {code}: hạn của {unit} ({due}) phải sau bây giờ và không muộn hơn hạn của cả hồ sơ ({whole}).",
    en="Dossier {code}: what {unit} has to do is due ({due}) after now and no later than the whole ({whole}).",
)
NOT_ASKED = Words(
    vi="Không có hồ sơ liên thông nào từ hồ sơ {code} chờ {unit} tiếp nhận.",
    en="No leg of dossier {code} waits to be taken in at {unit}.",
)
OPEN_LEG = Words(
    vi="Hồ sơ {code} chưa thể kết thúc: phần liên thông tại {unit} chưa xong.",
    en="Dossier {code} cannot be settled yet: its leg at {unit} is not done.",
)


def linkable(dossier: Dossier, unit: Unit, due_at: datetime | None, at: datetime) -> None:
    if dossier.status not in OPEN:
        raise Refusal(ENDED, code=dossier.code, now=Status(dossier.status).label)
    if not accepted(dossier):
        raise Refusal(NOT_ACCEPTED, code=dossier.code)
    if unit.pk in {dossier.unit_id, dossier.competent_unit_id}:
        raise Refusal(OWN_UNIT, code=dossier.code, unit=unit)
    on = timezone.localdate(at)
    if unit.valid_from > on or (unit.valid_to is not None and unit.valid_to < on):
        raise Refusal(UNIT_GONE, unit=unit, on=on.strftime("%d/%m/%Y"))
    if Leg.objects.filter(parent=dossier, unit=unit).exists():
        raise Refusal(ASKED, code=dossier.code, unit=unit)
    if due_at is not None and (due_at <= at or (dossier.due_at is not None and due_at > dossier.due_at)):
        raise Refusal(BEYOND, code=dossier.code, unit=unit, due=_short(due_at), whole=_short(dossier.due_at))


def waiting(parent: Dossier, unit: Unit) -> Leg:
    """The leg that the unit may take in. Raises Refusal where it was not asked, or has taken it in."""
    leg = Leg.objects.filter(parent=parent, unit=unit, taken_in=None).first()
    if leg is None or parent.status not in OPEN:
        raise Refusal(NOT_ASKED, code=parent.code, unit=unit)
    return leg


def all_closed(dossier: Dossier) -> None:
    """Raises Refusal while another unit has its part still to do, or has not even taken it in."""
    undone = Q(taken_in=None) | Q(taken_in__status__in=OPEN)
    if (leg := Leg.objects.filter(undone, parent=dossier).select_related("unit").first()) is not None:
        raise Refusal(OPEN_LEG, code=dossier.code, unit=leg.unit)


def _short(at: datetime | None) -> str:
    return "–" if at is None else f"{timezone.localtime(at):%H:%M %d/%m/%Y}"
