"""Promises of the rule on dossiers closed in the software before they were settled."""

from datetime import date

from motcua.inspection.catalogue.procedures.closed_before_settled import closed_before_settled
from motcua.inspection.period import Period
from tests.conftest import Evidence
from tests.marks import marks

MARCH = Period.of(date(2024, 3, 1), date(2024, 3, 31))


def test_a_dossier_is_closed_only_once_its_result_is_issued(evidence: Evidence) -> None:
    engine = evidence(
        dossier="""
            dossier_id    | unit_id | finished         | issued     | returned   | status
            --------------+---------+------------------+------------+------------+-------------
            in-step       | ward-12 | 2024-03-10 10:00 |            |            | settled
            hour-early    | ward-12 | 2024-03-10 10:00 |            |            | settled
            day-early     | ward-12 | 2024-03-10       |            |            | returned
            two-results   | ward-12 | 2024-03-10       |            |            | settled
            own-word      | ward-12 | 2024-03-10       | 2024-03-12 |            | settled
            own-word-fine | ward-12 | 2024-03-10       | 2024-03-09 |            | settled
            no-result     | ward-12 | 2024-03-10       |            |            | settled
            never-issued  | ward-12 | 2024-03-10       |            |            |
            no-day        | ward-12 |                  |            | 2024-03-11 | returned
            closed-today  | ward-12 | 2024-03-31       |            |            | settled
            no-status     | ward-12 | 2024-03-10       |            |            |
            withdrawn     | ward-12 | 2024-03-10       |            |            | withdrawn
            refused       | ward-12 | 2024-03-10       |            |            | not_received
            february      | ward-12 | 2024-02-29       |            |            | settled
            no-list       | ward-13 | 2024-03-10       |            |            | settled
            no-column     | ward-14 | 2024-03-10       |            |            | settled
        """,
        result="""
            result_id | dossier_id   | unit_id | issued
            ----------+--------------+---------+-----------------
            r1        | in-step      | ward-12 | 2024-03-10 10:00
            r2        | hour-early   | ward-12 | 2024-03-10 11:00
            r3        | day-early    | ward-12 | 2024-03-11
            r4        | two-results  | ward-12 | 2024-03-09
            r5        | two-results  | ward-12 | 2024-03-15 08:00
            r6        | never-issued | ward-12 |
            r7        | no-column    | ward-14 |
        """,
        coverage="""
            table         | unit_id | from_on    | to_on
            --------------+---------+------------+-----------
            result        | ward-12 | 2024-01-01 | 2024-12-31
            result.issued | ward-12 | 2024-01-01 | 2024-12-31
            result        | ward-14 | 2024-01-01 | 2024-12-31
        """,
    )

    assert marks(closed_before_settled, MARCH, engine) == {
        "in-step": False,
        "hour-early": True,
        "day-early": True,
        "two-results": False,
        "own-word": True,
        "own-word-fine": False,
        "no-result": True,
        "never-issued": True,
        "no-day": True,
        "closed-today": None,
        "no-status": None,  # it may have been withdrawn
        "no-list": None,
        "no-column": None,
    }
