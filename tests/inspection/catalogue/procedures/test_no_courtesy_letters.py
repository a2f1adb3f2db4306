"""Promises of the rule on letters of congratulation and condolence."""

from datetime import date

from motcua.inspection.catalogue.procedures.no_courtesy_letters import no_courtesy_letters
from motcua.inspection.period import Period
from motcua.inspection.verdict import Outcome
from tests.conftest import Evidence
from tests.marks import marks, outcome

MARCH = Period.of(date(2024, 3, 1), date(2024, 3, 31))


def test_one_letter_in_the_period_is_enough_and_none_is_too_few_inside_coverage(evidence: Evidence) -> None:
    engine = evidence(
        courtesy_letter="""
            letter_id | unit_id | kind           | issued
            ----------+---------+----------------+-----------
            first     | ward-12 | congratulation | 2024-03-01
            undated   | ward-12 | condolence     |
            april     | ward-13 | condolence     | 2024-04-01
        """,
        coverage="""
            table                          | unit_id | from_on    | to_on
            -------------------------------+---------+------------+-----------
            courtesy_letter/congratulation | ward-13 | 2024-01-01 | 2024-12-31
            courtesy_letter/condolence     | ward-13 | 2024-01-01 | 2024-12-31
            courtesy_letter/congratulation | ward-14 | 2024-03-02 | 2024-12-31
            courtesy_letter/condolence     | ward-14 | 2024-03-02 | 2024-12-31
        """,
        unit="unit_id\nward-12\nward-13\nward-14",
    )

    assert marks(no_courtesy_letters, MARCH, engine) == {"first": False}
    assert outcome(no_courtesy_letters, MARCH, engine, "ward-12") is Outcome.MET
    assert outcome(no_courtesy_letters, MARCH, engine, "ward-13") is Outcome.BREACHED
    assert outcome(no_courtesy_letters, MARCH, engine, "ward-14") is Outcome.NOT_ASSESSABLE


def test_a_unit_that_handed_in_one_kind_of_letters_alone_is_not_accused(evidence: Evidence) -> None:
    engine = evidence(
        unit="unit_id\nward-12",
        courtesy_letter="letter_id | unit_id | kind | issued\nearlier | ward-12 | congratulation | 2024-02-01",
        coverage="""
            table                          | unit_id | from_on    | to_on
            -------------------------------+---------+------------+-----------
            courtesy_letter                | ward-12 | 2024-01-01 | 2024-12-31
            courtesy_letter/congratulation | ward-12 | 2024-01-01 | 2024-12-31
        """,
    )

    assert outcome(no_courtesy_letters, MARCH, engine, "ward-12") is Outcome.NOT_ASSESSABLE
