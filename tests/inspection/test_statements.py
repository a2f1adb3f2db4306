"""What is said of verdicts: strengths, limitations, recommendations, the head's conclusions."""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

import ibis
import ibis.expr.types as ir
import pytest

from motcua.inspection.catalogue.procedures.late_without_apology import late_without_apology
from motcua.inspection.engine import Inspection
from motcua.inspection.expressions import cases, received
from motcua.inspection.period import Period
from motcua.inspection.programme import Programme, StandingText
from motcua.inspection.rule import Domain, Measure, Rule, Says, Severity
from motcua.inspection.statements import Conclusion, Kind, Statement, conclude
from motcua.law import Setting
from tests.conftest import Evidence
from tests.inspection.findings_samples import programme as bare

MARCH = Period.of(date(2023, 3, 1), date(2023, 3, 31))
UNITS = "unit_id | level\ncom | commune\ndis | district"
COVERED = "table | unit_id | from_on | to_on\ndossier | com | 2023-01-01 | 2023-12-31"
PRAISED = "praised"


def examine(period: Period) -> ir.Table:
    rows = received(period)
    told = ibis.cases((rows.channel == "desk", True), (rows.channel == "online", False), else_=ibis.null("boolean"))
    return cases(rows, subject=rows.dossier_id, about=rows.domain, event_on=rows.received_on, breached=told)


PLAIN = replace(
    late_without_apology,
    code="A-1",
    domain=Domain.PROCEDURES,
    examine=examine,
    population="dossier",
    basis="settlement_in_time",
    remedy="mend",
    severity=Severity.MAJOR,
    measure=None,
    praise_from=None,
    declared=None,
    levels=(),
    says=Says(limited="{breached}/{examined} hồ sơ sai ({abouts})", met="{word} hồ sơ đúng, đạt {rate}"),
)
SHARE = replace(PLAIN, measure=Measure("share", "target"))
TARGETS = {
    "target": Setting(date.min, Fraction(50), "thử"),
    PRAISED: Setting(date.min, Fraction(90), "thử"),
}


def programme(**changes: Any) -> Programme:
    own = replace(bare(), targets=TARGETS, remedies={"mend": "Khắc phục ngay", "other": "Việc khác"})
    return replace(own, **changes)


def said(evidence: Evidence, marked: str, *rules: Rule, unit_id: str = "com", **changes: Any) -> Conclusion:
    """What is concluded of dossiers given as one letter each: w wrong, r right, ? cannot be told."""
    channel = {"w": "desk", "r": "online", "?": "post"}
    lines = [f"d{n} | {unit_id} | 2023-03-01 | {channel[m]} | Đất đai" for n, m in enumerate(marked)]
    dossiers = "\n".join(["dossier_id | unit_id | received | channel | domain", *lines])
    engine = evidence(unit=UNITS, coverage=COVERED, dossier=dossiers)
    own = programme(**changes)
    return conclude(Inspection.open(engine, MARCH, [unit_id], own.target), rules or (PLAIN,), own)


def texts(conclusion: Conclusion, kind: Kind) -> list[str]:
    return [s.text for s in conclusion.statements if s.kind is kind]


def keys(conclusion: Conclusion) -> list[str]:
    return [f"{s.kind}/{s.key}" for s in conclusion.statements]


def test_a_breach_is_a_limitation_with_its_remedy(evidence: Evidence) -> None:
    found = said(evidence, "rw")

    assert texts(found, Kind.LIMITATION) == ["01/02 hồ sơ sai (Đất đai)"]
    assert texts(found, Kind.RECOMMENDATION) == ["Khắc phục ngay"]
    assert texts(found, Kind.STRENGTH) == []


def test_a_duty_that_is_met_is_a_strength_without_a_remedy(evidence: Evidence) -> None:
    assert keys(said(evidence, "rr")) == ["strength/A-1"]


@pytest.mark.parametrize("marked", ["", "??"])
def test_of_nothing_examined_nothing_is_said(evidence: Evidence, marked: str) -> None:
    assert keys(said(evidence, marked)) == []


def test_what_is_no_news_when_it_is_in_order_is_not_praised(evidence: Evidence) -> None:
    assert keys(said(evidence, "rr", replace(PLAIN, says=Says(limited="x")))) == []


def test_advice_recommends_and_limits_nothing(evidence: Evidence) -> None:
    assert keys(said(evidence, "w", replace(PLAIN, severity=Severity.ADVICE))) == ["recommendation/mend"]


def test_a_share_that_deserves_praise_is_praised_beside_its_exceptions(evidence: Evidence) -> None:
    found = said(evidence, "r" * 19 + "w", replace(PLAIN, praise_from=PRAISED))
    assert keys(found) == ["strength/A-1", "limitation/A-1", "recommendation/mend"]
    assert texts(found, Kind.STRENGTH) == ["Hầu hết hồ sơ đúng, đạt 95%"]


def test_below_the_praised_share_only_the_limitation_is_said(evidence: Evidence) -> None:
    assert keys(said(evidence, "rrrw", replace(PLAIN, praise_from=PRAISED))) == [
        "limitation/A-1",
        "recommendation/mend",
    ]


def test_a_target_met_below_the_praised_share_earns_no_praise(evidence: Evidence) -> None:
    assert keys(said(evidence, "rrrw", replace(SHARE, praise_from=PRAISED))) == []


def test_a_target_met_is_a_strength_where_no_praised_share_is_set(evidence: Evidence) -> None:
    assert keys(said(evidence, "rrrw", SHARE)) == ["strength/A-1"]


def test_a_remedy_that_two_rules_call_for_is_written_once(evidence: Evidence) -> None:
    found = said(evidence, "w", PLAIN, replace(PLAIN, code="A-2"))
    [recommended] = [s for s in found.statements if s.kind is Kind.RECOMMENDATION]
    assert [v.rule.code for v in recommended.verdicts] == ["A-1", "A-2"]


def test_what_is_in_order_is_to_be_kept_up_where_nothing_is_limited(evidence: Evidence) -> None:
    assert keys(said(evidence, "rr", keep_up="Giữ vững")) == ["strength/A-1", "recommendation/keep_up_procedures"]
    assert "recommendation/keep_up_procedures" not in keys(said(evidence, "rw", keep_up="Giữ vững"))


def test_nothing_is_to_be_kept_up_where_nothing_was_assessed(evidence: Evidence) -> None:
    assert keys(said(evidence, "??", keep_up="Giữ vững")) == []


STANDING = StandingText("meet", "Họp giao ban", Domain.PROCEDURES, levels=("commune",))


def test_a_standing_text_is_written_for_its_level_where_its_domain_was_assessed(evidence: Evidence) -> None:
    assert "recommendation/meet" in keys(said(evidence, "rr", texts=[STANDING]))
    assert "recommendation/meet" not in keys(said(evidence, "??", texts=[STANDING]))
    assert "recommendation/meet" not in keys(said(evidence, "rr", unit_id="dis", texts=[STANDING]))


@pytest.mark.parametrize(("when", "written"), [((), True), (("mend",), True), (("other",), False)])
def test_a_standing_text_waits_for_the_remedy_that_calls_for_it(
    evidence: Evidence, when: tuple[str, ...], written: bool
) -> None:
    found = said(evidence, "w", texts=[replace(STANDING, when=when)])
    assert ("recommendation/meet" in keys(found)) is written


def concluded(conclusion: Conclusion) -> list[Statement]:
    return [s for s in conclusion.statements if s.kind is Kind.CONCLUSION]


def test_the_head_concludes_what_stands_always_and_what_a_remedy_calls_for(evidence: Evidence) -> None:
    lines = [
        StandingText("agreed", "Thống nhất"),
        StandingText("mended", "Chỉ đạo khắc phục", when=("mend",)),
        StandingText("others", "Việc khác", when=("other",)),
        StandingText("any", "Mọi hạn chế", when=("any_limitation",)),
    ]

    breached = concluded(said(evidence, "w", conclusions=lines))

    assert [s.key for s in breached] == ["agreed", "mended", "any"]
    assert [len(s.verdicts) for s in breached] == [0, 1, 1]
    assert [s.key for s in concluded(said(evidence, "r", conclusions=lines))] == ["agreed"]


def test_a_remedy_of_the_head_is_no_recommendation_to_the_unit(evidence: Evidence) -> None:
    of_head = replace(PLAIN, remedy="conclusion_supervise")
    found = said(evidence, "w", of_head, conclusions=[StandingText("s", "Giám sát", when=("conclusion_supervise",))])
    assert keys(found) == ["limitation/A-1", "conclusion/s"]


def test_a_rule_that_the_programme_leaves_out_says_nothing(evidence: Evidence) -> None:
    found = said(evidence, "w", without=frozenset({"A-1"}))
    assert (found.verdicts, found.statements) == ((), ())


def test_a_statement_is_named_without_its_figures(evidence: Evidence) -> None:
    assert said(evidence, "rw").statements[0].name == "com/limitation/A-1"
