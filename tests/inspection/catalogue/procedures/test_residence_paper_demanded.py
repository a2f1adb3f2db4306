"""Promises of the rule on residence papers."""

from datetime import date

from motcua.inspection.catalogue.procedures.residence_paper_demanded import residence_paper_demanded
from motcua.inspection.period import Period
from tests.conftest import Evidence
from tests.marks import marks

WINTER = Period.of(date(2022, 12, 1), date(2023, 3, 31))


def test_nobody_is_asked_for_residence_papers_since_the_paper_books_ended(evidence: Evidence) -> None:
    engine = evidence(
        residence_check="""
            dossier_id | unit_id | checked    | method | paper_demanded
            -----------+---------+------------+--------+---------------
            looked-up  | ward-12 | 2023-01-01 | portal | no
            demanded   | ward-12 | 2023-01-01 | VNeID  | yes
            demanded   | ward-12 | 2023-03-31 | VNeID  | no
            not-said   | ward-12 | 2023-02-01 | portal |
            books-held | ward-12 | 2022-12-31 | portal | yes
            april      | ward-12 | 2023-04-01 | portal | yes
        """,
    )

    assert marks(residence_paper_demanded, WINTER, engine) == {
        "looked-up/2023-01-01": False,
        "demanded/2023-01-01": True,
        "demanded/2023-03-31": False,
        "not-said/2023-02-01": None,
    }
