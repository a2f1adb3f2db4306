"""Promises of the rule on late answers to feedback."""

from datetime import date

from motcua.inspection.catalogue.procedures.feedback_late import feedback_late
from motcua.inspection.period import Period
from tests.conftest import Evidence
from tests.marks import marks

MARCH = Period.of(date(2024, 3, 1), date(2024, 3, 31))


def test_feedback_is_answered_by_its_day_or_within_the_working_days_of_the_law(evidence: Evidence) -> None:
    engine = evidence(
        unit="""
            unit_id
            -------
            ward-12
            ward-13
        """,
        feedback="""
            feedback_id  | unit_id | kind      | received   | due              | answered
            -------------+---------+-----------+------------+------------------+-----------------
            on-the-day   | ward-12 | procedure | 2024-03-01 | 2024-03-08       | 2024-03-08
            day-late     | ward-12 | procedure | 2024-03-01 | 2024-03-08       | 2024-03-09
            hour-late    | ward-12 | officer   | 2024-03-01 | 2024-03-08 15:00 | 2024-03-08 16:00
            silent       | ward-12 | procedure | 2024-03-01 | 2024-03-08       |
            running      | ward-12 | procedure | 2024-03-25 | 2024-04-08       |
            fifteenth    | ward-12 | proposal  | 2024-03-01 |                  | 2024-03-22
            sixteenth    | ward-12 | proposal  | 2024-03-01 |                  | 2024-03-25
            undated-open | ward-12 | proposal  | 2024-03-01 |                  |
            undated-new  | ward-12 | proposal  | 2024-03-12 |                  |
            outside      | ward-13 | procedure | 2024-03-01 | 2024-03-08       |
            outside-late | ward-13 | procedure | 2024-03-01 | 2024-03-08       | 2024-03-11
            last-month   | ward-12 | procedure | 2024-02-01 | 2024-02-08       | 2024-02-28
        """,
        coverage="""
            table             | unit_id | from_on    | to_on
            ------------------+---------+------------+-----------
            feedback.answered | ward-12 | 2024-01-01 | 2024-12-31
        """,
    )

    assert marks(feedback_late, MARCH, engine) == {
        "on-the-day": False,
        "day-late": True,
        "hour-late": True,
        "silent": True,
        "fifteenth": False,
        "sixteenth": True,
        "undated-open": True,
        "outside": None,
        "outside-late": True,
    }
