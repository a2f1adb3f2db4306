"""Promises of the rule: planned inspection not held."""

from datetime import date

from motcua.inspection.catalogue.direction.planned_inspection_not_held import planned_inspection_not_held
from motcua.inspection.period import Period
from tests.conftest import Evidence
from tests.marks import marks

PERIOD = Period.of(date(2023, 1, 1), date(2023, 7, 27))


def test_what_was_planned_to_be_inspected_was_inspected(evidence: Evidence) -> None:
    engine = evidence(
        inspection_round="""
            unit_id | target_unit_id | planned    | held
            --------+----------------+------------+-----------
            unit-1  | held           | 2023-03-01 | 2023-03-15
            unit-1  | dropped        | 2023-07-27 |
            unit-1  | to-come        | 2023-07-28 |
            unit-1  | last-year      | 2022-12-31 |
            unit-3  | unknown        | 2023-03-01 |
        """,
        coverage="""
            table                 | unit_id | from_on    | to_on
            ----------------------+---------+------------+-----------
            inspection_round.held | unit-1  | 2023-01-01 | 2023-12-31
            inspection_round.held | unit-2  | 2023-01-01 | 2023-12-31
        """,
    )

    assert marks(planned_inspection_not_held, PERIOD, engine) == {
        "held/2023-03-01": False,
        "dropped/2023-07-27": True,
        "unknown/2023-03-01": None,
    }
