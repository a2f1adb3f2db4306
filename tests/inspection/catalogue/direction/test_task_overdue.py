"""Promises of the rule: task overdue."""

from datetime import date

from motcua.inspection.catalogue.direction.task_overdue import task_overdue
from motcua.inspection.period import Period
from tests.conftest import Evidence
from tests.marks import marks

PERIOD = Period.of(date(2023, 1, 1), date(2023, 7, 27))


def test_a_task_due_is_done_by_its_day(evidence: Evidence) -> None:
    engine = evidence(
        task="""
            task_id   | unit_id | due              | done
            ----------+---------+------------------+-----------------
            in-time   | unit-1  | 2023-03-01 17:00 | 2023-03-01 16:59
            by-hours  | unit-1  | 2023-03-01 17:00 | 2023-03-01 17:01
            same-day  | unit-1  | 2023-03-01 17:00 | 2023-03-01
            late      | unit-1  | 2023-03-01       | 2023-03-02
            open      | unit-1  | 2022-11-01       |
            not-due   | unit-1  | 2023-07-28       |
            last-year | unit-1  | 2022-11-01       | 2022-12-31
            unknown   | unit-3  | 2023-03-01       |
        """,
        coverage="""
            table     | unit_id | from_on    | to_on
            ----------+---------+------------+-----------
            task.done | unit-1  | 2022-01-01 | 2023-12-31
        """,
    )

    assert marks(task_overdue, PERIOD, engine) == {
        "in-time": False,
        "by-hours": True,
        "same-day": False,
        "late": True,
        "open": True,
        "unknown": None,
    }
