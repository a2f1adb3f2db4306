"""Promises of the rule on supplements asked for late."""

from datetime import date

from motcua.inspection.catalogue.procedures.supplement_asked_late import supplement_asked_late
from motcua.inspection.period import Period
from tests.conftest import Evidence
from tests.marks import marks

MARCH = Period.of(date(2024, 3, 1), date(2024, 3, 31))


def test_the_first_supplement_is_asked_for_within_three_working_days(evidence: Evidence) -> None:
    engine = evidence(
        dossier="""
            dossier_id | unit_id | received   | channel
            -----------+---------+------------+--------
            third-day  | ward-12 | 2024-03-07 |
            fourth-day | ward-12 | 2024-03-07 |
            at-night   | ward-12 | 2024-03-07 | online
            far-out    | ward-12 | 2024-03-07 | online
            twice      | ward-12 | 2024-03-04 |
            february   | ward-12 | 2024-02-26 |
            other-slip | ward-12 | 2024-03-04 |
            not-listed | ward-13 | 2019-03-04 |
        """,
        slip="""
            dossier_id | unit_id | kind       | issued
            -----------+---------+------------+-----------
            third-day  | ward-12 | supplement | 2024-03-12
            fourth-day | ward-12 | supplement | 2024-03-13
            at-night   | ward-12 | supplement | 2024-03-13
            far-out    | ward-12 | supplement | 2024-03-14
            twice      | ward-12 | supplement | 2024-03-05
            twice      | ward-12 | supplement | 2024-03-20
            february   | ward-12 | supplement | 2024-02-27
            february   | ward-12 | supplement | 2024-03-20
            other-slip | ward-12 | refusal    | 2024-03-29
            not-listed | ward-13 | supplement | 2024-03-20
            no-dossier | ward-13 | supplement | 2024-03-20
        """,
    )

    assert marks(supplement_asked_late, MARCH, engine) == {
        "third-day": False,  # a weekend lies between
        "fourth-day": True,
        "at-night": None,  # filed after hours its first day is the next
        "far-out": True,
        "twice": False,
        "not-listed": None,  # no calendar of that year
    }
