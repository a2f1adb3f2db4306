"""Promises of the rule: few communication channels."""

from datetime import date

from motcua.inspection.catalogue.direction.few_communication_channels import few_communication_channels
from motcua.inspection.period import Period
from motcua.inspection.verdict import Outcome
from tests.conftest import Evidence
from tests.marks import marks, outcome

PERIOD = Period.of(date(2023, 1, 1), date(2023, 7, 27))


def test_each_channel_counts_once_however_often_it_was_used(evidence: Evidence) -> None:
    engine = evidence(
        unit="""
            unit_id | name | level   | kind
            --------+------+---------+----------
            unit-1  | A    | commune | committee
            unit-2  | B    | commune | committee
            unit-3  | C    | commune | committee
        """,
        activity="""
            activity_id | unit_id | kind          | channel        | topic          | held
            ------------+---------+---------------+----------------+----------------+-----------
            a1          | unit-1  | communication | television     | reform         | 2023-02-01
            a2          | unit-1  | communication | television     | reform         | 2023-03-01
            a3          | unit-1  | communication | radio          |                | 2023-02-01
            a4          | unit-1  | communication | loa kéo        | reform         | 2023-02-01
            a5          | unit-2  | communication | social_network | reform         | 2023-02-01
            a6          | unit-2  | communication | website        | reform         | 2023-02-01
            a7          | unit-2  | communication | leaflet        | residence_data | 2023-02-01
            a8          | unit-2  | communication |                | reform         | 2023-02-01
            a9          | unit-2  | communication | newspaper      | reform         | 2022-12-31
        """,
        coverage="""
            table                  | unit_id | from_on    | to_on
            -----------------------+---------+------------+-----------
            activity/communication | unit-1  | 2023-01-01 | 2023-12-31
            activity/communication | unit-2  | 2023-01-01 | 2023-12-31
        """,
    )

    assert marks(few_communication_channels, PERIOD, engine) == {
        "television": False,
        "radio": False,
        "loa kéo": False,
        "social_network": False,
        "website": False,
    }
    assert outcome(few_communication_channels, PERIOD, engine, "unit-1") is Outcome.MET
    assert outcome(few_communication_channels, PERIOD, engine, "unit-2") is Outcome.BREACHED
    assert outcome(few_communication_channels, PERIOD, engine, "unit-3") is Outcome.NOT_ASSESSABLE


def test_a_unit_that_handed_in_its_activities_of_another_kind_alone_is_not_accused(evidence: Evidence) -> None:
    engine = evidence(
        unit="unit_id | level | kind\nunit-1 | commune | committee",
        activity="activity_id | unit_id | kind | held\nother | unit-1 | dialogue | 2023-03-01",
        coverage="""
            table             | unit_id | from_on    | to_on
            ------------------+---------+------------+-----------
            activity          | unit-1  | 2023-01-01 | 2023-12-31
            activity/dialogue | unit-1  | 2023-01-01 | 2023-12-31
        """,
    )

    assert outcome(few_communication_channels, PERIOD, engine, "unit-1") is Outcome.NOT_ASSESSABLE
