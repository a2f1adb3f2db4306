"""Promises of the rule: role without decision."""

from datetime import date

from motcua.inspection.catalogue.direction.role_without_decision import role_without_decision
from motcua.inspection.period import Period
from tests.conftest import Evidence
from tests.marks import marks

PERIOD = Period.of(date(2023, 1, 1), date(2023, 7, 27))


def test_a_role_in_force_rests_on_a_decision(evidence: Evidence) -> None:
    engine = evidence(
        focal_point="""
            unit_id | role            | decision_no | valid_from | valid_to
            --------+-----------------+-------------+------------+-----------
            unit-1  | control_leader  | 12/QĐ-UBND  | 2023-01-01 |
            unit-1  | control_officer |             | 2023-01-01 |
            unit-1  | one_stop_head   |             | 2022-01-01 | 2023-07-26
            unit-3  | reform_officer  |             | 2023-01-01 |
            unit-3  | one_stop_head   | 15/QĐ-UBND  | 2023-01-01 |
        """,
        coverage="""
            table                   | unit_id | from_on    | to_on
            ------------------------+---------+------------+-----------
            focal_point.decision_no | unit-1  | 2023-01-01 | 2023-12-31
            focal_point.decision_no | unit-2  | 2023-01-01 | 2023-12-31
        """,
    )

    assert marks(role_without_decision, PERIOD, engine) == {
        "control_leader/2023-01-01": False,
        "control_officer/2023-01-01": True,
        "reform_officer/2023-01-01": None,
        "one_stop_head/2023-01-01": False,
    }
