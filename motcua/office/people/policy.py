"""The one permission policy: may this officer do this act, in this unit and domain, on this day?"""

import time
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from typing import Any, cast

from django.db.models import Model, Q, QuerySet

from motcua.language import Refusal, Words
from motcua.office.people.acts import ACTS
from motcua.office.people.models import Level, Officer, Position, Role, Substitution, Unit, UnitKind

ADMINISTER = "officer.administer"
# These look from the unit of the position down at the units under it.
FROM_ABOVE = frozenset({Role.CONTROL, Role.INSPECTOR})
LOOKING = frozenset(act for act in ACTS if act.endswith(".read"))
# These begin something new: a unit does so itself while it exists, nobody in the name of one that is gone.
BEGINNING = frozenset({"dossier.receive", "dossier.certify", "document.draft"})
# What these change counts in every unit: they are done in the committee of a province alone.
FOR_ALL_UNITS = frozenset({"procedure.edit"})
NEEDS_CODE = frozenset({Role.HEAD, Role.ADMINISTRATOR})  # sign or administer: a one-time code at sign-in
SEEN_WITHIN = 60  # seconds until a process sees units that another wrote

NOT_ALLOWED = Words(
    vi="Bạn không có quyền thực hiện việc này tại {unit}; hãy liên hệ người quản trị nếu bạn được giao việc.",
    en="You may not do this at {unit}; ask the administrator if the work was given to you.",
)


class NotAllowed(Refusal):
    """The officer holds no position that carries the act there. The message is fit to show."""


@dataclass(frozen=True)
class Term:
    """A position as its holder or a substitute may use it, between two days."""

    position: int
    role: Role
    unit: int
    domains: tuple[str, ...]
    from_on: date
    to_on: date | None
    of_province: bool = False
    substitution: int | None = None

    def on(self, day: date) -> bool:
        return self.from_on <= day and (self.to_on is None or day <= self.to_on)

    def covers(self, domain: str | None) -> bool:
        """Whether the domain is among those of the term; None asks for no domain in particular."""
        return not self.domains or domain is None or domain in self.domains

    def __str__(self) -> str:
        """As the journal writes it."""
        stands_in = "" if self.substitution is None else f" substitution {self.substitution}"
        return f"{self.role} position {self.position}{stands_in}"


def may(officer: Officer, act: str, unit: Unit, domain: str | None, on: date) -> bool:
    """Whether the officer may do the act in the unit and domain that day. Raises KeyError for an unknown act."""
    return authority(officer, act, unit, domain, on) is not None


def authority(officer: Officer, act: str, unit: Unit, domain: str | None, on: date) -> Term | None:
    """The term by which the officer may, their own before one of a substitute; None where there is none."""
    return next((term for term in terms(officer, act, on) if term.covers(domain) and unit.pk in reach(term, act)), None)


def authorise(officer: Officer, act: str, unit: Unit, domain: str | None, on: date) -> Term:
    """The term by which the officer may. Raises NotAllowed where there is none."""
    if (found := authority(officer, act, unit, domain, on)) is None:
        raise NotAllowed(NOT_ALLOWED, unit=unit.name)
    return found


def roles(officer: Officer, on: date) -> frozenset[Role]:
    """All roles that the officer holds that day, their own and as a substitute."""
    return frozenset(term.role for term in _held(officer) if term.on(on)) if officer.is_active else frozenset()


def works_in(officer: Officer, unit: Unit, on: date) -> bool:
    """Whether the officer holds any role in the unit that day, or in one that works on for it."""
    return officer.is_active and any(term.on(on) and unit.pk in lineage(term.unit) for term in _held(officer))


def terms(officer: Officer, act: str, on: date) -> list[Term]:
    """The officer's terms that carry the act that day."""
    roles = ACTS[act]
    found = [term for term in _held(officer) if term.role in roles and term.on(on)] if officer.is_active else []
    return [term for term in found if term.of_province] if act in FOR_ALL_UNITS else found


def narrowed(
    rows: "QuerySet[Model]", officer: Officer, act: str, on: date, *, unit: str = "unit", domain: str = "domain"
) -> "QuerySet[Model]":
    """The rows whose unit and domain the officer may do the act in; `unit` and `domain` name their columns."""
    wanted = Q(pk__in=[])
    for term in terms(officer, act, on):
        place = Q(**{f"{unit}__in": reach(term, act)})
        wanted |= place & Q(**{f"{domain}__in": term.domains}) if term.domains and domain else place
    return rows.filter(wanted)


def reach(term: Term, act: str) -> frozenset[int]:
    """The units in which a term counts: its own, those it succeeded; those under it to look from above, to administer.

    A unit without an administrator of its own has that of the unit above it.
    """
    if act in BEGINNING:
        return frozenset({term.unit})
    return _tree().reach(term.unit, act == ADMINISTER or (act in LOOKING and term.role in FROM_ABOVE))


def holders(unit: Unit, role: Role, domain: str | None, on: date) -> QuerySet[Officer]:
    """Who may work in a role of a unit that day, in their own position or in that of another."""
    line = _successors(unit.pk)
    own = Position.objects.filter(lasting(on), unit__in=line, role=role)
    stood_in = Substitution.objects.filter(from_on__lte=on, to_on__gte=on, position__in=own)
    found = {one.officer_id for one in own if _term(one).covers(domain)}
    found |= {one.substitute_id for one in stood_in.select_related("position") if _term(one.position).covers(domain)}
    return Officer.objects.filter(pk__in=found, is_active=True).order_by("full_name", "pk")


def manned(unit: Unit, role: Role, domain: str, on: date) -> bool:
    """Whether anybody works in a role of a unit that day: mostly told by one query, where `holders` asks three."""
    active = Position.objects.filter(lasting(on), unit__in=_successors(unit.pk), role=role, officer__is_active=True)
    covering = (not domains or domain in domains for domains in active.values_list("domains", flat=True))
    return any(covering) or holders(unit, role, domain, on).exists()


def manning(units: Sequence[Unit], domain: str | None, on: date) -> frozenset[tuple[int, Role]]:
    """Each unit's key with each role in which anybody works there that day: two queries for all of them.

    In the domain; None asks for no domain in particular.
    """
    lines = {unit.pk: _successors(unit.pk) for unit in units}
    own = Position.objects.filter(lasting(on), unit__in={at for line in lines.values() for at in line})
    held = own.filter(officer__is_active=True).values_list("unit", "role", "domains")
    standing_in = Substitution.objects.filter(
        from_on__lte=on, to_on__gte=on, position__in=own, substitute__is_active=True
    ).values_list("position__unit", "position__role", "position__domains")
    found: list[Any] = [*held, *standing_in]
    worked = {(at, Role(role)) for at, role, domains in found if not domains or domain in (None, *domains)}
    return frozenset((unit, role) for unit, line in lines.items() for at, role in worked if at in line)


def lineage(unit: int) -> frozenset[int]:
    """The unit and all those it works on for."""
    return _tree().reach(unit, from_above=False)


def lasting(on: date) -> Q:
    """Positions that somebody may work in that day: begun, not ended, of a unit that exists."""
    return (
        Q(from_on__lte=on) & (Q(to_on=None) | Q(to_on__gte=on)) & (Q(unit__valid_to=None) | Q(unit__valid_to__gte=on))
    )


def _successors(unit: int) -> list[int]:
    """The unit and those that worked on after it, one after the other."""
    line = [unit]
    while (following := _tree().successor.get(line[-1])) is not None and following not in line:
        line.append(following)
    return line


def _held(officer: Officer) -> tuple[Term, ...]:
    """All terms of the officer, read once for each object: a page asks many times."""
    if (kept := officer.terms_held) is None:
        own = [_term(position) for position in Position.objects.filter(officer=officer).select_related("unit")]
        standing_in = Substitution.objects.filter(substitute=officer).select_related("position__unit")
        kept = officer.terms_held = (*own, *(_stands_in(one) for one in standing_in))
    return cast(tuple[Term, ...], kept)


def _term(position: Position) -> Term:
    """A position ends at the latest with its unit."""
    ends = [day for day in (position.to_on, position.unit.valid_to) if day is not None]
    return Term(
        position=position.pk,
        role=Role(position.role),
        unit=position.unit_id,
        domains=tuple(position.domains),
        from_on=position.from_on,
        to_on=min(ends, default=None),
        of_province=position.unit.level == Level.PROVINCE and position.unit.kind == UnitKind.COMMITTEE,
    )


def _stands_in(substitution: Substitution) -> Term:
    """A substitute's days lie inside those of the position."""
    whole = _term(substitution.position)
    ends = [day for day in (whole.to_on, substitution.to_on) if day is not None]
    begins = max(whole.from_on, substitution.from_on)
    return replace(whole, from_on=begins, to_on=min(ends), substitution=substitution.pk)


@dataclass(frozen=True, eq=False)
class _Tree:
    """Units under each unit, those that each succeeded, and the one that succeeded each."""

    children: Mapping[int, Sequence[int]]
    succeeded: Mapping[int, Sequence[int]]
    successor: Mapping[int, int]
    reached: dict[tuple[int, bool], frozenset[int]] = field(default_factory=dict)

    def reach(self, unit: int, from_above: bool) -> frozenset[int]:
        """The unit and all before it, and where asked from above all under any of these; reckoned once."""
        if (unit, from_above) not in self.reached:
            found = _closure({unit}, self.succeeded)
            self.reached[unit, from_above] = _closure(found, self.children) if from_above else found
        return self.reached[unit, from_above]


def _closure(first: Iterable[int], under: Mapping[int, Sequence[int]]) -> frozenset[int]:
    found, waiting = set(first), list(first)
    while waiting:
        new = [one for one in under.get(waiting.pop(), ()) if one not in found]
        found.update(new)
        waiting.extend(new)
    return frozenset(found)


def _tree() -> _Tree:
    return _read_tree(int(time.monotonic()) // SEEN_WITHIN)


@lru_cache(maxsize=1)
def _read_tree(since: int) -> _Tree:  # noqa: ARG001  `since` lets what was kept grow old
    children: dict[int, list[int]] = defaultdict(list)
    succeeded: dict[int, list[int]] = defaultdict(list)
    successors: dict[int, int] = {}
    for pk, parent, successor in Unit.objects.values_list("pk", "parent_id", "successor_id"):
        if parent is not None:
            children[parent].append(pk)
        if successor is not None:
            succeeded[successor].append(pk)
            successors[pk] = successor
    return _Tree(children, succeeded, successors)


def forget_tree() -> None:
    """Units changed: read the tree anew. Other processes do within a minute."""
    _read_tree.cache_clear()


def forget_terms(officer: Officer) -> None:
    """Positions of the officer changed: read them anew."""
    officer.terms_held = None
