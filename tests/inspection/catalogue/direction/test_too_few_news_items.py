"""Promises of the rule: too few news items."""

from datetime import date

from motcua.inspection.catalogue.direction.too_few_news_items import too_few_news_items
from motcua.inspection.engine import Inspection
from motcua.inspection.period import Period
from motcua.inspection.verdict import Outcome
from tests.conftest import Evidence
from tests.marks import marks, outcome

PERIOD = Period.of(date(2023, 1, 1), date(2023, 7, 27))


def test_items_on_the_website_are_counted_against_the_target(evidence: Evidence) -> None:
    engine = evidence(
        unit="""
            unit_id | name | level    | kind
            --------+------+----------+----------
            unit-1  | A    | district | committee
            unit-2  | B    | district | committee
            unit-3  | C    | district | committee
        """,
        activity="""
            activity_id | unit_id | kind          | channel | topic          | held
            ------------+---------+---------------+---------+----------------+-----------
            n1          | unit-1  | communication | website | reform         | 2023-01-05
            n2          | unit-1  | communication | website | reform         | 2023-02-05
            n3          | unit-1  | communication | website | reform         | 2023-03-05
            n4          | unit-1  | communication | website | reform         | 2023-04-05
            n5          | unit-1  | communication | website | reform         | 2023-05-05
            n6          | unit-1  | communication | website | reform         | 2023-06-05
            only        | unit-2  | communication | website |                | 2023-02-01
            radio       | unit-2  | communication | radio   | reform         | 2023-02-01
            payment     | unit-2  | communication | website | online_payment | 2023-02-01
            old         | unit-2  | communication | website | reform         | 2022-12-31
        """,
        coverage="""
            table                  | unit_id | from_on    | to_on
            -----------------------+---------+------------+-----------
            activity/communication | unit-1  | 2023-01-01 | 2023-12-31
            activity/communication | unit-2  | 2023-01-01 | 2023-12-31
        """,
    )

    assert marks(too_few_news_items, PERIOD, engine) == {
        "n1": False,
        "n2": False,
        "n3": False,
        "n4": False,
        "n5": False,
        "n6": False,
        "only": False,
    }
    assert outcome(too_few_news_items, PERIOD, engine, "unit-1") is Outcome.MET
    assert outcome(too_few_news_items, PERIOD, engine, "unit-2") is Outcome.BREACHED
    assert outcome(too_few_news_items, PERIOD, engine, "unit-3") is Outcome.NOT_ASSESSABLE


def test_a_commune_owes_no_news_on_a_website(evidence: Evidence) -> None:
    engine = evidence(
        unit="""
            unit_id | name | level   | kind
            --------+------+---------+----------
            unit-1  | A    | commune | committee
        """,
        coverage="""
            table                  | unit_id | from_on    | to_on
            -----------------------+---------+------------+-----------
            activity/communication | unit-1  | 2023-01-01 | 2023-12-31
        """,
    )

    assert Inspection.open(engine, PERIOD, ["unit-1"]).verdicts(too_few_news_items) == []


def test_a_unit_that_handed_in_its_activities_of_another_kind_alone_is_not_accused(evidence: Evidence) -> None:
    engine = evidence(
        unit="unit_id | level | kind\nunit-1 | district | committee",
        activity="activity_id | unit_id | kind | held\nother | unit-1 | dialogue | 2023-03-01",
        coverage="""
            table             | unit_id | from_on    | to_on
            ------------------+---------+------------+-----------
            activity          | unit-1  | 2023-01-01 | 2023-12-31
            activity/dialogue | unit-1  | 2023-01-01 | 2023-12-31
        """,
    )

    assert outcome(too_few_news_items, PERIOD, engine, "unit-1") is Outcome.NOT_ASSESSABLE
