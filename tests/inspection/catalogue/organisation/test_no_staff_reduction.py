"""Promises of the rule: no staff reduction."""

from datetime import date

from motcua.inspection.catalogue.organisation.no_staff_reduction import no_staff_reduction
from motcua.inspection.engine import Inspection
from motcua.inspection.period import Period
from motcua.inspection.verdict import Outcome
from tests.conftest import Evidence
from tests.marks import marks, outcome

PERIOD = Period.of(date(2023, 1, 1), date(2023, 7, 27))


def test_reductions_decided_in_the_period_are_counted(evidence: Evidence) -> None:
    engine = evidence(
        unit="""
            unit_id | name | level    | kind
            --------+------+----------+----------
            unit-1  | A    | district | committee
            unit-2  | B    | district | committee
            unit-3  | C    | district | committee
        """,
        staff_reduction="""
            person | unit_id | kind            | decided
            -------+---------+-----------------+-----------
            p1     | unit-1  | civil_servant   | 2023-02-01
            p2     | unit-1  | public_employee | 2023-07-27
            p3     | unit-2  | public_employee | 2022-12-31
        """,
        coverage="""
            table           | unit_id | from_on    | to_on
            ----------------+---------+------------+-----------
            staff_reduction | unit-1  | 2023-01-01 | 2023-12-31
            staff_reduction | unit-2  | 2023-01-01 | 2023-12-31
        """,
    )

    assert marks(no_staff_reduction, PERIOD, engine) == {
        "p1": False,
        "p2": False,
    }
    assert outcome(no_staff_reduction, PERIOD, engine, "unit-1") is Outcome.MET
    assert outcome(no_staff_reduction, PERIOD, engine, "unit-2") is Outcome.BREACHED
    assert outcome(no_staff_reduction, PERIOD, engine, "unit-3") is Outcome.NOT_ASSESSABLE


def test_a_reduction_is_told_under_the_decree_of_its_day(evidence: Evidence) -> None:
    engine = evidence(
        unit="""
            unit_id | name | level    | kind
            --------+------+----------+----------
            before  | A    | district | committee
            after   | B    | district | committee
        """,
        staff_reduction="""
            person | unit_id | kind          | decided
            -------+---------+---------------+-----------
            p1     | before  | civil_servant | 2023-07-19
            p2     | after   | civil_servant | 2023-07-20
        """,
    )
    verdicts = Inspection.open(engine, PERIOD, ["before", "after"]).verdicts(no_staff_reduction)

    assert [[citation.text for citation in verdict.citations] for verdict in verdicts] == [
        ["Nghị định số 108/2014/NĐ-CP"],
        ["Nghị định số 29/2023/NĐ-CP"],
    ]
