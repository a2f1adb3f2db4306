"""Runs rules over evidence: counts the cases each marked, unit by unit, and says what follows."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction
from functools import lru_cache
from typing import Any

import ibis
from ibis.expr.operations import Literal

from motcua.evidence.engines import Engine, tables_of
from motcua.evidence.tables import CONTRACT, coverage, declared_figure
from motcua.inspection.counting import Group, count_all
from motcua.inspection.period import Period
from motcua.inspection.rule import Rule
from motcua.inspection.units import Units, read_units
from motcua.inspection.verdict import Declared, Outcome, Tally, Verdict
from motcua.law import Citation, Setting, law

AIDS = frozenset(
    {"unit", "calendar_day", "coverage", "sample", "sample_check"}
)  # their absence makes no rule unassessable
Target = Callable[[str, date], Setting | None]
Spans = Mapping[tuple[str, str], Sequence[tuple[date, date]]]


def law_target(key: str, on: date) -> Setting | None:
    """The target as the law's own data sets it. Raises KeyError for a key the data does not have."""
    return law().values[key].on(on)


@lru_cache(maxsize=512)
def reads(rule: Rule, period: Period) -> frozenset[str]:
    """Names of the evidence tables the rule reads."""
    return tables_of(rule.expression(period))


@lru_cache(maxsize=512)
def kinds_sought(rule: Rule, period: Period) -> frozenset[str]:
    """The kinds of things, as `coverage` names them, that the rule needs complete."""
    named = {op.value for op in rule.expression(period).op().find(Literal) if isinstance(op.value, str)}
    kinds = {name for spec in CONTRACT.values() for name in spec.coverable if "/" in name}
    return frozenset(kinds & {*named, *rule.covered_by})


@dataclass(frozen=True)
class Inspection:
    """One run: the evidence, the period, the units inspected, and where targets come from."""

    engine: Engine
    period: Period
    units: Units
    inspected: tuple[str, ...]
    target: Target
    spans: Spans
    declared: Mapping[tuple[str, str], tuple[Declared, ...]]

    @classmethod
    def open(
        cls, engine: Engine, period: Period, inspected: Iterable[str], target: Target = law_target
    ) -> "Inspection":
        """Raises Refusal for a unit that the evidence does not have."""
        units = read_units(engine)
        chosen = tuple(units.get(unit_id).unit_id for unit_id in inspected)
        return cls(engine, period, units, chosen, target, _spans(engine), _declared(engine, period))

    def verdicts(self, *rules: Rule) -> list[Verdict]:
        """What each rule says of each inspected unit that owes its duty, in their order."""
        scopes = [self._scopes(rule) for rule in rules]
        asked = [
            (rule, {one for scope in units.values() for one in scope})
            for rule, units in zip(rules, scopes, strict=True)
        ]
        found: list[Verdict] = []
        counted = count_all(asked, self.period, self.engine)
        for rule, units, groups in zip(rules, scopes, counted, strict=True):
            by_unit: dict[str, list[Group]] = defaultdict(list)
            for group in groups:
                by_unit[group.unit_id].append(group)
            found += [
                self._verdict(rule, unit_id, [group for one in scope for group in by_unit.get(one, ())])
                for unit_id, scope in units.items()
            ]
        return found

    def _scopes(self, rule: Rule) -> Mapping[str, tuple[str, ...]]:
        """The inspected units that owe the duty, each with the units charged to it."""
        owing = (u for u in self.inspected if not rule.levels or self.units.get(u).level in rule.levels)
        return {unit_id: self.units.scope(unit_id, rule.scope) for unit_id in owing}

    def _verdict(self, rule: Rule, unit_id: str, groups: Sequence[Group]) -> Verdict:
        tally = sum((group.tally for group in groups), Tally())
        target = self.target(rule.measure.target, self.period.end) if rule.measure else None
        outcome = self._outcome(rule, unit_id, tally, target)
        return Verdict(
            rule=rule,
            unit_id=unit_id,
            outcome=outcome,
            tally=tally,
            target=target,
            citations=self._citations(rule, groups),
            missing=self._missing(rule, unit_id) if outcome is Outcome.NOT_ASSESSABLE else (),
            abouts=_labels(groups, lambda t: t.breached),
            kept_abouts=_labels(groups, lambda t: t.kept),
            declared=tuple(_shown(rule, d) for d in self.declared.get((unit_id, rule.declared or ""), ())),
        )

    def _outcome(self, rule: Rule, unit_id: str, tally: Tally, target: Setting | None) -> Outcome:
        if rule.measure and rule.measure.kind == "count":
            return self._counted(rule, unit_id, tally, target)
        if tally.decided:
            return shared(rule, tally, target) if rule.measure else _judged(tally.breached == 0)
        absent = reads(rule, self.period) - AIDS - self.engine.tables
        if tally.unknown or absent or not self._covers_cases(rule, unit_id):
            return Outcome.NOT_ASSESSABLE
        return Outcome.NOTHING

    def _counted(self, rule: Rule, unit_id: str, tally: Tally, target: Setting | None) -> Outcome:
        """A count short of its target accuses only inside coverage, and where no undecided case could fill it."""
        if target is None:
            return Outcome.NOT_ASSESSABLE
        kept = tally.kept
        short = kept < target.value
        at_least = rule.measure is not None and rule.measure.at == "least"
        if at_least and not short:
            return Outcome.MET  # what is there is enough, whatever else may be missing
        open_to_reach = at_least and kept + tally.unknown >= target.value
        if open_to_reach or not self._covers_all(rule, unit_id):
            return Outcome.NOT_ASSESSABLE
        wrong = short if at_least else kept > target.value
        return Outcome.BREACHED if wrong else Outcome.MET

    def _covers_all(self, rule: Rule, unit_id: str) -> bool:
        """Whether nothing is missing of the unit, and of every committee below it that the duty reaches."""
        below = (one for one in self.units.scope(unit_id, rule.scope) if self.units.get(one).kind == "committee")
        return all(self._covers_cases(rule, one) for one in {unit_id, *below})

    def _covers_cases(self, rule: Rule, unit_id: str) -> bool:
        return all(self.covers(name, unit_id) for name in rule.covered_by)

    def covers(self, table: str, unit_id: str) -> bool:
        """Whether the unit's rows of a table, or of one kind, are all there over the period, as far as one can see."""
        wanted, last = self.period.start, min(self.period.end, self.period.as_of)
        for start, end in self.spans.get((table, unit_id), ()):
            if start <= wanted <= end:
                wanted = end + timedelta(days=1)
        return wanted > last

    def _missing(self, rule: Rule, unit_id: str) -> tuple[str, ...]:
        absent = {
            t
            for t in reads(rule, self.period) - AIDS
            if t not in self.engine.tables or not self.spans.get((t, unit_id))
        }
        kinds = {
            kind
            for kind in kinds_sought(rule, self.period)
            if kind.partition("/")[0] not in absent and not self.spans.get((kind, unit_id))
        }
        catalogue = {"procedure", "procedure_component"}  # not kept by unit: present or absent as a whole
        tables = {t for t in absent if t not in catalogue or t not in self.engine.tables}
        return tuple(sorted(tables | kinds))

    def _citations(self, rule: Rule, groups: Sequence[Group]) -> tuple[Citation, ...]:
        used = {group.citation for group in groups if group.citation is not None}
        if used:
            days = {rule.citations[index].since for index in used}
            return tuple(c for c in rule.citations if c.since in days)
        return tuple(c for c in rule.citations if c.applies(self.period.end))


def _judged(met: bool) -> Outcome:
    return Outcome.MET if met else Outcome.BREACHED


def shared(rule: Rule, tally: Tally, target: Setting | None) -> Outcome:
    """What a share comes to: nothing can be said without a target, or where the undecided cases could turn it."""
    if target is None:
        return Outcome.NOT_ASSESSABLE
    met = reaches(rule, tally, target)
    ends = (replace(tally, kept=tally.kept + tally.unknown), replace(tally, breached=tally.breached + tally.unknown))
    if any(reaches(rule, end, target) is not met for end in ends):
        return Outcome.NOT_ASSESSABLE
    return _judged(met)


def reaches(rule: Rule, tally: Tally, target: Setting | None) -> bool:
    """Whether a share in percent keeps to its target, compared in whole numbers."""
    if target is None or rule.measure is None:
        return False
    share = Fraction(100 * tally.kept, tally.decided)
    return share >= target.value if rule.measure.at == "least" else share <= target.value


def _labels(groups: Sequence[Group], part: Callable[[Tally], int]) -> tuple[tuple[str, int], ...]:
    counts: dict[str, int] = defaultdict(int)
    for group in groups:
        if group.about is not None and part(group.tally):
            counts[group.about] += part(group.tally)
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def _spans(engine: Engine) -> Spans:
    found: dict[tuple[str, str], list[tuple[date, date]]] = defaultdict(list)
    for row in engine.rows(coverage.select("table", "unit_id", "from_on", "to_on")):
        found[row["table"], row["unit_id"]].append((row["from_on"], row["to_on"]))
    return {key: sorted(spans) for key, spans in found.items()}


def _declared(engine: Engine, period: Period) -> Mapping[tuple[str, str], tuple[Declared, ...]]:
    """Figures that units declared for days of the period, by unit and measure."""
    figures = declared_figure.filter(
        declared_figure.from_on <= ibis.literal(period.end),
        declared_figure.to_on >= ibis.literal(period.start),
    )
    found: dict[tuple[str, str], list[Declared]] = defaultdict(list)
    for row in engine.rows(figures.order_by("unit_id", "measure", "from_on")):
        found[row["unit_id"], row["measure"]].append(_figure(row))
    return {key: tuple(figures) for key, figures in found.items()}


def _shown(rule: Rule, figure: Declared) -> Declared:
    """A share in percent: spreadsheets hold 97.82% as 0.9782, people write 97.82."""
    share = rule.measure is None or rule.measure.kind == "share"
    if not share or figure.value is None or figure.value > 1:
        return figure
    return replace(figure, value=100 * figure.value)


def _figure(row: Mapping[str, Any]) -> Declared:
    value = None if row["value"] is None else Fraction(str(row["value"]))
    return Declared(value, row["numerator"], row["denominator"])
