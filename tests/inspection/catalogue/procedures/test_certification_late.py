"""Promises of the rule on the term of certifications."""

from datetime import date

from motcua.inspection.catalogue.procedures.certification_late import certification_late
from motcua.inspection.period import Period
from tests.conftest import Evidence
from tests.marks import marks

MARCH = Period.of(date(2024, 3, 1), date(2024, 3, 31))


def test_a_certification_takes_two_working_days_at_most(evidence: Evidence) -> None:
    engine = evidence(
        dossier="""
            dossier_id | unit_id | domain     | received   | due        | finished   | supplement_requests
            -----------+---------+------------+------------+------------+------------+--------------------
            second-day | ward-12 | Chứng thực | 2024-03-07 | 2024-03-11 | 2024-03-11 |
            third-day  | ward-12 | CHỨNG THỰC | 2024-03-07 | 2024-03-11 | 2024-03-12 | 0
            no-due     | ward-12 | Chứng thực | 2024-03-07 |            | 2024-03-12 |
            agreed     | ward-12 | Chứng thực | 2024-03-07 | 2024-03-15 | 2024-03-12 |
            completed  | ward-12 | Chứng thực | 2024-03-07 | 2024-03-11 | 2024-03-12 | 1
            other      | ward-12 | Hộ tịch    | 2024-03-07 | 2024-03-11 | 2024-03-12 |
            no-domain  | ward-12 |            | 2024-03-07 | 2024-03-11 | 2024-03-12 |
        """,
    )

    assert marks(certification_late, MARCH, engine) == {
        "second-day": False,  # a weekend lies between
        "third-day": True,
        "no-due": True,
        "agreed": None,  # a longer term may have been agreed in writing
        "completed": None,
    }
