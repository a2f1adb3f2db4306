"""Promises of the rule on plans of digital transformation."""

from datetime import date

from motcua.inspection.catalogue.digital.digital_plans_missing import digital_plans_missing
from motcua.inspection.period import Period
from tests.conftest import Evidence
from tests.marks import marks

HALF_YEAR = Period.of(date(2023, 1, 1), date(2023, 6, 30))


def test_each_plan_is_issued_by_its_day(evidence: Evidence) -> None:
    engine = evidence(
        obligation="""
            obligation_id | unit_id | kind           | period | due        | fulfilled
            --------------+---------+----------------+--------+------------+-----------
            digital       | ward-12 | digital_plan   | 2023   | 2023-02-28 | 2023-02-20
            security      | ward-12 | security_plan  | 2023   | 2023-02-28 | 2023-03-01
            emulation     | ward-12 | emulation_plan | 2023   | 2023-02-28 |
            outside       | ward-13 | emulation_plan | 2023   | 2023-02-28 |
            another       | ward-12 | reform_plan    | 2023   | 2023-02-28 |
        """,
        coverage="""
            table                | unit_id | from_on    | to_on
            ---------------------+---------+------------+-----------
            obligation.fulfilled | ward-12 | 2023-01-01 | 2023-12-31
        """,
    )

    assert marks(digital_plans_missing, HALF_YEAR, engine) == {
        "digital": False,
        "security": True,
        "emulation": True,
        "outside": None,
    }
