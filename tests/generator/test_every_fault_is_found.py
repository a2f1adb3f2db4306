"""Twenty thousand dossiers with every fault planted: each rule finds exactly what was planted for it."""

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from motcua.evidence.catalogue import Era
from motcua.evidence.engines import DuckEngine
from motcua.evidence.snapshot import open_snapshot
from motcua.evidence.tables import unit
from motcua.generator import PERIODS, Planted, read_truth, small_world
from motcua.generator.plants import plants
from motcua.inspection.catalogue import rules
from motcua.inspection.counting import lawful_cases
from motcua.inspection.engine import Inspection
from motcua.inspection.period import Period
from motcua.inspection.rule import Rule
from motcua.inspection.verdict import Outcome

RATE = 0.004
RULES = {rule.code: rule for rule in rules()}


@dataclass
class Inspected:
    """A planted province with its truth, and what rules find there."""

    truth: list[Planted]
    inspection: Inspection
    found: dict[str, set[tuple[str, str]]] = field(default_factory=dict)

    def planted(self, rule: str) -> set[tuple[str, str]]:
        return {(one.unit_id, one.subject) for one in self.truth if one.rule == rule}

    def finds(self, rule: Rule) -> set[tuple[str, str]]:
        """Unit and subject of every breached case of units that owe the duty.

        Of a rate or count the units that missed it, without a subject.
        """
        named = any(subject for _, subject in self.planted(rule.code))
        if rule.measure and not named:
            verdicts = self.inspection.verdicts(rule)
            return {(verdict.unit_id, "") for verdict in verdicts if verdict.outcome is Outcome.BREACHED}
        cases = lawful_cases(rule, self.inspection.period, self._owing(rule))
        rows = self.inspection.engine.rows(cases.filter(cases.breached).select("unit_id", "subject"))
        return {(row["unit_id"], row["subject"]) for row in rows}

    def _owing(self, rule: Rule) -> list[str]:
        units = self.inspection.units
        return [one for one in self.inspection.inspected if not rule.levels or units.get(one).level in rule.levels]


@pytest.fixture(scope="module")
def inspected(tmp_path_factory: pytest.TempPathFactory) -> Inspected:
    return planted(tmp_path_factory.mktemp("planted"), 20_000, "three-level")


@pytest.fixture(scope="module")
def without_districts(tmp_path_factory: pytest.TempPathFactory) -> Inspected:
    return planted(tmp_path_factory.mktemp("planted"), 4_000, "two-level")


def planted(to: Path, dossiers: int, era: Era) -> Inspected:
    folder = small_world(to / "province", dossiers=dossiers, seed=17, faults=RATE, era=era)
    snapshot = open_snapshot(folder)
    engine = DuckEngine({table: snapshot.paths(table) for table in snapshot.tables})
    period = Period.of(*PERIODS[era])
    committees = engine.rows(unit.filter(unit.kind == "committee").select("unit_id"))
    return Inspected(read_truth(folder), Inspection.open(engine, period, [row["unit_id"] for row in committees]))


@pytest.mark.parametrize("code", RULES)
def test_a_rule_finds_what_was_planted_and_nothing_else(inspected: Inspected, code: str) -> None:
    assert inspected.finds(RULES[code]) == inspected.planted(code)


@pytest.mark.parametrize("code", RULES)
def test_the_same_holds_where_there_are_no_districts(without_districts: Inspected, code: str) -> None:
    assert without_districts.finds(RULES[code]) == without_districts.planted(code)


@pytest.mark.parametrize("code", RULES)
def test_every_rule_has_a_fault_planted(inspected: Inspected, code: str) -> None:
    assert inspected.planted(code)


def test_every_plant_has_its_rule() -> None:
    assert set(plants()) <= set(RULES)
