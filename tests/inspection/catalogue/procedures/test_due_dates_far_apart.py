"""Promises of the rule on due days moved far."""

from datetime import date

from motcua.inspection.catalogue.procedures.due_dates_far_apart import due_dates_far_apart
from motcua.inspection.period import Period
from tests.conftest import Evidence
from tests.marks import marks

MARCH = Period.of(date(2024, 3, 1), date(2024, 3, 31))


def test_a_moved_due_day_stays_within_the_working_days_set(evidence: Evidence) -> None:
    engine = evidence(
        unit="""
            unit_id
            -------
            ward-12
        """,
        dossier="""
            dossier_id   | unit_id | received   | first_due  | due        | finished   | waiting_minutes
            -------------+---------+------------+------------+------------+------------+----------------
            completed    | ward-12 | 2024-02-15 | 2024-03-01 | 2024-04-15 | 2024-03-20 | 9600
            unmoved      | ward-12 | 2024-02-15 | 2024-03-01 | 2024-03-01 | 2024-03-01 |
            thirtieth    | ward-12 | 2024-02-15 | 2024-03-01 | 2024-04-12 | 2024-03-20 |
            thirty-first | ward-12 | 2024-02-15 | 2024-03-01 | 2024-04-15 | 2024-03-20 |
            brought-on   | ward-12 | 2024-02-15 | 2024-03-01 | 2024-02-20 | 2024-03-01 |
            no-calendar  | ward-12 | 2024-02-15 | 2024-03-01 | 2027-03-01 |            |
            one-day-only | ward-12 | 2024-02-15 |            | 2024-03-01 | 2024-03-01 |
        """,
    )

    assert marks(due_dates_far_apart, MARCH, engine) == {
        "thirtieth": False,
        "thirty-first": True,
        "completed": None,  # it waited for the applicant meanwhile
        "brought-on": False,
        "no-calendar": None,  # that year's days off are not published
    }
