"""Promises of the rule: staff over quota."""

from datetime import date

from motcua.inspection.catalogue.organisation.staff_over_quota import staff_over_quota
from motcua.inspection.period import Period
from tests.conftest import Evidence
from tests.marks import marks

PERIOD = Period.of(date(2023, 1, 1), date(2023, 7, 27))


def test_staff_present_stay_within_the_quota_of_the_year(evidence: Evidence) -> None:
    engine = evidence(
        quota="""
            unit_id | year | kind            | quota | present
            --------+------+-----------------+-------+--------
            unit-1  | 2023 | civil_servant   | 20    | 20
            unit-1  | 2023 | public_employee | 20    | 21
            unit-1  | 2022 | civil_servant   | 20    | 25
        """,
    )

    assert marks(staff_over_quota, PERIOD, engine) == {
        "2023/civil_servant": False,
        "2023/public_employee": True,
    }
