"""Promises of the rule: appointment without decision."""

from datetime import date

from motcua.inspection.catalogue.civil_service.appointment_without_decision import appointment_without_decision
from motcua.inspection.period import Period
from tests.conftest import Evidence
from tests.marks import marks

PERIOD = Period.of(date(2023, 1, 1), date(2023, 7, 27))


def test_who_holds_a_post_holds_it_by_a_decision(evidence: Evidence) -> None:
    engine = evidence(
        staff="""
            person  | unit_id | role       | decision_no | valid_from | valid_to
            --------+---------+------------+-------------+------------+-----------
            decided | unit-1  | leader     | 12/QĐ-UBND  | 2022-01-01 |
            bare    | unit-1  | leader     |             | 2022-01-01 |
            other   | unit-1  | specialist |             | 2022-01-01 |
            gone    | unit-1  | leader     |             | 2022-01-01 | 2023-07-26
            unknown | unit-3  | reception  |             | 2022-01-01 |
        """,
        coverage="""
            table             | unit_id | from_on    | to_on
            ------------------+---------+------------+-----------
            staff.decision_no | unit-1  | 2023-01-01 | 2023-12-31
            staff.decision_no | unit-2  | 2023-01-01 | 2023-12-31
        """,
    )

    assert marks(appointment_without_decision, PERIOD, engine) == {
        "decided/2022-01-01": False,
        "bare/2022-01-01": True,
        "unknown/2022-01-01": None,
    }
