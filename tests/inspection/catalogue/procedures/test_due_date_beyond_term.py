"""Promises of the rule on due dates beyond the legal term."""

from datetime import date

from motcua.inspection.catalogue.procedures.due_date_beyond_term import due_date_beyond_term
from motcua.inspection.period import Period
from tests.conftest import Evidence
from tests.marks import marks

MARCH = Period.of(date(2024, 3, 1), date(2024, 3, 31))
PROCEDURES = """
    procedure_code | version | in_force_from | in_force_to | term_value | term_unit
    ---------------+---------+---------------+-------------+------------+-------------
    days           | 1       | 2020-01-01    |             | 5          | working_day
    days           | 2       | 2024-03-15    |             | 3          | working_day
    calendar       | 1       | 2020-01-01    |             | 10         | calendar_day
    hours          | 1       | 2020-01-01    |             | 8          | hour
    months         | 1       | 2020-01-01    |             | 1          | month
    no-term        | 1       | 2020-01-01    |             |            |
"""


def test_the_promised_day_lies_within_the_term_of_the_version_in_force(evidence: Evidence) -> None:
    engine = evidence(
        dossier="""
            dossier_id   | unit_id | procedure_code | channel | received   | first_due  | due
            -------------+---------+----------------+---------+------------+------------+-----------
            fifth-day    | ward-12 | days           | counter | 2024-03-07 | 2024-03-14 | 2024-03-29
            sixth-day    | ward-12 | days           | counter | 2024-03-07 | 2024-03-15 | 2024-03-15
            online       | ward-12 | days           | online  | 2024-03-07 | 2024-03-15 | 2024-03-15
            new-version  | ward-12 | days           | counter | 2024-03-18 | 2024-03-22 | 2024-03-22
            maybe-longer | ward-12 | days           | counter | 2024-03-07 |            | 2024-03-15
            due-in-term  | ward-12 | days           | counter | 2024-03-07 |            | 2024-03-14
            weekend      | ward-12 | calendar       | counter | 2024-03-06 | 2024-03-18 | 2024-03-18
            past-weekend | ward-12 | calendar       | counter | 2024-03-06 | 2024-03-19 | 2024-03-19
            workday      | ward-12 | calendar       | counter | 2024-03-05 | 2024-03-15 | 2024-03-15
            past-workday | ward-12 | calendar       | counter | 2024-03-05 | 2024-03-18 | 2024-03-18
            next-day     | ward-12 | hours          | counter | 2024-03-07 | 2024-03-08 | 2024-03-08
            two-days     | ward-12 | hours          | counter | 2024-03-07 | 2024-03-11 | 2024-03-11
            month        | ward-12 | months         | counter | 2024-03-07 | 2024-05-07 | 2024-05-07
            no-term      | ward-12 | no-term        | counter | 2024-03-07 | 2024-05-07 | 2024-05-07
            unpublished  | ward-12 | other          | counter | 2024-03-07 | 2024-05-07 | 2024-05-07
            not-promised | ward-12 | days           | counter | 2024-03-07 |            |
            april        | ward-12 | days           | counter | 2024-04-01 | 2024-04-30 | 2024-04-30
        """,
        procedure=PROCEDURES,
    )

    assert marks(due_date_beyond_term, MARCH, engine) == {
        "fifth-day": False,
        "sixth-day": True,
        "online": False,  # it may have come after office hours
        "new-version": True,
        "maybe-longer": None,  # a new day may have been given since
        "due-in-term": False,
        "weekend": False,  # the tenth day is a Saturday
        "past-weekend": True,
        "workday": False,
        "past-workday": True,
        "next-day": False,
        "two-days": True,
        "month": None,
        "not-promised": None,
    }


def test_a_dossier_that_had_to_be_completed_begins_a_new_term(evidence: Evidence) -> None:
    engine = evidence(
        dossier="""
            dossier_id | unit_id | procedure_code | received   | first_due  | due        | supplement_requests
            -----------+---------+----------------+------------+------------+------------+--------------------
            at-once    | ward-12 | days           | 2024-03-07 | 2024-03-15 | 2024-03-15 | 0
            completed  | ward-12 | days           | 2024-03-07 | 2024-03-15 | 2024-03-15 | 1
        """,
        procedure=PROCEDURES,
    )

    assert marks(due_date_beyond_term, MARCH, engine) == {"at-once": True, "completed": None}
