"""Who works where and how their accounts stand, read for many at once: as many queries for one as for hundreds."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from axes.models import AccessAttempt
from django.conf import settings
from django.db.models import F, Prefetch, QuerySet
from django.utils import timezone
from django_otp.plugins.otp_totp.models import TOTPDevice

from motcua.language import plain
from motcua.office.people.models import Officer, Position, Role, Substitution, Unit
from motcua.office.people.policy import NEEDS_CODE, lasting

VITAL = (Role.RECEPTION, Role.SPECIALIST, Role.HEAD)  # without one of these no dossier comes through


@dataclass
class Member:
    """An officer as a list shows them: what they hold or held, for whom they stand in, what bars them."""

    officer: Officer
    positions: list[Position] = field(default_factory=list)  # those that last or are to come, else the last one
    standing_in: list[Substitution] = field(default_factory=list)
    works: bool = False
    locked_out: bool = False
    idle: bool = False
    has_code: bool = False
    lacks_code: bool = False

    @property
    def shut(self) -> bool:
        """Whether they could not sign in now."""
        return not self.officer.is_active or self.locked_out or self.idle


@dataclass(frozen=True)
class Holder:
    """Who works in a role of a unit, in their own position or in that of another."""

    officer: Officer
    position: Position
    substitution: Substitution | None = None


def matching(officers: "QuerySet[Officer]", words: str) -> "QuerySet[Officer]":
    """Those whose name or sign-in name holds all the words, diacritics or not."""
    wanted = plain(words).split()
    names = officers.values_list("pk", "full_name", "username")
    found = [pk for pk, name, username in names if all(word in f"{plain(name)} {username}" for word in wanted)]
    return officers.filter(pk__in=found)


def members(officers: Sequence[Officer], at: datetime) -> list[Member]:
    """The officers with all that is told of them, in their order."""
    on, keys = timezone.localdate(at), [officer.pk for officer in officers]
    standing = Prefetch("substitutions", Substitution.objects.filter(to_on__gte=on).select_related("substitute"))
    held = Position.objects.filter(officer__in=keys).select_related("unit").prefetch_related(standing)
    positions, stood_in = defaultdict(list), defaultdict(list)
    for one in held.order_by(F("to_on").desc(nulls_first=True), "from_on", "pk"):
        positions[one.officer_id].append(one)
    for row in _standing_in(on).filter(substitute__in=keys):
        stood_in[row.substitute_id].append(row)
    out, devices = _locked_out(officers, at), _with_code(keys)
    return [
        _member(one, positions[one.pk], stood_in[one.pk], at, locked_out=one.username in out, code=one.pk in devices)
        for one in officers
    ]


def staff(units: Collection[Unit], on: date) -> Mapping[int, Mapping[Role, list[Holder]]]:
    """By unit and role who may work there that day; accounts that are closed do not count."""
    found: dict[int, dict[Role, list[Holder]]] = {unit.pk: {role: [] for role in Role} for unit in units}
    running = Position.objects.filter(lasting(on), unit__in=units).select_related("officer")
    for one in running.filter(officer__is_active=True).order_by("officer__full_name", "pk"):
        found[one.unit_id][Role(one.role)].append(Holder(one.officer, one))
    standing = _standing_in(on).filter(from_on__lte=on, substitute__is_active=True, position__in=running)
    for row in standing.select_related("substitute").order_by("substitute__full_name", "pk"):
        found[row.position.unit_id][Role(row.position.role)].append(Holder(row.substitute, row.position, row))
    return found


def vacant(held: Mapping[Role, list[Holder]]) -> list[Role]:
    """The roles without which no dossier comes through and that nobody holds."""
    return [role for role in VITAL if not held[role]]


def lasts(position: Position, on: date) -> bool:
    """Whether it has not ended by that day."""
    ends = [day for day in (position.to_on, position.unit.valid_to) if day is not None]
    return all(on <= day for day in ends)


def _member(
    officer: Officer, positions: list[Position], standing_in: list[Substitution], at: datetime, *, locked_out: bool,
    code: bool,
) -> Member:  # fmt: skip
    on = timezone.localdate(at)
    kept = [one for one in positions if lasts(one, on)]
    now = {one.role for one in kept if one.from_on <= on}
    now |= {row.position.role for row in standing_in if row.from_on <= on and lasts(row.position, on)}
    seen = officer.last_seen_at
    return Member(
        officer,
        kept or positions[:1],
        standing_in,
        works=bool(kept or standing_in),
        locked_out=locked_out,
        idle=seen is not None and at - seen > timedelta(days=settings.IDLE_ACCOUNT_DAYS),
        has_code=code,
        lacks_code=bool(now & NEEDS_CODE) and not code,
    )


def _standing_in(on: date) -> "QuerySet[Substitution]":
    return Substitution.objects.filter(to_on__gte=on).select_related("position__unit", "position__officer")


def _locked_out(officers: Iterable[Officer], at: datetime) -> set[str]:
    since = at - timedelta(hours=settings.AXES_COOLOFF_TIME)
    names = [officer.username for officer in officers]
    failed = AccessAttempt.objects.filter(
        username__in=names, failures_since_start__gte=settings.AXES_FAILURE_LIMIT, attempt_time__gt=since
    )
    return set(failed.values_list("username", flat=True))


def _with_code(officers: Collection[int]) -> set[int]:
    return set(TOTPDevice.objects.filter(user__in=officers, confirmed=True).values_list("user_id", flat=True))
