"""The one permission policy: may this officer do this act, in this unit and domain, on this day?"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from django.db.models import Model, Q, QuerySet

from motcua.language import Refusal, Words
from motcua.office.people.models import Officer, Position, Role, Substitution, Unit

RECEPTION, SPECIALIST, CLERK, HEAD, ACCOUNTANT, CONTROL, ADMINISTRATOR, INSPECTOR = (
    Role.RECEPTION, Role.SPECIALIST, Role.CLERK, Role.HEAD,
    Role.ACCOUNTANT, Role.CONTROL, Role.ADMINISTRATOR, Role.INSPECTOR,
)  # fmt: skip
STAFF = frozenset({RECEPTION, SPECIALIST, CLERK, HEAD, ACCOUNTANT, CONTROL})

# Every act that may be asked for, and the roles that may do it. What is not named here nobody may do.
ACTS: dict[str, frozenset[Role]] = {
    "dossier.read": STAFF | {INSPECTOR},
    "dossier.receive": frozenset({RECEPTION}),
    "dossier.resubmit": frozenset({RECEPTION}),
    "dossier.supplement": frozenset({RECEPTION, SPECIALIST}),
    "dossier.refuse": frozenset({RECEPTION, HEAD}),
    "dossier.pass_on": frozenset({RECEPTION, SPECIALIST, CLERK, HEAD}),
    "dossier.take_over": frozenset({RECEPTION, SPECIALIST, CLERK, HEAD}),
    "dossier.assign": frozenset({HEAD}),
    "dossier.ask_opinion": frozenset({SPECIALIST, HEAD}),
    "dossier.answer_opinion": frozenset({SPECIALIST, HEAD}),
    "dossier.propose": frozenset({SPECIALIST}),
    "dossier.approve": frozenset({HEAD}),
    "dossier.record_result": frozenset({CLERK, SPECIALIST}),
    "dossier.return": frozenset({RECEPTION}),
    "dossier.withdraw": frozenset({RECEPTION}),
    "dossier.terminate": frozenset({HEAD}),
    "dossier.draft_apology": frozenset({SPECIALIST, HEAD}),
    "dossier.apologise": frozenset({HEAD}),
    "dossier.confirm_cause": frozenset({HEAD, CONTROL}),
    "dossier.correct": frozenset({RECEPTION, SPECIALIST, HEAD}),
    "dossier.reopen": frozenset({HEAD}),
    "dossier.charge": frozenset({RECEPTION, ACCOUNTANT}),
    "dossier.pay": frozenset({RECEPTION, ACCOUNTANT}),
    "dossier.certify": frozenset({RECEPTION, SPECIALIST, HEAD}),
    "dossier.check_residence": frozenset({RECEPTION, SPECIALIST}),
    "dossier.archive": frozenset({SPECIALIST, CLERK}),
    "dossier.mediate": frozenset({SPECIALIST, HEAD}),
    "dossier.link": frozenset({RECEPTION, SPECIALIST, HEAD}),
    "book.read": STAFF | {INSPECTOR},
    "report.read": STAFF | {INSPECTOR},
    "procedure.read": STAFF | {INSPECTOR, ADMINISTRATOR},
    "procedure.edit": frozenset({CONTROL}),
    "procedure.post": frozenset({CONTROL}),
    "process.release": frozenset({CONTROL, HEAD}),
    "officer.administer": frozenset({ADMINISTRATOR}),
    "journal.read": frozenset({HEAD, CONTROL, INSPECTOR}),
}
# These reach from the unit of the position down to the units under it.
FROM_ABOVE = frozenset({CONTROL, INSPECTOR})
LOOKING = frozenset(act for act in ACTS if act.endswith(".read"))
NEEDS_CODE = frozenset({HEAD, ADMINISTRATOR})  # sign or administer: a one-time code at sign-in

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


def terms(officer: Officer, act: str, on: date) -> list[Term]:
    """The officer's terms that carry the act that day."""
    roles = ACTS[act]
    return [term for term in _held(officer) if term.role in roles and term.on(on)] if officer.is_active else []


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
    """The units in which a term counts: its own, those it succeeded, and for looking from above those under it."""
    own = _with_predecessors(term.unit)
    return own | _below(own) if act in LOOKING and term.role in FROM_ABOVE else own


def _held(officer: Officer) -> tuple[Term, ...]:
    """All terms of the officer, read once for each object: a page asks many times."""
    kept: tuple[Term, ...] | None = getattr(officer, "_terms", None)
    if kept is None:
        own = [_term(position) for position in Position.objects.filter(officer=officer)]
        standing_in = Substitution.objects.filter(substitute=officer).select_related("position")
        kept = (*own, *(_stands_in(one) for one in standing_in))
        officer._terms = kept  # type: ignore[attr-defined]
    return kept


def _term(position: Position) -> Term:
    return Term(
        position=position.pk,
        role=Role(position.role),
        unit=position.unit_id,
        domains=tuple(position.domains),
        from_on=position.from_on,
        to_on=position.to_on,
    )


def _stands_in(substitution: Substitution) -> Term:
    """A substitute's days lie inside those of the position."""
    whole = _term(substitution.position)
    ends = [day for day in (whole.to_on, substitution.to_on) if day is not None]
    begins = max(whole.from_on, substitution.from_on)
    return replace(whole, from_on=begins, to_on=min(ends), substitution=substitution.pk)


def _with_predecessors(unit: int) -> frozenset[int]:
    return _closure(unit, _tree()[1])


def _below(units: Iterable[int]) -> frozenset[int]:
    return frozenset().union(*(_closure(unit, _tree()[0]) for unit in units))


def _closure(first: int, under: Mapping[int, Sequence[int]]) -> frozenset[int]:
    found, waiting = {first}, [first]
    while waiting:
        new = [one for one in under.get(waiting.pop(), ()) if one not in found]
        found.update(new)
        waiting.extend(new)
    return frozenset(found)


@cache
def _tree() -> tuple[Mapping[int, Sequence[int]], Mapping[int, Sequence[int]]]:
    """Units under each unit, and units that each succeeded. `forget_tree` is called where units change."""
    children: dict[int, list[int]] = defaultdict(list)
    succeeded: dict[int, list[int]] = defaultdict(list)
    for pk, parent, successor in Unit.objects.values_list("pk", "parent_id", "successor_id"):
        if parent is not None:
            children[parent].append(pk)
        if successor is not None:
            succeeded[successor].append(pk)
    return children, succeeded


def forget_tree() -> None:
    """Units changed: read the tree anew."""
    _tree.cache_clear()
