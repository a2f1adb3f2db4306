"""Promises of the rule on training on digital transformation."""

from datetime import date

from motcua.inspection.catalogue.digital.digital_training_missing import digital_training_missing
from motcua.inspection.period import Period
from motcua.inspection.verdict import Outcome
from tests.conftest import Evidence
from tests.marks import marks, outcome

HALF_YEAR = Period.of(date(2023, 1, 1), date(2023, 6, 30))


UNITS = """
    unit_id    | level
    -----------+---------
    district-1 | district
    district-2 | district
    district-3 | district
"""
ACTIVITIES = """
    activity_id | unit_id    | kind          | topic                  | held
    ------------+------------+---------------+------------------------+-----------
    training    | district-1 | training      | digital_transformation | 2023-04-01
    talk        | district-1 | communication | digital_transformation | 2023-04-01
    dialogue    | district-2 | dialogue      | digital_transformation | 2023-04-01
    other       | district-2 | training      | reform                 | 2023-04-01
    year-before | district-2 | training      | digital_transformation | 2022-12-31
"""
COVERED = """
    table                  | unit_id    | from_on    | to_on
    -----------------------+------------+------------+-----------
    activity/training      | district-2 | 2023-01-01 | 2023-12-31
    activity/communication | district-2 | 2023-01-01 | 2023-12-31
"""


def test_training_and_communication_of_the_period_count(evidence: Evidence) -> None:
    engine = evidence(activity=ACTIVITIES)

    assert marks(digital_training_missing, HALF_YEAR, engine) == {"training": False, "talk": False}


def test_one_event_is_enough_and_none_is_a_breach_inside_coverage(evidence: Evidence) -> None:
    engine = evidence(unit=UNITS, activity=ACTIVITIES, coverage=COVERED)

    assert outcome(digital_training_missing, HALF_YEAR, engine, "district-1") is Outcome.MET
    assert outcome(digital_training_missing, HALF_YEAR, engine, "district-2") is Outcome.BREACHED
    assert outcome(digital_training_missing, HALF_YEAR, engine, "district-3") is Outcome.NOT_ASSESSABLE


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

    assert outcome(digital_training_missing, HALF_YEAR, engine, "unit-1") is Outcome.NOT_ASSESSABLE
