"""Promises of the rule: one stop staff untrained."""

from datetime import date

from motcua.inspection.catalogue.civil_service.one_stop_staff_untrained import one_stop_staff_untrained
from motcua.inspection.period import Period
from tests.conftest import Evidence
from tests.marks import marks

PERIOD = Period.of(date(2023, 1, 1), date(2023, 7, 27))


def test_one_stop_and_reform_officers_were_trained_within_the_cycle(evidence: Evidence) -> None:
    engine = evidence(
        staff="""
            person   | unit_id | role           | valid_from | valid_to   | trained
            ---------+---------+----------------+------------+------------+-----------
            trained  | unit-1  | reception      | 2018-01-01 |            | 2020-07-27
            long-ago | unit-1  | reform_officer | 2018-01-01 |            | 2020-07-26
            never    | unit-1  | reception      | 2018-01-01 |            |
            twice    | unit-1  | reception      | 2018-01-01 |            |
            twice    | unit-1  | reform_officer | 2022-01-01 |            | 2023-01-10
            leader   | unit-1  | leader         | 2018-01-01 |            |
            gone     | unit-1  | reception      | 2018-01-01 | 2023-07-26 |
            unknown  | unit-3  | reception      | 2018-01-01 |            |
        """,
        coverage="""
            table         | unit_id | from_on    | to_on
            --------------+---------+------------+-----------
            staff.trained | unit-1  | 2023-01-01 | 2023-12-31
            staff.trained | unit-2  | 2023-01-01 | 2023-12-31
        """,
    )

    assert marks(one_stop_staff_untrained, PERIOD, engine) == {
        "trained": False,
        "long-ago": True,
        "never": True,
        "twice": False,
        "unknown": None,
    }
