"""Promises of the rule on plans of procedure control and review."""

from datetime import date

from motcua.inspection.catalogue.procedures.control_plans_missing import control_plans_missing
from motcua.inspection.period import Period
from motcua.inspection.verdict import Outcome
from tests.conftest import Evidence
from tests.marks import marks, outcome

HALF_YEAR = Period.of(date(2023, 1, 1), date(2023, 7, 27))


def test_plans_of_control_and_review_are_issued_by_the_day_they_are_due(evidence: Evidence) -> None:
    engine = evidence(
        obligation="""
            obligation_id | unit_id | kind                   | period | due        | fulfilled
            --------------+---------+------------------------+--------+------------+-----------
            control       | ward-12 | procedure_control_plan | 2023   | 2023-01-31 | 2023-01-31
            review        | ward-12 | procedure_review_plan  | 2023   | 2023-01-31 | 2023-02-01
            forgotten     | ward-12 | procedure_review_plan  | 2023   | 2023-03-01 |
            elsewhere     | ward-13 | procedure_review_plan  | 2023   | 2023-01-31 |
            another       | ward-12 | digital_plan           | 2023   | 2023-01-31 |
        """,
        coverage="""
            table                | unit_id | from_on    | to_on
            ---------------------+---------+------------+-----------
            obligation           | ward-12 | 2023-01-01 | 2023-12-31
            obligation.fulfilled | ward-12 | 2023-01-01 | 2023-12-31
        """,
        unit="""
            unit_id
            -------
            ward-12
            ward-13
        """,
    )

    assert marks(control_plans_missing, HALF_YEAR, engine) == {
        "control": False,
        "review": True,
        "forgotten": True,
        "elsewhere": None,  # its register does not say when plans were issued
    }
    assert outcome(control_plans_missing, HALF_YEAR, engine, "ward-12") is Outcome.BREACHED
    assert outcome(control_plans_missing, HALF_YEAR, engine, "ward-13") is Outcome.NOT_ASSESSABLE
