"""A rule: its law, its remedy, its sentences, and one Ibis expression that marks every case it examined."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, lru_cache
from typing import Literal

import ibis.expr.types as ir

from motcua.inspection.period import Period
from motcua.language import Words
from motcua.law import Citation, law


class Domain(StrEnum):
    """The field of the reform a rule belongs to; its name in Vietnamese depends on the day."""

    DIRECTION = "direction"
    INSTITUTIONS = "institutions"
    PROCEDURES = "procedures"
    ORGANISATION = "organisation"
    CIVIL_SERVICE = "civil_service"
    FINANCE = "finance"
    DIGITAL = "digital"


class Severity(StrEnum):
    MAJOR = "major"
    MINOR = "minor"
    ADVICE = "advice"  # writes only a recommendation, never a limitation


class Scope(StrEnum):
    OWN = "own"  # a committee with its departments and desk
    TREE = "tree"  # also the units under it


@dataclass(frozen=True)
class Measure:
    """A rate or count held against a dated target, in place of "each case right or wrong".

    `share`: cases not breached / cases decided, in percent. `count`: cases not breached, inside coverage.
    """

    kind: Literal["share", "count"]
    target: str
    at: Literal["least", "most"] = "least"


@dataclass(frozen=True)
class Says:
    """The rule's own Vietnamese sentences, without the closing full stop.

    Places: {examined} {kept} {breached} {unknown} counts; {rate} kept in percent; {target}; {abouts} what the
    breached cases are about, most frequent first; {kept_abouts} what the kept are about, {kept_counts} with
    their counts; {sound} labels kept at least to the share of `praise_from`; {word} quantity word of the kept,
    {breached_word} of the breached; {examined} are the cases the evidence could decide.
    `met` None: being in order is no news. A recommendation's text stands in the programme, under the rule's remedy.
    """

    limited: str
    met: str | None = None


Examine = Callable[[Period], ir.Table]


@dataclass(frozen=True)
class Rule:
    """`meaning`: what is examined, when breached; `praise_from`: the dated share from which the strength is written
    although some cases are breached; `declared`: the figure of `declared_figure` beside the computed one; `levels`:
    those that owe the duty, all where it is empty; `covered_by`: what `coverage` must hold so that a count may be too
    low or nothing is there to examine: the population, or the kinds of things in it (`table/kind`) that are examined.
    """

    code: str
    domain: Domain
    title: Words
    meaning: Words
    basis: str
    population: str
    examine: Examine
    says: Says
    remedy: str
    severity: Severity
    scope: Scope
    measure: Measure | None
    praise_from: str | None
    declared: str | None
    levels: tuple[str, ...]
    covered_by: tuple[str, ...]

    @cached_property
    def citations(self) -> tuple[Citation, ...]:
        """The dated citations of the duty. Raises KeyError where the law's data has none under this name."""
        return law().citations[self.basis]

    def expression(self, period: Period) -> ir.Table:
        return _examined(self.examine, period)


@lru_cache(maxsize=512)
def _examined(examine: Examine, period: Period) -> ir.Table:
    """Built once: it is counted, asked for the tables it reads, and its cases are listed."""
    return examine(period)


def rule(  # noqa: PLR0913  a rule states all of itself in one place
    code: str,
    title: Words,
    *,
    meaning: Words,
    basis: str,
    population: str,
    says: Says,
    remedy: str,
    severity: Severity = Severity.MAJOR,
    scope: Scope = Scope.OWN,
    measure: Measure | None = None,
    praise_from: str | None = None,
    declared: str | None = None,
    levels: tuple[str, ...] = (),
    covered_by: tuple[str, ...] = (),
) -> Callable[[Examine], Rule]:
    """Make a rule of an expression; its domain is the folder it stands in."""

    def make(examine: Examine) -> Rule:
        return Rule(
            code=code,
            domain=Domain(examine.__module__.split(".")[-2]),
            title=title,
            meaning=meaning,
            basis=basis,
            population=population,
            examine=examine,
            says=says,
            remedy=remedy,
            severity=severity,
            scope=scope,
            measure=measure,
            praise_from=praise_from,
            declared=declared,
            levels=levels,
            covered_by=covered_by or (population,),
        )

    return make
