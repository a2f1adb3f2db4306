"""Promises of the rule: training far from plan."""

from datetime import date

from motcua.inspection.catalogue.civil_service.training_far_from_plan import training_far_from_plan
from motcua.inspection.period import Period
from tests.conftest import Evidence
from tests.marks import marks

PERIOD = Period.of(date(2023, 1, 1), date(2023, 7, 27))


def test_a_course_exceeds_its_plan_by_no_more_than_is_accepted(evidence: Evidence) -> None:
    engine = evidence(
        training_plan="""
            unit_id | year | course    | planned | actual
            --------+------+-----------+---------+-------
            unit-1  | 2023 | at-most   | 10      | 12
            unit-1  | 2023 | too-many  | 10      | 13
            unit-1  | 2023 | short     | 10      | 1
            unit-1  | 2023 | unplanned | 0       | 1
            unit-1  | 2023 | unknown   | 10      |
            unit-1  | 2022 | last-year | 10      | 40
        """,
    )

    assert marks(training_far_from_plan, PERIOD, engine) == {
        "2023/at-most": False,
        "2023/too-many": True,
        "2023/short": False,
        "2023/unplanned": True,
        "2023/unknown": None,
    }
