"""Promises of the rule: functions report missing."""

from datetime import date

from motcua.inspection.catalogue.organisation.functions_report_missing import functions_report_missing
from motcua.inspection.period import Period
from tests.conftest import Evidence
from tests.marks import marks

PERIOD = Period.of(date(2023, 1, 1), date(2023, 7, 27))


def test_the_review_of_functions_is_reported_by_the_day_set(evidence: Evidence) -> None:
    engine = evidence(
        obligation="""
            obligation_id | unit_id | kind             | period | due        | fulfilled
            --------------+---------+------------------+--------+------------+-----------
            in-time       | ward-12 | functions_report | 2023   | 2023-03-31 | 2023-03-31
            late          | ward-12 | functions_report | 2023   | 2023-03-31 | 2023-04-01
            never         | ward-12 | functions_report | 2023   | 2023-03-31 |
            not-yet       | ward-12 | functions_report | 2023   | 2023-10-31 |
            unknown       | ward-13 | functions_report | 2023   | 2023-03-31 |
            another       | ward-12 | digital_plan     | 2023   | 2023-03-31 |
        """,
        coverage="""
            table                | unit_id | from_on    | to_on
            ---------------------+---------+------------+-----------
            obligation.fulfilled | ward-12 | 2023-01-01 | 2023-12-31
        """,
    )

    assert marks(functions_report_missing, PERIOD, engine) == {
        "in-time": False,
        "late": True,
        "never": True,
        "unknown": None,
    }
