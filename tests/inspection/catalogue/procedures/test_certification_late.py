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
            dossier_id | procedure_name      | unit_id | domain     | received   | due        | finished   | supplement
            -----------+---------------------+---------+------------+------------+------------+------------+-----------
            second-day | Chứng thực hợp đồng | ward-12 | Chứng thực | 2024-03-07 | 2024-03-11 | 2024-03-11 |
            third-day  | Chứng thực hợp đồng | ward-12 | CHỨNG THỰC | 2024-03-07 | 2024-03-11 | 2024-03-12 | 0
            no-due     | Chứng thực hợp đồng | ward-12 | Chứng thực | 2024-03-07 |            | 2024-03-12 |
            agreed     | Chứng thực hợp đồng | ward-12 | Chứng thực | 2024-03-07 | 2024-03-15 | 2024-03-12 |
            completed  | Chứng thực hợp đồng | ward-12 | Chứng thực | 2024-03-07 | 2024-03-11 | 2024-03-12 | 1
            other      | Chứng thực hợp đồng | ward-12 | Hộ tịch    | 2024-03-07 | 2024-03-11 | 2024-03-12 |
            no-domain  | Chứng thực hợp đồng | ward-12 |            | 2024-03-07 | 2024-03-11 | 2024-03-12 |
        """.replace("supplement", "supplement_requests"),
    )

    assert marks(certification_late, MARCH, engine) == {
        "second-day": False,  # a weekend lies between
        "third-day": True,
        "no-due": True,
        "agreed": None,  # a longer term may have been agreed in writing
        "completed": None,
    }


def test_copies_and_what_may_have_come_after_hours_are_not_held_to_the_term_of_contracts(evidence: Evidence) -> None:
    engine = evidence(
        dossier="""
            dossier_id | procedure_name        | channel | unit_id | domain     | received   | finished
            -----------+-----------------------+---------+---------+------------+------------+-----------
            will       | Chứng thực di chúc    | counter | ward-12 | Chứng thực | 2024-03-07 | 2024-03-12
            copy       | Chứng thực bản sao    | counter | ward-12 | Chứng thực | 2024-03-07 | 2024-03-12
            quick-copy | Chứng thực bản sao    | counter | ward-12 | Chứng thực | 2024-03-07 | 2024-03-07
            nameless   |                       | counter | ward-12 | Chứng thực | 2024-03-07 | 2024-03-12
            at-night   | Chứng thực hợp đồng   | online  | ward-12 | Chứng thực | 2024-03-07 | 2024-03-12
            far-out    | Chứng thực hợp đồng   | online  | ward-12 | Chứng thực | 2024-03-07 | 2024-03-13
        """,
    )

    assert marks(certification_late, MARCH, engine) == {
        "will": True,
        "copy": None,  # another article sets its term
        "quick-copy": False,
        "nameless": None,
        "at-night": None,
        "far-out": True,
    }
