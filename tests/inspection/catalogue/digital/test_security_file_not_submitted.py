"""Promises of the rule on security-level files."""

from datetime import date

from motcua.inspection.catalogue.digital.security_file_not_submitted import security_file_not_submitted
from motcua.inspection.period import Period
from motcua.inspection.verdict import Outcome
from tests.conftest import Evidence
from tests.marks import marks, outcome

HALF_YEAR = Period.of(date(2023, 1, 1), date(2023, 6, 30))


def test_a_system_has_its_file_submitted_by_the_day_of_the_inspection(evidence: Evidence) -> None:
    engine = evidence(
        security_file="""
            unit_id | system  | level | completed  | submitted
            --------+---------+-------+------------+-----------
            ward-12 | lan     | 1     | 2023-02-01 | 2023-03-01
            ward-12 | website | 2     | 2023-02-01 |
            ward-12 | camera  | 2     | 2023-06-01 | 2023-07-01
            ward-13 | lan     | 1     |            |
            ward-14 | lan     | 1     |            | 2023-03-01
        """,
        coverage="""
            table                   | unit_id | from_on    | to_on
            ------------------------+---------+------------+-----------
            security_file.submitted | ward-12 | 2023-01-01 | 2023-12-31
            security_file           | ward-13 | 2023-01-01 | 2023-12-31
        """,
    )

    assert marks(security_file_not_submitted, HALF_YEAR, engine) == {
        "ward-12/lan": False,
        "ward-12/website": True,
        "ward-12/camera": True,  # handed in after the day of the inspection
        "ward-13/lan": None,
        "ward-14/lan": False,
    }


def test_a_district_answers_for_its_communes(evidence: Evidence) -> None:
    engine = evidence(
        unit="""
            unit_id  | kind      | level    | parent_id
            ---------+-----------+----------+----------
            district | committee | district |
            ward-12  | committee | commune  | district
        """,
        security_file="""
            unit_id  | system | level | submitted
            ---------+--------+-------+-----------
            district | lan    | 2     | 2023-03-01
            ward-12  | lan    | 1     |
        """,
        coverage="""
            table                   | unit_id | from_on    | to_on
            ------------------------+---------+------------+-----------
            security_file.submitted | ward-12 | 2023-01-01 | 2023-12-31
        """,
    )

    assert outcome(security_file_not_submitted, HALF_YEAR, engine, "district") is Outcome.BREACHED


def test_the_old_levels_ended_before_the_new_ones_began(evidence: Evidence) -> None:
    engine = evidence(
        security_file="""
            unit_id | system | level | submitted
            --------+--------+-------+-----------
            ward-12 | lan    | 1     | 2023-03-01
        """,
    )

    lawful = {
        day: len(marks(security_file_not_submitted, Period.of(date(2026, 1, 1), day), engine))
        for day in (date(2026, 6, 30), date(2026, 7, 1), date(2026, 8, 18), date(2026, 8, 19))
    }

    assert lawful == {date(2026, 6, 30): 1, date(2026, 7, 1): 0, date(2026, 8, 18): 0, date(2026, 8, 19): 1}
