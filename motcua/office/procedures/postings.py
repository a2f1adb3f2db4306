"""Postings: which version hangs at which place of a unit, and what is offered there but not posted in full."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from motcua.language import Refusal, Words
from motcua.office.journal.writing import write
from motcua.office.people.models import Officer, Unit
from motcua.office.people.policy import authorise
from motcua.office.procedures.models import Posting, Version
from motcua.office.procedures.versions import in_force

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
    if on < kept.posted_on:
        raise Refusal(REMOVED_BEFORE, removed=_day(on), posted=_day(kept.posted_on))
    kept.removed_on = on
    kept.save(update_fields=["removed_on"])
    code, said = kept.version.procedure.code, {"posting": kept.pk, "removed_on": on}
    chain = kept.unit.unit_id
    write("procedure.posting_removed", code, unit=chain, by=by.username, authority=str(term), at=at, new=said)
    return kept


def missing(unit: Unit, on: date) -> list[Missing]:
    """What the unit takes in that day and does not post in full, in the order of domains and codes."""
    offered = Q(procedure__services__unit=unit, procedure__services__valid_from__lte=on)
    lasting = Q(procedure__services__valid_to=None) | Q(procedure__services__valid_to__gte=on)
    versions = in_force(on).filter(offered & lasting).select_related("procedure").distinct()
    hanging = Posting.objects.filter(unit=unit, posted_on__lte=on).exclude(removed_on__lte=on)
    complete: dict[int, bool] = {}
    for version, whole in hanging.values_list("version_id", "complete"):
        complete[version] = complete.get(version, False) or whole
    posted = set(hanging.values_list(F("version__procedure_id"), flat=True))
    return [
        Missing(version, INCOMPLETE if version.pk in complete else OUTDATED if version.procedure_id in posted
                else NOT_POSTED)
        for version in versions.order_by("domain", "procedure__code")
        if not complete.get(version.pk, False)
    ]  # fmt: skip


def _day(on: date) -> str:
    return on.strftime("%d/%m/%Y")
