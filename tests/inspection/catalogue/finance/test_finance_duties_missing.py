"""Promises of the rule on duties of public finance."""

from datetime import date

from motcua.inspection.catalogue.finance.finance_duties_missing import finance_duties_missing
from motcua.inspection.period import Period
from tests.conftest import Evidence
from tests.marks import marks

HALF_YEAR = Period.of(date(2023, 1, 1), date(2023, 6, 30))


def test_each_duty_is_done_by_its_day(evidence: Evidence) -> None:
    engine = evidence(
        obligation="""
            obligation_id | unit_id | kind              | period | due        | fulfilled
            --------------+---------+-------------------+--------+------------+-----------
            disclosure    | ward-12 | budget_disclosure | 2023   | 2023-01-31 | 2023-01-31
            rules         | ward-12 | spending_rules    | 2023   | 2023-01-31 | 2023-02-01
            report        | ward-12 | autonomy_report   | 2022   | 2023-01-31 |
            outside       | ward-13 | autonomy_report   | 2022   | 2023-01-31 |
            another       | ward-12 | reform_plan       | 2023   | 2023-01-31 |
        """,
        coverage="""
            table                | unit_id | from_on    | to_on
            ---------------------+---------+------------+-----------
            obligation.fulfilled | ward-12 | 2023-01-01 | 2023-12-31
        """,
    )

    assert marks(finance_duties_missing, HALF_YEAR, engine) == {
        "disclosure": False,
        "rules": True,
        "report": True,
        "outside": None,
    }
