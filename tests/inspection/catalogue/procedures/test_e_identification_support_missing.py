"""Promises of the rule on help with electronic identification."""

from datetime import date

from motcua.inspection.catalogue.procedures.e_identification_support_missing import e_identification_support_missing
from motcua.inspection.engine import Inspection
from motcua.inspection.period import Period
from motcua.inspection.verdict import Outcome
from tests.conftest import Evidence
from tests.marks import marks, outcome

HALF_YEAR = Period.of(date(2023, 1, 1), date(2023, 6, 30))


def test_one_event_of_this_kind_and_topic_is_enough(evidence: Evidence) -> None:
    engine = evidence(
        activity="""
            activity_id | unit_id | kind | topic | held
            ------------+---------+------+-------+-----------
            held        | dist-1  | support | e_identification | 2023-06-30
            other-kind  | dist-2  | communication | e_identification | 2023-05-01
            other-topic | dist-2  | support | reform | 2023-05-01
            july        | dist-2  | support | e_identification | 2023-07-01
        """,
        coverage="""
            table            | unit_id | from_on    | to_on
            -----------------+---------+------------+-----------
            activity/support | dist-2  | 2023-01-01 | 2023-12-31
            activity/support | dist-3  | 2023-01-01 | 2023-06-29
        """,
        unit="""
            unit_id | level
            --------+---------
            dist-1  | district
            dist-2  | district
            dist-3  | district
        """,
    )

    assert marks(e_identification_support_missing, HALF_YEAR, engine) == {"held": False}
    assert outcome(e_identification_support_missing, HALF_YEAR, engine, "dist-1") is Outcome.MET
    assert outcome(e_identification_support_missing, HALF_YEAR, engine, "dist-2") is Outcome.BREACHED
    assert outcome(e_identification_support_missing, HALF_YEAR, engine, "dist-3") is Outcome.NOT_ASSESSABLE


def test_a_commune_does_not_owe_it(evidence: Evidence) -> None:
    engine = evidence(unit="unit_id | level\nward-12 | commune")

    assert Inspection.open(engine, HALF_YEAR, ["ward-12"]).verdicts(e_identification_support_missing) == []


def test_a_unit_that_handed_in_its_activities_of_another_kind_alone_is_not_accused(evidence: Evidence) -> None:
    engine = evidence(
        unit="unit_id | level | kind\nunit-1 | district | committee",
        activity="activity_id | unit_id | kind | held\nother | unit-1 | training | 2023-03-01",
        coverage="""
            table             | unit_id | from_on    | to_on
            ------------------+---------+------------+-----------
            activity          | unit-1  | 2023-01-01 | 2023-12-31
            activity/training | unit-1  | 2023-01-01 | 2023-12-31
        """,
    )

    assert outcome(e_identification_support_missing, HALF_YEAR, engine, "unit-1") is Outcome.NOT_ASSESSABLE
