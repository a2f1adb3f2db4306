"""Faults planted in plans, payment, settlement, return, residence and letters are found, and nothing else is."""

from collections.abc import Iterator

import pytest

from motcua.evidence.engines import DuckEngine, Engine
from motcua.evidence.snapshot import open_snapshot
from motcua.evidence.tables import unit
from motcua.generator import Order, generate, read_truth
from motcua.generator.plants import plants
from motcua.inspection.catalogue import rules
from motcua.inspection.counting import lawful_cases
from motcua.inspection.engine import Inspection
from motcua.inspection.period import Period
from motcua.inspection.verdict import Outcome

ROWS = (1, 5, 14, 24, 25, 26, 27, 28, 29, 30, 33, 35, 36, 37, 40, 53, 54, 55, 56)
UNITS = (2, 4, 34, 38, 39)
ORDER = Order(dossiers=12_000, communes=6, seed=11, faults=0.02)
YEAR = Period.of(ORDER.first, ORDER.last)
RULES = {one.code: one for one in rules()}

Truth = set[tuple[str, str, str]]


def code(number: int) -> str:
    return f"TTHC-{number:03d}"


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Engine, Truth]]:
    """An engine over a province with all faults of these rules, and what was planted."""
    folder = tmp_path_factory.mktemp("settlement") / "province"
    generate(ORDER, folder, faults={code(n): plants()[code(n)] for n in (*ROWS, *UNITS)})
    snapshot = open_snapshot(folder)
    truth = {(one.rule, one.unit_id, one.subject) for one in read_truth(folder)}
    yield DuckEngine({name: snapshot.paths(name) for name in snapshot.tables}), truth


@pytest.mark.parametrize("number", ROWS)
def test_a_rule_finds_exactly_what_was_planted_for_it(planted: tuple[Engine, Truth], number: int) -> None:
    engine, truth = planted
    found = lawful_cases(RULES[code(number)], YEAR)
    breached = {(code(number), row["unit_id"], row["subject"]) for row in engine.rows(found.filter(found.breached))}

    assert breached == {one for one in truth if one[0] == code(number)} != set()


@pytest.mark.parametrize("number", UNITS)
def test_a_unit_falls_short_where_that_was_planted(planted: tuple[Engine, Truth], number: int) -> None:
    engine, truth = planted
    units = [row["unit_id"] for row in engine.rows(unit.filter(unit.kind == "committee"))]
    verdicts = Inspection.open(engine, YEAR, units).verdicts(RULES[code(number)])
    short = {(code(number), one.unit_id, "") for one in verdicts if one.outcome is Outcome.BREACHED}

    assert short == {one for one in truth if one[0] == code(number)} != set()
