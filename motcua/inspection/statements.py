"""From verdicts to statements: what is met, limited, recommended, each with the verdicts it rests on."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from motcua.inspection.engine import Inspection
from motcua.inspection.programme import Programme, StandingText
from motcua.inspection.rule import Domain, Rule, Severity
from motcua.inspection.units import Unit
from motcua.inspection.verdict import Outcome, Verdict
from motcua.inspection.wording import sound_labels, worded
from motcua.law import Setting


class Kind(StrEnum):
    STRENGTH = "strength"
    LIMITATION = "limitation"
    RECOMMENDATION = "recommendation"
    CONCLUSION = "conclusion"


@dataclass(frozen=True)
class Statement:
    """One thing said of one unit (of all inspected, in the conclusion). `key`: the rule's code, or the text's slug.

    `verdicts` are what it rests on; none for a standing text of the programme or a sentence written by hand.
    """

    unit_id: str
    domain: Domain | None
    kind: Kind
    key: str
    text: str
    verdicts: tuple[Verdict, ...] = ()

    @property
    def name(self) -> str:
        """Names the statement in files and tests: unit/kind/key, the figures left out."""
        return f"{self.unit_id}/{self.kind}/{self.key}"


@dataclass(frozen=True)
class Conclusion:
    """A whole run: every verdict, and every statement in the order of the notice."""

    verdicts: tuple[Verdict, ...]
    statements: tuple[Statement, ...]


def conclude(inspection: Inspection, rules: Iterable[Rule], programme: Programme) -> Conclusion:
    """Run the chosen rules over the inspected units and word what follows."""
    verdicts = inspection.verdicts(*(rule for rule in rules if programme.chooses(rule)))
    statements: list[Statement] = []
    for unit_id in inspection.inspected:
        own = [v for v in verdicts if v.unit_id == unit_id]
        statements += _of_unit(inspection.units.get(unit_id), own, inspection, programme)
    return Conclusion(tuple(verdicts), (*statements, *_conclusions(statements, verdicts, programme)))


def _of_unit(
    unit: Unit, verdicts: Sequence[Verdict], inspection: Inspection, programme: Programme
) -> Iterable[Statement]:
    for domain in Domain:
        own = [v for v in verdicts if v.rule.domain is domain]
        found = [s for v in own for s in _said(v, inspection, programme)]
        yield from found
        yield from _recommended(unit, domain, own, programme)


def _said(verdict: Verdict, inspection: Inspection, programme: Programme) -> Iterable[Statement]:
    """The strength and the limitation of one verdict: none, one, or at a praised share with exceptions both."""
    rule = verdict.rule
    if rule.severity is Severity.ADVICE:
        return
    praise = programme.target(rule.praise_from, inspection.period.end) if rule.praise_from else None
    if rule.says.met and _praised(verdict, praise):
        text = worded(rule.says.met, verdict, programme.decimals, praise)
        yield Statement(verdict.unit_id, rule.domain, Kind.STRENGTH, rule.code, text, (verdict,))
    if verdict.outcome is Outcome.BREACHED:
        text = worded(rule.says.limited, verdict, programme.decimals, praise)
        yield Statement(verdict.unit_id, rule.domain, Kind.LIMITATION, rule.code, text, (verdict,))


def _praised(verdict: Verdict, praise: Setting | None) -> bool:
    """Met, or breached with a share praised all the same; a target met below the praised share earns no praise."""
    if praise is None or verdict.rate is None:
        return verdict.outcome is Outcome.MET
    if verdict.outcome not in (Outcome.MET, Outcome.BREACHED):
        return False
    if "{sound}" in (verdict.rule.says.met or ""):
        return bool(sound_labels(verdict, praise))
    return 100 * verdict.rate >= praise.value


def _recommended(unit: Unit, domain: Domain, verdicts: Sequence[Verdict], programme: Programme) -> Iterable[Statement]:
    """Standing texts of the domain, then each remedy that a breach calls for, once."""
    assessed = any(v.outcome in (Outcome.MET, Outcome.BREACHED) for v in verdicts)
    called: dict[str, list[Verdict]] = defaultdict(list)
    for verdict in verdicts:
        if verdict.outcome is Outcome.BREACHED and not verdict.rule.remedy.startswith("conclusion_"):
            called[verdict.rule.remedy].append(verdict)
    for text in programme.texts:
        if text.domain is domain and assessed and _wanted(text, unit, called):
            grounds = tuple(v for remedy in text.when for v in called.get(remedy, ()))
            yield Statement(unit.unit_id, domain, Kind.RECOMMENDATION, text.slug, text.text, grounds)
    for remedy, reasons in called.items():
        text_ = programme.remedies[remedy]
        yield Statement(unit.unit_id, domain, Kind.RECOMMENDATION, remedy, text_, tuple(reasons))
    if assessed and not called and programme.keep_up and not _limited(verdicts):
        yield Statement(unit.unit_id, domain, Kind.RECOMMENDATION, f"keep_up_{domain}", programme.keep_up)


def _wanted(text: StandingText, unit: Unit, called: Iterable[str]) -> bool:
    return (not text.levels or unit.level in text.levels) and (not text.when or bool(set(text.when) & set(called)))


def _limited(verdicts: Iterable[Verdict]) -> bool:
    return any(v.outcome is Outcome.BREACHED and v.rule.severity is not Severity.ADVICE for v in verdicts)


def _conclusions(
    statements: Sequence[Statement], verdicts: Sequence[Verdict], programme: Programme
) -> Iterable[Statement]:
    """The head's conclusions: standing ones, and those that a remedy, or any limitation at all, calls for."""
    reasons: dict[str, list[Verdict]] = defaultdict(list)
    for verdict in verdicts:
        if verdict.outcome is Outcome.BREACHED:
            reasons[verdict.rule.remedy].append(verdict)
    limited = [s for s in statements if s.kind is Kind.LIMITATION]
    if limited:
        reasons["any_limitation"] = [v for s in limited for v in s.verdicts]
    for text in programme.conclusions:
        grounds = tuple(v for remedy in text.when for v in reasons.get(remedy, ()))
        if not text.when or grounds:
            yield Statement("", None, Kind.CONCLUSION, text.slug, text.text, grounds)
