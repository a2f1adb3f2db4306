"""Postings: which version hangs at which place of a unit, and what is offered there but not posted in full."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from motcua.language import Refusal, Words
from motcua.office.journal.writing import write
from motcua.office.people.models import Officer, Unit
from motcua.office.people.policy import authorise
from motcua.office.procedures.models import Posting, Version
from motcua.office.procedures.versions import taken_in

NOT_RELEASED = Words(
    vi="Thủ tục {code} chưa ban hành phiên bản này; chỉ niêm yết phiên bản đã công bố.",
    en="This version of procedure {code} is not released; only what is published can be posted.",
)
HANGS_THERE = Words(
    vi="Thủ tục {code} đang được niêm yết tại “{place}”; hãy gỡ bản cũ trước khi niêm yết lại.",
    en="Procedure {code} hangs at “{place}” already; take the old one down before posting again.",
)
NO_PLACE = Words(
    vi="Phải ghi nơi niêm yết, ví dụ “Bảng niêm yết Bộ phận Một cửa”.",
    en="The place of posting must be named, for example “Board of the one-stop desk”.",
)
NOT_YET = Words(
    vi="Ngày {on} chưa đến; hãy ghi ngày đã niêm yết hoặc đã gỡ.",
    en="{on} is yet to come; tell the day on which it was put up or taken down.",
)
NONE_CHOSEN = Words(vi="Chưa chọn thủ tục nào.", en="No procedure was chosen.")
REMOVED_BEFORE = Words(
    vi="Ngày gỡ {removed} trước ngày niêm yết {posted}; phải từ ngày niêm yết trở đi.",
    en="It cannot be taken down on {removed}, before it was posted on {posted}; it must be that day or later.",
)
NOT_THERE = Words(vi="Bản niêm yết này đã gỡ ngày {removed}.", en="This posting was taken down on {removed} already.")
NOT_POSTED = Words(
    vi="Thủ tục {code} “{name}” đang tiếp nhận nhưng chưa niêm yết phiên bản hiện hành.",
    en="Procedure {code} “{name}” is taken in, yet its version in force is not posted.",
)
OUTDATED = Words(
    vi="Thủ tục {code} “{name}” còn niêm yết phiên bản đã hết hiệu lực; hãy thay bằng phiên bản hiện hành.",
    en="Procedure {code} “{name}” hangs in a version no longer in force; put up the one in force.",
)
INCOMPLETE = Words(
    vi="Thủ tục {code} “{name}” niêm yết chưa đầy đủ nội dung; hãy bổ sung.",
    en="Procedure {code} “{name}” is posted incompletely; complete it.",
)


@dataclass(frozen=True)
class Missing:
    """A version offered that is not posted as it should be; `words` say how, with the code and name."""

    version: Version
    words: Words

    @property
    def values(self) -> dict[str, str]:
        return {"code": self.version.procedure.code, "name": self.version.name}


@transaction.atomic
def post(  # noqa: PLR0913  what, where, how
    version: Version, unit: Unit, *, place: str, on: date, by: Officer, at: datetime, complete: bool = True,
    qr: bool = False,
) -> Posting:  # fmt: skip
    """Put a released version up at a place. Raises Refusal where it hangs there already."""
    term = authorise(by, "procedure.post", unit, None, timezone.localdate(at))
    code = version.procedure.code
    if not place.strip():
        raise Refusal(NO_PLACE)
    if version.released_at is None:
        raise Refusal(NOT_RELEASED, code=code)
    if on > timezone.localdate(at):
        raise Refusal(NOT_YET, on=_day(on))
    Unit.objects.select_for_update().get(pk=unit.pk)  # two postings at once would both find the place empty
    if Posting.objects.filter(version=version, unit=unit, place=place.strip(), removed_on=None).exists():
        raise Refusal(HANGS_THERE, code=code, place=place.strip())
    made = Posting.objects.create(
        version=version, unit=unit, place=place.strip(), posted_on=on, complete=complete, qr=qr
    )
    said = {"posting": made.pk, "version": version.version, "place": made.place, "posted_on": on, "complete": complete}
    write("procedure.posted", code, unit=unit.unit_id, by=by.username, authority=str(term), at=at, new=said)
    return made


@transaction.atomic
def remove(posting: int, *, on: date, by: Officer, at: datetime) -> Posting:
    """Take a posting down. Raises Refusal where it is down already or was put up later."""
    kept = Posting.objects.select_for_update(of=("self",)).select_related("unit", "version__procedure").get(pk=posting)
    term = authorise(by, "procedure.post", kept.unit, None, timezone.localdate(at))
    if kept.removed_on is not None:
        raise Refusal(NOT_THERE, removed=_day(kept.removed_on))
    if on > timezone.localdate(at):
        raise Refusal(NOT_YET, on=_day(on))
    if on < kept.posted_on:
        raise Refusal(REMOVED_BEFORE, removed=_day(on), posted=_day(kept.posted_on))
    kept.removed_on = on
    kept.save(update_fields=["removed_on"])
    code, said = kept.version.procedure.code, {"posting": kept.pk, "removed_on": on}
    chain = kept.unit.unit_id
    write("procedure.posting_removed", code, unit=chain, by=by.username, authority=str(term), at=at, new=said)
    return kept


@transaction.atomic
def post_many(  # noqa: PLR0913  what, where, how
    versions: Iterable[Version], unit: Unit, *, place: str, on: date, by: Officer, at: datetime, complete: bool = True,
    qr: bool = False,
) -> list[Posting]:  # fmt: skip
    """Put several up at a place, each in place of what hangs there of its procedure; all of them or none."""
    made = []
    for version in versions:
        hanging = Posting.objects.filter(unit=unit, place=place.strip(), removed_on=None)
        for old in hanging.filter(version__procedure=version.procedure_id).exclude(version=version, complete=True):
            remove(old.pk, on=on, by=by, at=at)
        made.append(post(version, unit, place=place, on=on, complete=complete, qr=qr, by=by, at=at))
    if not made:
        raise Refusal(NONE_CHOSEN)
    return made


def missing(unit: Unit, on: date) -> list[Missing]:
    """What the unit takes in that day and does not post in full and up to date, in the order of domains and codes."""
    hanging = Posting.objects.filter(unit=unit, posted_on__lte=on).exclude(removed_on__lte=on)
    whole: dict[int, bool] = {}
    outdated = set()
    for posting in hanging.select_related("version"):
        version = posting.version
        whole[version.pk] = whole.get(version.pk, False) or posting.complete
        if version.in_force_to is not None and version.in_force_to < on:
            outdated.add(version.procedure_id)
    found = []
    for version in taken_in(unit, on).select_related("procedure").order_by("domain", "procedure__code"):
        if version.procedure_id in outdated:
            found.append(Missing(version, OUTDATED))
        elif not whole.get(version.pk, False):
            found.append(Missing(version, INCOMPLETE if version.pk in whole else NOT_POSTED))
    return found


def _day(on: date) -> str:
    return on.strftime("%d/%m/%Y")
