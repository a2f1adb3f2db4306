"""Promises of the rule on a second supplement."""

from datetime import date

from motcua.inspection.catalogue.procedures.second_supplement import second_supplement
from motcua.inspection.period import Period
from tests.conftest import Evidence
from tests.marks import marks

MARCH = Period.of(date(2024, 3, 1), date(2024, 3, 31))


def test_a_dossier_may_be_asked_to_be_completed_once(evidence: Evidence) -> None:
    engine = evidence(
        dossier="""
            dossier_id | unit_id | received   | finished   | supplement_requests
            -----------+---------+------------+------------+--------------------
            never      | ward-12 | 2024-03-01 | 2024-03-09 | 0
            once       | ward-12 | 2024-03-01 | 2024-03-09 | 1
            twice      | ward-12 | 2024-03-01 | 2024-03-09 | 2
            two-slips  | ward-12 | 2024-03-01 | 2024-03-09 | 1
            slips-only | ward-12 | 2024-03-01 | 2024-03-09 |
            no-slips   | ward-12 | 2024-03-01 | 2024-03-09 |
            unknown    | ward-13 | 2024-03-01 | 2024-03-09 |
            known      | ward-13 | 2024-03-01 | 2024-03-09 | 1
            open       | ward-13 | 2024-02-01 |            | 3
            long-gone  | ward-12 | 2024-01-01 | 2024-02-09 | 3
        """,
        slip="""
            slip_id | dossier_id | unit_id | kind       | issued
            --------+------------+---------+------------+-----------
            1       | two-slips  | ward-12 | supplement | 2024-03-02
            2       | two-slips  | ward-12 | supplement | 2024-03-05
            3       | slips-only | ward-12 | supplement | 2024-03-02
            4       | slips-only | ward-12 | supplement | 2024-03-05
            5       | once       | ward-12 | supplement | 2024-03-02
            6       | once       | ward-12 | receipt    | 2024-03-01
        """,
        coverage="""
            table           | unit_id | from_on    | to_on
            ----------------+---------+------------+-----------
            slip/supplement | ward-12 | 2024-01-01 | 2024-12-31
        """,
    )

    assert marks(second_supplement, MARCH, engine) == {
        "never": False,
        "once": False,
        "twice": True,
        "two-slips": True,
        "slips-only": True,
        "no-slips": False,
        "unknown": None,  # neither a count nor the slips were handed in
        "known": False,
        "open": True,
    }


def test_of_a_unit_that_handed_in_its_receipts_alone_nobody_knows_how_often_it_asked(evidence: Evidence) -> None:
    engine = evidence(
        dossier="""
            dossier_id | unit_id | received   | finished
            -----------+---------+------------+-----------
            uncounted  | ward-12 | 2024-03-01 | 2024-03-09
        """,
        slip="dossier_id | unit_id | kind | issued\nuncounted | ward-12 | receipt | 2024-03-01",
        coverage="""
            table        | unit_id | from_on    | to_on
            -------------+---------+------------+-----------
            slip         | ward-12 | 2024-01-01 | 2024-12-31
            slip/receipt | ward-12 | 2024-01-01 | 2024-12-31
        """,
    )

    assert marks(second_supplement, MARCH, engine) == {"uncounted": None}
