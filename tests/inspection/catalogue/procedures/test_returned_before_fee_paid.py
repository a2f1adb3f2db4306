"""Promises of the rule on results given before the fee was paid."""

from datetime import date

from motcua.inspection.catalogue.procedures.returned_before_fee_paid import returned_before_fee_paid
from motcua.inspection.period import Period
from tests.conftest import Evidence
from tests.marks import marks

MARCH = Period.of(date(2024, 3, 1), date(2024, 3, 31))


def test_the_fee_is_paid_before_the_result_is_given(evidence: Evidence) -> None:
    engine = evidence(
        dossier="""
            dossier_id | unit_id | received   | returned         | fee_due
            -----------+---------+------------+------------------+--------
            before     | ward-12 | 2024-03-01 | 2024-03-05       | 8000
            same-day   | ward-12 | 2024-03-01 | 2024-03-05 10:00 | 8000
            minutes    | ward-12 | 2024-03-01 | 2024-03-05 10:00 | 8000
            in-parts   | ward-12 | 2024-03-01 | 2024-03-05       | 8000
            after      | ward-12 | 2024-03-01 | 2024-03-05       | 8000
            never      | ward-12 | 2024-03-01 | 2024-03-05       | 8000
            undated    | ward-12 | 2024-03-01 | 2024-03-05       | 8000
            outside    | ward-13 | 2024-03-01 | 2024-03-05       | 8000
            free       | ward-12 | 2024-03-01 | 2024-03-05       | 0
            not-known  | ward-12 | 2024-03-01 | 2024-03-05       |
            waiting    | ward-12 | 2024-03-01 |                  | 8000
        """,
        payment="""
            payment_id | unit_id | dossier_id | paid
            -----------+---------+------------+-----------------
            1          | ward-12 | before     | 2024-03-01
            2          | ward-12 | same-day   | 2024-03-05
            3          | ward-12 | minutes    | 2024-03-05 10:01
            4          | ward-12 | in-parts   | 2024-03-01
            5          | ward-12 | in-parts   | 2024-03-06
            6          | ward-12 | after      | 2024-03-06
            7          | ward-12 | undated    |
        """,
        coverage="""
            table   | unit_id | from_on    | to_on
            --------+---------+------------+-----------
            payment | ward-12 | 2024-01-01 | 2024-12-31
        """,
    )

    assert marks(returned_before_fee_paid, MARCH, engine) == {
        "before": False,
        "same-day": False,
        "minutes": False,  # at the counter both are entered within minutes
        "in-parts": False,
        "after": True,
        "never": True,
        "undated": None,
        "outside": None,
    }


def test_the_post_and_payments_that_name_no_dossier_accuse_nobody(evidence: Evidence) -> None:
    engine = evidence(
        unit="""
            unit_id | kind      | level
            --------+-----------+--------
            ward-12 | committee | commune
            ward-13 | committee | commune
            post-1  | post      | commune
        """,
        dossier="""
            dossier_id | unit_id | received   | returned   | fee_due | returned_by_unit_id | channel
            -----------+---------+------------+------------+---------+---------------------+--------
            at-desk    | ward-12 | 2024-03-01 | 2024-03-05 | 8000    | ward-12             | counter
            delivered  | ward-12 | 2024-03-01 | 2024-03-05 | 8000    | post-1              | counter
            by-letter  | ward-12 | 2024-03-01 | 2024-03-05 | 8000    |                     | post
            unpaid     | ward-12 | 2024-03-01 | 2024-03-05 | 8000    | ward-12             | counter
            maybe-paid | ward-13 | 2024-03-01 | 2024-03-05 | 8000    | ward-13             | counter
        """,
        payment="""
            payment_id | unit_id | dossier_id | paid
            -----------+---------+------------+-----------
            1          | ward-12 | at-desk    | 2024-03-07
            2          | ward-12 | delivered  | 2024-03-07
            3          | ward-12 | by-letter  | 2024-03-07
            4          | ward-13 |            | 2024-03-05
        """,
        coverage="""
            table   | unit_id | from_on    | to_on
            --------+---------+------------+-----------
            payment | ward-12 | 2024-01-01 | 2024-12-31
            payment | ward-13 | 2024-01-01 | 2024-12-31
        """,
    )

    assert marks(returned_before_fee_paid, MARCH, engine) == {
        "at-desk": True,
        "delivered": None,  # the fee may be taken on delivery
        "by-letter": None,
        "unpaid": True,
        "maybe-paid": None,
    }
