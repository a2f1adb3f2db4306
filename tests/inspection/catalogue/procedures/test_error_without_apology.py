"""Promises of the rule on errors of the office without an apology."""

from datetime import date

from motcua.inspection.catalogue.procedures.error_without_apology import error_without_apology
from motcua.inspection.period import Period
from tests.conftest import Evidence
from tests.marks import marks

MARCH = Period.of(date(2024, 3, 1), date(2024, 3, 31))


def test_an_error_is_apologised_for_by_the_day_of_the_answer(evidence: Evidence) -> None:
    engine = evidence(
        feedback="""
            feedback_id | unit_id | dossier_id | kind      | answered   | upheld
            ------------+---------+------------+-----------+------------+-------
            excused     | ward-12 | d-1        | procedure | 2024-03-10 | yes
            too-late    | ward-12 | d-2        | officer   | 2024-03-10 | yes
            silent      | ward-12 | d-3        | procedure | 2024-03-10 | yes
            accepted    | ward-12 | d-3        | proposal  | 2024-03-10 | yes
            undated     | ward-12 | d-6        | procedure | 2024-03-10 | yes
            unfounded   | ward-12 | d-4        | procedure | 2024-03-10 | no
            no-dossier  | ward-12 |            | proposal  | 2024-03-10 | yes
            unanswered  | ward-12 | d-3        | procedure |            | yes
            april       | ward-12 | d-3        | procedure | 2024-04-01 | yes
            elsewhere   | ward-13 | d-5        | procedure | 2024-03-10 | yes
        """,
        slip="""
            dossier_id | unit_id | kind    | reason | issued
            -----------+---------+---------+--------+-----------
            d-1        | ward-12 | apology | error  | 2024-03-10
            d-1        | ward-12 | apology | late   | 2024-03-20
            d-2        | ward-12 | apology | error  | 2024-03-11
            d-6        | ward-12 | apology | error  |
            d-3        | ward-12 | receipt |        | 2024-03-01
        """,
        coverage="""
            table        | unit_id | from_on    | to_on
            -------------+---------+------------+-----------
            slip/apology | ward-12 | 2024-01-01 | 2024-12-31
        """,
    )

    assert marks(error_without_apology, MARCH, engine) == {
        "excused": False,
        "too-late": True,
        "silent": True,
        "undated": None,  # a letter was sent, its day is not known
        "elsewhere": None,  # its letters were never handed in
    }


def test_a_unit_that_handed_in_its_receipts_alone_is_not_accused(evidence: Evidence) -> None:
    engine = evidence(
        feedback="""
            feedback_id | unit_id | dossier_id | kind      | answered   | upheld
            ------------+---------+------------+-----------+------------+-------
            silent      | ward-12 | d-1        | procedure | 2024-03-10 | yes
        """,
        slip="dossier_id | unit_id | kind | issued\nd-1 | ward-12 | receipt | 2024-03-01",
        coverage="""
            table        | unit_id | from_on    | to_on
            -------------+---------+------------+-----------
            slip         | ward-12 | 2024-01-01 | 2024-12-31
            slip/receipt | ward-12 | 2024-01-01 | 2024-12-31
        """,
    )

    assert marks(error_without_apology, MARCH, engine) == {"silent": None}
