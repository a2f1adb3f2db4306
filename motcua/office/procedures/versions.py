"""Versions of procedures: drafted with papers and fees, released by a published decision, found for a day."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from motcua.language import Refusal, Words, plain
from motcua.office.journal.writing import write
from motcua.office.people.models import Officer, Unit
from motcua.office.people.policy import authorise
from motcua.office.procedures.models import Component, Fee, OnlineLevel, Procedure, Service, Version

EXISTS = Words(
    vi="Thủ tục {code} đã có phiên bản “{version}”; hãy đặt tên phiên bản khác.",
    en="Procedure {code} has a version “{version}” already; name this one differently.",
)
RELEASED = Words(
    vi="Thủ tục {code}, phiên bản “{version}” đã ban hành rồi.",
    en="Procedure {code}, version “{version}” is released already.",
)
NO_DECISION = Words(
    vi="Thủ tục {code}: phải có số và ngày quyết định công bố trước khi ban hành.",
    en="Procedure {code}: the decision that publishes it needs its number and day before release.",
)
BEFORE_DECISION = Words(
    vi="Thủ tục {code}: hiệu lực từ {begins} không được trước ngày công bố {decided}.",
    en="Procedure {code}: it cannot be in force from {begins}, before it was published on {decided}.",
)
NO_TERM = Words(
    vi="Thủ tục {code}: phải có thời hạn giải quyết, hoặc ghi rõ trả kết quả ngay.",
    en="Procedure {code}: it needs a legal term, or must say that the result is given at once.",
)
NO_PAPERS = Words(
    vi="Thủ tục {code}: phải liệt kê ít nhất một giấy tờ của thành phần hồ sơ.",
    en="Procedure {code}: it must list at least one paper.",
)
OVERLAP = Words(
    vi="Thủ tục {code}: phiên bản “{other}” có hiệu lực từ {begins}, trùng thời gian; hãy chọn ngày hiệu lực khác.",
    en="Procedure {code}: version “{other}” is in force from {begins} in the same days; choose other days.",
)
# What the law asks beside the common steps, by code; else by domain.
CERTIFIED_COPY, MEDIATION = "2.000815", "1.012812"
BY_CODE = {CERTIFIED_COPY: "certified_copy", MEDIATION: "mediation"}
BY_DOMAIN = {"Chứng thực": "certification", "Đăng ký, quản lý cư trú": "residence", "Đất đai": "land"}


@dataclass(frozen=True)
class PaperTold:
    """A paper as the decision lists it."""

    name: str
    originals: int = 0
    copies: int = 0
    required: bool = True
    keeps_original: bool = False
    replaced_by_data: bool = False


@dataclass(frozen=True)
class FeeTold:
    name: str
    amount: int
    per: str = "hồ sơ"


@dataclass(frozen=True)
class Told:
    """A version as it is to be drafted."""

    code: str
    version: str
    name: str
    domain: str
    in_force_from: date
    in_force_to: date | None = None
    levels: Sequence[str] = ()
    term_value: int | None = None
    term_unit: str = ""
    immediate: bool = False
    result_kind: str = ""
    signed_result: bool = False
    online_level: str = OnlineLevel.NONE
    decision: str = ""
    decided_on: date | None = None
    legal_bases: Sequence[str] = ()
    source: str = ""
    papers: Sequence[PaperTold] = field(default_factory=tuple)
    fees: Sequence[FeeTold] = field(default_factory=tuple)


def special(code: str, domain: str) -> str:
    """What the law asks beside the common steps. Local variants of a code (1.012812.H19) count as the code."""
    national = ".".join(code.split(".")[:2])
    return BY_CODE.get(national) or BY_DOMAIN.get(domain, "")


def built(told: Told, procedure: Procedure) -> tuple[Version, list[Component], list[Fee]]:
    """The rows of a version, not yet saved."""
    own = {name: value for name, value in vars(told).items() if name not in {"code", "papers", "fees"}}
    own |= {"levels": list(told.levels), "legal_bases": list(told.legal_bases)}
    version = Version(procedure=procedure, search_name=plain(told.name), special=special(told.code, told.domain), **own)
    papers = [Component(version=version, no=no, **vars(paper)) for no, paper in enumerate(told.papers, start=1)]
    return version, papers, [Fee(version=version, **vars(fee)) for fee in told.fees]


@transaction.atomic
def draft(told: Told, *, unit: Unit, by: Officer, at: datetime) -> Version:
    """A version that nobody can use yet. Raises Refusal where the procedure has one of that name."""
    term = authorise(by, "procedure.edit", unit, None, timezone.localdate(at))
    version = put_down(told)
    said = {"version": version.version, "in_force_from": version.in_force_from}
    write("procedure.drafted", told.code, unit=unit.unit_id, by=by.username, authority=str(term), at=at, new=said)
    return version


def put_down(told: Told) -> Version:
    """Save a draft with its papers and fees; the act around it authorises and writes the journal."""
    procedure, _ = Procedure.objects.get_or_create(code=told.code)
    if procedure.versions.filter(version=told.version).exists():
        raise Refusal(EXISTS, code=told.code, version=told.version)
    version, papers, fees = built(told, procedure)
    version.save(force_insert=True)
    Component.objects.bulk_create(papers)
    Fee.objects.bulk_create(fees)
    return version


@transaction.atomic
def release(version: int, *, unit: Unit, by: Officer, at: datetime) -> Version:
    """Put a draft in force from its day on; one that was open until then ends the day before.

    Raises Refusal for a draft that lacks its decision, term or papers, or whose days meet those of another.
    """
    term = authorise(by, "procedure.edit", unit, None, timezone.localdate(at))
    kept = Version.objects.select_for_update(of=("self",)).select_related("procedure").get(pk=version)
    Procedure.objects.select_for_update().get(pk=kept.procedure_id)  # two releases would both find the days free
    _complete(kept)
    earlier = _earlier(kept)
    ended = kept.in_force_from - timedelta(days=1)
    if earlier is not None:
        Version.objects.filter(pk=earlier.pk).update(in_force_to=ended)
    kept.released_at = at
    kept.save()
    said = {"version": kept.version, "in_force_from": kept.in_force_from, "decision": kept.decision}
    said |= {} if earlier is None else {"ended": earlier.version, "ended_on": ended}
    code = kept.procedure.code
    write("procedure.released", code, unit=unit.unit_id, by=by.username, authority=str(term), at=at, new=said)
    return kept


def in_force(on: date) -> QuerySet[Version]:
    """Released versions of that day."""
    open_then = Q(in_force_to=None) | Q(in_force_to__gte=on)
    return Version.objects.filter(open_then, released_at__isnull=False, in_force_from__lte=on)


def taken_in(unit: Unit, on: date) -> QuerySet[Version]:
    """Versions in force that day of the procedures that the unit takes in."""
    lasting = Q(valid_to=None) | Q(valid_to__gte=on)
    served = Service.objects.filter(lasting, unit=unit, valid_from__lte=on)
    return in_force(on).filter(procedure__in=served.values("procedure"))


def _complete(version: Version) -> None:
    code = version.procedure.code
    if version.released_at is not None:
        raise Refusal(RELEASED, code=code, version=version.version)
    if not version.decision.strip() or version.decided_on is None:
        raise Refusal(NO_DECISION, code=code)
    if version.in_force_from < version.decided_on:
        raise Refusal(BEFORE_DECISION, code=code, begins=_day(version.in_force_from), decided=_day(version.decided_on))
    if version.term_value is None and not version.immediate:
        raise Refusal(NO_TERM, code=code)
    if not version.components.exists():
        raise Refusal(NO_PAPERS, code=code)


def _earlier(version: Version) -> Version | None:
    """The open version that this one follows. Raises Refusal where the days meet those of any other."""
    others = version.procedure.versions.filter(released_at__isnull=False).exclude(pk=version.pk)
    following = others.filter(in_force_from__lt=version.in_force_from, in_force_to=None).first()
    meeting = others.filter(Q(in_force_to=None) | Q(in_force_to__gte=version.in_force_from))
    if version.in_force_to is not None:
        meeting = meeting.filter(in_force_from__lte=version.in_force_to)
    if following is not None:
        meeting = meeting.exclude(pk=following.pk)
    if (other := meeting.first()) is not None:
        code, begins = version.procedure.code, _day(other.in_force_from)
        raise Refusal(OVERLAP, code=code, other=other.version, begins=begins)
    return following


def _day(on: date) -> str:
    return on.strftime("%d/%m/%Y")
