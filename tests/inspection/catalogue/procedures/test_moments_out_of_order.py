"""Promises of the rule on moments in an impossible order."""

from datetime import date

from motcua.inspection.catalogue.procedures.moments_out_of_order import moments_out_of_order
from motcua.inspection.period import Period
from tests.conftest import Evidence
from tests.marks import marks

MARCH = Period.of(date(2024, 3, 1), date(2024, 3, 31))


def test_a_dossier_is_received_then_settled_then_returned(evidence: Evidence) -> None:
    engine = evidence(
        dossier="""
            dossier_id    | unit_id | received         | first_due  | finished         | issued     | returned
            --------------+---------+------------------+------------+------------------+------------+-----------
            in-order      | ward-12 | 2024-03-01 09:00 | 2024-03-08 | 2024-03-05 10:00 | 2024-03-05 | 2024-03-06
            at-once       | ward-12 | 2024-03-01       | 2024-03-01 | 2024-03-01       | 2024-03-01 | 2024-03-01
            hour-unknown  | ward-12 | 2024-03-01 09:00 |            | 2024-03-01       |            |
            ended-before  | ward-12 | 2024-03-05       |            | 2024-03-04       |            |
            minutes-early | ward-12 | 2024-03-01 09:00 |            | 2024-03-01 08:59 |            |
            given-before  | ward-12 | 2024-03-01       |            | 2024-03-06       |            | 2024-03-05
            not-issued    | ward-12 | 2024-03-01       |            | 2024-03-04       | 2024-03-07 | 2024-03-05
            due-before    | ward-12 | 2024-03-02       | 2024-03-01 |                  |            |
            just-in       | ward-12 | 2024-03-02       |            |                  |            |
            next-month    | ward-12 | 2024-04-02       | 2024-04-01 |                  |            |
        """,
    )

    assert marks(moments_out_of_order, MARCH, engine) == {
        "in-order": False,
        "at-once": False,
        "hour-unknown": False,
        "ended-before": True,
        "minutes-early": True,
        "given-before": True,
        "not-issued": True,
        "due-before": True,
        "just-in": None,  # nothing to compare yet
    }
