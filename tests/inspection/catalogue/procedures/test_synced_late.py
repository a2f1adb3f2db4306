"""Promises of the rule on late synchronisation."""

from datetime import date

from motcua.inspection.catalogue.procedures.synced_late import synced_late
from motcua.inspection.period import Period
from tests.conftest import Evidence
from tests.marks import marks

MARCH = Period.of(date(2024, 3, 1), date(2024, 3, 31))


def test_a_dossier_is_on_the_national_portal_by_the_next_working_day(evidence: Evidence) -> None:
    engine = evidence(
        unit="""
            unit_id
            -------
            ward-12
            ward-13
        """,
        dossier="""
            dossier_id  | unit_id | received   | synced
            ------------+---------+------------+-----------
            same-day    | ward-12 | 2024-03-01 | 2024-03-01
            on-monday   | ward-12 | 2024-03-01 | 2024-03-04
            on-tuesday  | ward-12 | 2024-03-01 | 2024-03-05
            never       | ward-12 | 2024-03-01 |
            just-in     | ward-12 | 2024-03-29 |
            outside     | ward-13 | 2024-03-01 |
            late-anyway | ward-13 | 2024-03-01 | 2024-03-20
            in-february | ward-12 | 2024-02-01 |
        """,
        coverage="""
            table          | unit_id | from_on    | to_on
            ---------------+---------+------------+-----------
            dossier.synced | ward-12 | 2024-01-01 | 2024-12-31
            dossier        | ward-13 | 2024-01-01 | 2024-12-31
        """,
    )

    assert marks(synced_late, MARCH, engine) == {
        "same-day": False,
        "on-monday": False,
        "on-tuesday": True,
        "never": True,
        "outside": None,  # its records do not have that column
        "late-anyway": True,
    }
