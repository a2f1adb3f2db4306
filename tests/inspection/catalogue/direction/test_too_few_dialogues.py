"""Promises of the rule: too few dialogues."""

from datetime import date

from motcua.inspection.catalogue.direction.too_few_dialogues import too_few_dialogues
from motcua.inspection.period import Period
from motcua.inspection.verdict import Outcome
from tests.conftest import Evidence
from tests.marks import marks, outcome

PERIOD = Period.of(date(2023, 1, 1), date(2023, 7, 27))


def test_dialogues_held_in_the_period_are_counted(evidence: Evidence) -> None:
    engine = evidence(
        unit="""
            unit_id | name | level   | kind
            --------+------+---------+----------
            unit-1  | A    | commune | committee
            unit-2  | B    | commune | committee
            unit-3  | C    | commune | committee
        """,
        activity="""
            activity_id | unit_id | kind     | held
            ------------+---------+----------+-----------------
            first-day   | unit-1  | dialogue | 2023-01-01
            last-day    | unit-1  | dialogue | 2023-07-27 14:00
            day-after   | unit-2  | dialogue | 2023-07-28
            a-training  | unit-2  | training | 2023-03-01
        """,
        coverage="""
            table             | unit_id | from_on    | to_on
            ------------------+---------+------------+-----------
            activity/dialogue | unit-1  | 2023-01-01 | 2023-12-31
            activity/dialogue | unit-2  | 2023-01-01 | 2023-12-31
        """,
    )

    assert marks(too_few_dialogues, PERIOD, engine) == {
        "first-day": False,
        "last-day": False,
    }
    assert outcome(too_few_dialogues, PERIOD, engine, "unit-1") is Outcome.MET
    assert outcome(too_few_dialogues, PERIOD, engine, "unit-2") is Outcome.BREACHED
    assert outcome(too_few_dialogues, PERIOD, engine, "unit-3") is Outcome.NOT_ASSESSABLE


def test_a_unit_that_handed_in_its_activities_of_another_kind_alone_is_not_accused(evidence: Evidence) -> None:
    engine = evidence(
        unit="unit_id | level | kind\nunit-1 | commune | committee",
        activity="activity_id | unit_id | kind | held\nother | unit-1 | training | 2023-03-01",
        coverage="""
            table             | unit_id | from_on    | to_on
            ------------------+---------+------------+-----------
            activity          | unit-1  | 2023-01-01 | 2023-12-31
            activity/training | unit-1  | 2023-01-01 | 2023-12-31
        """,
    )

    assert outcome(too_few_dialogues, PERIOD, engine, "unit-1") is Outcome.NOT_ASSESSABLE
