"""What outcome follows from the cases a rule marked, from coverage, targets, scopes and the law's dates."""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any, Literal

import ibis
import ibis.expr.types as ir
import pytest

from motcua.evidence.engines import Engine
from motcua.evidence.tables import result
from motcua.inspection.catalogue.procedures.late_without_apology import late_without_apology
from motcua.inspection.engine import Inspection
from motcua.inspection.expressions import cases, received
from motcua.inspection.period import Period
from motcua.inspection.rule import Measure, Rule, Scope
from motcua.inspection.verdict import Declared, Outcome, Verdict
from motcua.language import Refusal
from motcua.law import Setting
from tests.conftest import Evidence

YEAR = Period.of(date(2025, 1, 1), date(2025, 12, 31))
UNITS = """
    unit_id | name   | level    | kind       | parent_id
    --------+--------+----------+------------+----------
    dis     | Huyện  | district | committee  |
    dep     | Phòng  | district | department | dis
    com     | Xã     | commune  | committee  | dis
    sch     | Trường | commune  | school     | com
    new     | Xã mới | commune  | committee  |
"""
COVERED = """
    table   | unit_id | from_on    | to_on
    --------+---------+------------+-----------
    dossier | dis     | 2025-01-01 | 2025-06-30
    dossier | dis     | 2025-07-01 | 2025-12-31
    dossier | com     | 2025-01-01 | 2025-12-31
    dossier | new     | 2025-01-01 | 2025-06-30
"""
WRONG, RIGHT = "desk", "online"  # how the invented rule reads a dossier's channel; another channel cannot be told


def examine(period: Period) -> ir.Table:
    rows = received(period)
    told = ibis.cases((rows.channel == WRONG, True), (rows.channel == RIGHT, False), else_=ibis.null("boolean"))
    return cases(rows, subject=rows.dossier_id, about=rows.domain, event_on=rows.received_on, breached=told)


def with_results(period: Period) -> ir.Table:
    rows = examine(period)
    return rows.filter(rows.subject.isin(result.dossier_id))


def invented(
    kind: Literal["share", "count"] | None = None, at: Literal["least", "most"] = "least", **changes: Any
) -> Rule:
    """A rule over dossiers received, by their channel."""
    measure = Measure(kind, "online_payment_share", at) if kind else None
    plain = replace(
        late_without_apology, examine=examine, population="dossier", measure=measure, basis="settlement_in_time"
    )
    return replace(plain, **changes)


def judged(
    evidence: Evidence, rule: Rule, marked: str, unit_id: str = "com", *, target: int = 50, **more: str
) -> Verdict:
    """The verdict over dossiers given as one letter each: w wrong, r right, ? cannot be told."""
    channel = {"w": WRONG, "r": RIGHT, "?": "post"}
    lines = [f"d{n} | {unit_id} | 2025-03-01 | {channel[mark]} | Đất đai" for n, mark in enumerate(marked)]
    tables = {"unit": UNITS, "coverage": COVERED, "dossier": "\n".join([HEADS, *lines])} | more
    return verdict_of(evidence(**tables), rule, unit_id, target)


HEADS = "dossier_id | unit_id | received | channel | domain"


def verdict_of(engine: Engine, rule: Rule, unit_id: str, target: int = 50) -> Verdict:
    setting = Setting(date(2020, 1, 1), Fraction(target), "thử")
    return Inspection.open(engine, YEAR, [unit_id], lambda _key, _on: setting).verdicts(rule)[0]


@pytest.mark.parametrize(
    ("marked", "outcome"),
    [
        ("rr", Outcome.MET),
        ("rw", Outcome.BREACHED),
        ("r?", Outcome.MET),
        ("w?", Outcome.BREACHED),
        ("??", Outcome.NOT_ASSESSABLE),
        ("", Outcome.NOTHING),
    ],
)
def test_a_case_rule_breaks_with_one_case(evidence: Evidence, marked: str, outcome: Outcome) -> None:
    assert judged(evidence, invented(), marked).outcome is outcome


@pytest.mark.parametrize(
    ("at", "marked", "outcome"),
    [
        ("least", "rw", Outcome.MET),  # exactly at the target
        ("least", "rww", Outcome.BREACHED),
        ("least", "rrrw?", Outcome.MET),
        ("least", "rwww?", Outcome.BREACHED),
        ("least", "rw?", Outcome.NOT_ASSESSABLE),  # the undecided one could turn it
        ("most", "rw", Outcome.MET),
        ("most", "rrw", Outcome.BREACHED),
        ("least", "", Outcome.NOTHING),
    ],
)
def test_a_share_is_held_to_its_target(
    evidence: Evidence, at: Literal["least", "most"], marked: str, outcome: Outcome
) -> None:
    assert judged(evidence, invented("share", at), marked).outcome is outcome


def test_a_share_is_compared_without_rounding(evidence: Evidence) -> None:
    """Two of three is less than 67 percent, however it is printed."""
    assert judged(evidence, invented("share"), "rrw", target=66).outcome is Outcome.MET
    assert judged(evidence, invented("share"), "rrw", target=67).outcome is Outcome.BREACHED


@pytest.mark.parametrize(
    ("at", "marked", "unit_id", "outcome"),
    [
        ("least", "rr", "com", Outcome.MET),
        ("least", "r", "com", Outcome.BREACHED),
        ("least", "", "com", Outcome.BREACHED),
        ("least", "r?", "com", Outcome.NOT_ASSESSABLE),  # the undecided one could fill the count
        ("least", "rr", "new", Outcome.MET),  # what is there is enough
        ("least", "r", "new", Outcome.NOT_ASSESSABLE),  # half a year is not covered
        ("most", "rr", "com", Outcome.MET),
        ("most", "rrr", "com", Outcome.BREACHED),
        ("most", "r", "new", Outcome.NOT_ASSESSABLE),
    ],
)
def test_a_count_accuses_only_inside_coverage(
    evidence: Evidence, at: Literal["least", "most"], marked: str, unit_id: str, outcome: Outcome
) -> None:
    assert judged(evidence, invented("count", at), marked, unit_id, target=2).outcome is outcome


def test_a_count_over_the_tree_accuses_only_where_every_committee_below_is_covered(evidence: Evidence) -> None:
    tree = invented("count", scope=Scope.TREE)
    only_the_district = "\n".join(line for line in COVERED.splitlines() if "com " not in line)

    assert judged(evidence, tree, "r", "dis", target=2).outcome is Outcome.BREACHED
    assert judged(evidence, tree, "r", "dis", target=2, coverage=only_the_district).outcome is Outcome.NOT_ASSESSABLE


def test_no_case_outside_coverage_is_not_nothing(evidence: Evidence) -> None:
    assert judged(evidence, invented(), "", "new").outcome is Outcome.NOT_ASSESSABLE


def test_intervals_of_coverage_that_touch_make_one(evidence: Evidence) -> None:
    assert judged(evidence, invented(), "", "dis").outcome is Outcome.NOTHING


def test_coverage_need_not_reach_past_the_day_it_is_seen_from(evidence: Evidence) -> None:
    engine = evidence(unit=UNITS, coverage=COVERED, dossier=HEADS)
    half_seen = Period.of(date(2025, 1, 1), date(2025, 12, 31), as_of=date(2025, 6, 30))

    [seen] = Inspection.open(engine, half_seen, ["new"]).verdicts(invented())

    assert seen.outcome is Outcome.NOTHING


def test_a_table_that_is_missing_is_named(evidence: Evidence) -> None:
    found = judged(evidence, invented(examine=with_results), "")

    assert found.outcome is Outcome.NOT_ASSESSABLE
    assert found.missing == ("result",)


def test_a_verdict_that_was_reached_names_nothing_missing(evidence: Evidence) -> None:
    assert judged(evidence, invented(), "rw").missing == ()


SPREAD = f"""
    {HEADS}
    d-dis | dis | 2025-03-01 | {RIGHT} | Đất đai
    d-dep | dep | 2025-03-01 | {WRONG} | Đất đai
    d-com | com | 2025-03-01 | {WRONG} | Hộ tịch
    d-sch | sch | 2025-03-01 | {WRONG} | Hộ tịch
    d-new | new | 2025-03-01 | {WRONG} | Hộ tịch
"""


@pytest.mark.parametrize(
    ("scope", "unit_id", "breached"), [(Scope.OWN, "dis", 1), (Scope.TREE, "dis", 3), (Scope.OWN, "com", 1)]
)
def test_a_unit_answers_for_its_departments_and_where_said_for_its_tree(
    evidence: Evidence, scope: Scope, unit_id: str, breached: int
) -> None:
    engine = evidence(unit=UNITS, coverage=COVERED, dossier=SPREAD)
    assert verdict_of(engine, invented(scope=scope), unit_id).tally.breached == breached


def test_a_duty_of_one_level_gives_no_verdict_on_another(evidence: Evidence) -> None:
    engine = evidence(unit=UNITS, coverage=COVERED, dossier=SPREAD)
    run = Inspection.open(engine, YEAR, ["dis", "com"])

    assert [v.unit_id for v in run.verdicts(invented(levels=("commune",)))] == ["com"]


def test_labels_come_most_frequent_first_then_by_name(evidence: Evidence) -> None:
    found = verdict_of(evidence(unit=UNITS, coverage=COVERED, dossier=SPREAD), invented(scope=Scope.TREE), "dis")

    assert found.abouts == (("Hộ tịch", 2), ("Đất đai", 1))
    assert found.kept_abouts == (("Đất đai", 1),)


def test_cases_on_both_sides_of_a_change_of_the_law_cite_both_texts(evidence: Evidence) -> None:
    either_side = f"""
        {HEADS}
        before | com | 2025-06-30 | {WRONG} | Đất đai
        after  | com | 2025-07-01 | {WRONG} | Đất đai
    """
    engine = evidence(unit=UNITS, coverage=COVERED, dossier=either_side)

    found = verdict_of(engine, invented(), "com")

    assert found.tally.breached == 2
    assert [c.since for c in found.citations] == [date(2018, 6, 21), date(2025, 7, 1)]


def test_cases_of_one_side_cite_that_text_alone(evidence: Evidence) -> None:
    found = judged(evidence, invented(), "w")
    assert [c.since for c in found.citations] == [date(2018, 6, 21)]


def test_without_a_case_the_law_at_the_end_of_the_period_is_cited(evidence: Evidence) -> None:
    assert [c.since for c in judged(evidence, invented(), "").citations] == [date(2025, 7, 1)]


def test_a_case_before_its_law_is_no_case(evidence: Evidence) -> None:
    found = judged(evidence, invented(basis="online_payment"), "w")
    assert found.tally.breached == 1
    too_early = f"{HEADS}\nold | com | 2017-03-01 | {WRONG} | Đất đai"
    engine = evidence(unit=UNITS, coverage=COVERED, dossier=too_early)
    years = Period.of(date(2016, 1, 1), date(2017, 12, 31))

    assert Inspection.open(engine, years, ["com"]).verdicts(invented())[0].tally.examined == 0


def test_a_case_whose_day_is_not_known_stays_a_case(evidence: Evidence) -> None:
    def undated(period: Period) -> ir.Table:
        return examine(period).mutate(event_on=ibis.null("date"))

    assert judged(evidence, invented(examine=undated), "w").tally.breached == 1


def test_a_declared_figure_stands_beside_the_computed_one(evidence: Evidence) -> None:
    declared = """
        unit_id | measure       | from_on    | to_on      | value | numerator | denominator
        --------+---------------+------------+------------+-------+-----------+------------
        com     | on_time_share | 2025-01-01 | 2025-12-31 | 97.82 |           |
        com     | on_time_share | 2023-01-01 | 2023-12-31 | 11    |           |
        new     | on_time_share | 2025-01-01 | 2025-12-31 | 12    |           |
    """
    found = judged(evidence, invented(declared="on_time_share"), "rw", declared_figure=declared)

    assert found.declared == (Declared(Fraction("97.82"), None, None),)


def test_a_unit_that_the_evidence_does_not_have_is_refused_with_codes_like_it(evidence: Evidence) -> None:
    engine = evidence(unit=UNITS, dossier=HEADS)

    with pytest.raises(Refusal, match=r"“con”.*com"):
        Inspection.open(engine, YEAR, ["con"])


def test_verdicts_come_in_the_order_units_were_asked_for(evidence: Evidence) -> None:
    engine = evidence(unit=UNITS, coverage=COVERED, dossier=SPREAD)
    run = Inspection.open(engine, YEAR, ["new", "dis", "com"])

    assert [v.unit_id for v in run.verdicts(invented())] == ["new", "dis", "com"]
