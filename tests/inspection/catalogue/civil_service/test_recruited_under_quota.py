"""Promises of the rule: recruited under quota."""

from datetime import date

from motcua.inspection.catalogue.civil_service.recruited_under_quota import recruited_under_quota
from motcua.inspection.period import Period
from tests.conftest import Evidence
from tests.marks import marks

PERIOD = Period.of(date(2023, 1, 1), date(2023, 7, 27))


def test_a_closed_year_recruited_up_to_its_quota(evidence: Evidence) -> None:
    engine = evidence(
        recruitment="""
            unit_id | year | post_group      | quota | recruited
            --------+------+-----------------+-------+----------
            unit-1  | 2022 | teacher         | 40    | 39
            unit-1  | 2022 | civil_servant   | 3     | 3
            unit-1  | 2022 | public_employee | 5     |
            unit-1  | 2022 | other           | 0     | 0
            unit-1  | 2023 | teacher         | 40    | 0
        """,
    )

    assert marks(recruited_under_quota, PERIOD, engine) == {
        "2022/teacher": True,
        "2022/civil_servant": False,
        "2022/public_employee": None,
    }
