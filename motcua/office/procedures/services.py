"""What a unit takes in: begun and ended by its own procedure control, for procedures of its level."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from motcua.language import Refusal, Words
from motcua.office.journal.writing import write
from motcua.office.people.models import Officer, Unit
from motcua.office.people.policy import authorise
from motcua.office.procedures.models import Procedure, Service
from motcua.office.procedures.versions import in_force

PAST = Words(
    vi="Ngày {on} đã qua; hãy ghi hôm nay ({today}) hoặc một ngày sau đó.",
    en="{on} is over; tell today ({today}) or a day after it.",
)
TAKEN_IN = Words(
    vi="{unit} đang tiếp nhận thủ tục {code} từ {since}.", en="{unit} takes procedure {code} in since {since}."
)
NOT_IN_FORCE = Words(
    vi="Thủ tục {code} không có phiên bản nào có hiệu lực ngày {on}; hãy chọn ngày khác.",
    en="Procedure {code} has no version in force on {on}; choose another day.",
)
OTHER_LEVEL = Words(
    vi="Thủ tục {code} không thuộc thẩm quyền của {unit}; phiên bản ngày {on} giao cho cấp khác.",
    en="Procedure {code} is not for {unit} to settle; its version of {on} names other levels.",
)
ENDED = Words(
    vi="Đã ghi thôi tiếp nhận thủ tục {code} từ sau ngày {last}.",
    en="It is noted already that procedure {code} is taken in until {last}.",
)


@transaction.atomic
def take_in(procedure: Procedure, unit: Unit, *, from_on: date, by: Officer, at: datetime) -> Service:
    """The unit takes the procedure in from a day on."""
    term = authorise(by, "procedure.offer", unit, None, timezone.localdate(at))
    _not_past(from_on, at)
    Unit.objects.select_for_update().get(pk=unit.pk)  # two at once would both find nothing there
    _competent(procedure, unit, from_on)
    there = Service.objects.filter(Q(valid_to=None) | Q(valid_to__gte=from_on), procedure=procedure, unit=unit).first()
    if there is not None:
        raise Refusal(TAKEN_IN, unit=unit.name, code=procedure.code, since=_day(there.valid_from))
    made = Service.objects.create(procedure=procedure, unit=unit, valid_from=from_on)
    chain, said = unit.unit_id, {"from": from_on}
    write("procedure.taken_in", procedure.code, unit=chain, by=by.username, authority=str(term), at=at, new=said)
    return made


@transaction.atomic
def stop_taking_in(service: int, *, last_on: date, by: Officer, at: datetime) -> Service:
    """The unit takes it in until that day; dossiers that it has go on."""
    kept = Service.objects.select_for_update(of=("self",)).select_related("unit", "procedure").get(pk=service)
    term = authorise(by, "procedure.offer", kept.unit, None, timezone.localdate(at))
    code, chain = kept.procedure.code, kept.unit.unit_id
    if kept.valid_to is not None:
        raise Refusal(ENDED, code=code, last=_day(kept.valid_to))
    _not_past(last_on, at)
    kept.valid_to = max(last_on, kept.valid_from)
    kept.save(update_fields=["valid_to"])
    said = {"until": kept.valid_to}
    write("procedure.no_longer_taken_in", code, unit=chain, by=by.username, authority=str(term), at=at, new=said)
    return kept


def _competent(procedure: Procedure, unit: Unit, on: date) -> None:
    version = in_force(on).filter(procedure=procedure).first()
    if version is None:
        raise Refusal(NOT_IN_FORCE, code=procedure.code, on=_day(on))
    if version.levels and unit.level not in version.levels:
        raise Refusal(OTHER_LEVEL, code=procedure.code, unit=unit.name, on=_day(on))


def _not_past(on: date, at: datetime) -> None:
    if on < (today := timezone.localdate(at)):
        raise Refusal(PAST, on=_day(on), today=_day(today))


def _day(on: date) -> str:
    return on.strftime("%d/%m/%Y")
