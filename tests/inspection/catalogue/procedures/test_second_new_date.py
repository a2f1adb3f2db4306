"""Promises of the rule on a second new day for one dossier."""

from datetime import date

from motcua.inspection.catalogue.procedures.second_new_date import second_new_date
from motcua.inspection.period import Period
from tests.conftest import Evidence
from tests.marks import marks

MARCH = Period.of(date(2024, 3, 1), date(2024, 3, 31))


def test_one_new_day_is_allowed_and_a_second_is_not(evidence: Evidence) -> None:
    engine = evidence(
        dossier="""
            dossier_id | unit_id | received   | due        | finished
            -----------+---------+------------+------------+-----------
            once       | ward-12 | 2024-03-01 | 2024-03-10 | 2024-03-15
            twice      | ward-12 | 2024-03-01 | 2024-03-10 | 2024-03-20
            repeated   | ward-12 | 2024-03-01 | 2024-03-10 | 2024-03-15
            undated    | ward-12 | 2024-03-01 | 2024-03-10 | 2024-03-15
            on-time    | ward-12 | 2024-03-01 | 2024-03-10 | 2024-03-09
            earlier    | ward-12 | 2024-01-01 | 2024-01-10 | 2024-02-15
            still-open | ward-12 | 2024-01-01 | 2024-01-10 |
        """,
        slip="""
            slip_id | dossier_id | unit_id | kind       | issued     | new_due
            --------+------------+---------+------------+------------+-----------
            1       | once       | ward-12 | apology    | 2024-03-09 | 2024-03-15
            2       | twice      | ward-12 | apology    | 2024-03-09 | 2024-03-15
            3       | twice      | ward-12 | apology    | 2024-03-14 | 2024-03-20
            4       | repeated   | ward-12 | apology    | 2024-03-09 | 2024-03-15
            5       | repeated   | ward-12 | apology    | 2024-03-09 | 2024-03-15
            6       | undated    | ward-12 | apology    | 2024-03-09 |
            7       | on-time    | ward-12 | supplement | 2024-03-02 |
            8       | earlier    | ward-12 | apology    | 2024-01-09 | 2024-02-01
            9       | earlier    | ward-12 | apology    | 2024-01-30 | 2024-02-15
            10      | still-open | ward-12 | apology    | 2024-01-09 | 2024-02-01
            11      | still-open | ward-12 | apology    | 2024-01-30 | 2024-04-15
            12      | once       | ward-13 | apology    | 2024-03-14 | 2024-03-20
        """,
    )

    assert marks(second_new_date, MARCH, engine) == {
        "once": False,
        "twice": True,
        "repeated": False,  # two letters, one and the same new day
        "still-open": True,
    }
