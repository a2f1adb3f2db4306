"""Promises of the rule on the focal points of procedure control."""

from datetime import date

from motcua.inspection.catalogue.procedures.focal_points_missing import focal_points_missing
from motcua.inspection.period import Period
from motcua.inspection.verdict import Outcome
from tests.conftest import Evidence
from tests.marks import marks, outcome

HALF_YEAR = Period.of(date(2023, 1, 1), date(2023, 7, 27))
COVERED = """
    table                       | unit_id | from_on    | to_on
    ----------------------------+---------+------------+-----------
    focal_point/control_leader  | ward-12 | 2023-01-01 | 2023-12-31
    focal_point/control_officer | ward-12 | 2023-01-01 | 2023-12-31
    focal_point.decision_no     | ward-12 | 2023-01-01 | 2023-12-31
    focal_point/control_leader  | ward-14 | 2023-01-01 | 2023-12-31
    focal_point/control_officer | ward-14 | 2023-01-01 | 2023-12-31
"""
UNITS = """
    unit_id
    -------
    ward-12
    ward-13
    ward-14
"""


def test_a_leader_and_an_officer_hold_the_focal_roles_by_decision(evidence: Evidence) -> None:
    engine = evidence(
        focal_point="""
            unit_id | role            | decision_no | valid_from | valid_to
            --------+-----------------+-------------+------------+-----------
            ward-12 | control_leader  | 12/QĐ-UBND  | 2022-05-01 |
            ward-12 | control_officer | 12/QĐ-UBND  | 2022-05-01 | 2023-03-31
            ward-12 | control_officer | 31/QĐ-UBND  | 2023-04-01 | 2023-07-27
            ward-12 | control_officer |             | 2023-04-01 |
            ward-12 | one_stop_head   | 12/QĐ-UBND  | 2022-05-01 |
        """,
        coverage=COVERED,
        unit=UNITS,
    )

    assert marks(focal_points_missing, HALF_YEAR, engine) == {"control_leader": False, "control_officer": False}
    assert outcome(focal_points_missing, HALF_YEAR, engine, "ward-12") is Outcome.MET
    assert outcome(focal_points_missing, HALF_YEAR, engine, "ward-13") is Outcome.NOT_ASSESSABLE


def test_a_role_that_nobody_holds_by_decision_is_missing(evidence: Evidence) -> None:
    engine = evidence(
        focal_point="""
            unit_id | role            | decision_no | valid_from | valid_to
            --------+-----------------+-------------+------------+-----------
            ward-12 | control_leader  |             | 2022-05-01 |
            ward-12 | control_officer | 12/QĐ-UBND  | 2022-05-01 |
            ward-14 | control_leader  | 7/QĐ-UBND   | 2022-05-01 | 2023-07-26
        """,
        coverage=COVERED,
        unit=UNITS,
    )

    assert marks(focal_points_missing, HALF_YEAR, engine) == {"control_leader": True, "control_officer": False}
    assert outcome(focal_points_missing, HALF_YEAR, engine, "ward-12") is Outcome.BREACHED
    assert outcome(focal_points_missing, HALF_YEAR, engine, "ward-14") is Outcome.BREACHED


def test_a_source_without_decision_numbers_decides_nothing(evidence: Evidence) -> None:
    engine = evidence(
        focal_point="""
            unit_id | role            | decision_no | valid_from
            --------+-----------------+-------------+-----------
            ward-14 | control_leader  |             | 2022-05-01
            ward-14 | control_officer |             | 2022-05-01
        """,
        coverage=COVERED,
        unit=UNITS,
    )

    assert marks(focal_points_missing, HALF_YEAR, engine) == {"control_leader": None, "control_officer": None}
    assert outcome(focal_points_missing, HALF_YEAR, engine, "ward-14") is Outcome.NOT_ASSESSABLE


def test_a_unit_that_handed_in_other_roles_alone_is_not_accused(evidence: Evidence) -> None:
    engine = evidence(
        unit=UNITS,
        focal_point="unit_id | role | decision_no | valid_from\nward-12 | one_stop_head | 12/QĐ-UBND | 2022-05-01",
        coverage="""
            table                     | unit_id | from_on    | to_on
            --------------------------+---------+------------+-----------
            focal_point               | ward-12 | 2023-01-01 | 2023-12-31
            focal_point/one_stop_head | ward-12 | 2023-01-01 | 2023-12-31
        """,
    )

    assert outcome(focal_points_missing, HALF_YEAR, engine, "ward-12") is Outcome.NOT_ASSESSABLE
