"""Promises of the rule on overdue steps."""

from datetime import date

from motcua.inspection.catalogue.procedures.step_overdue import step_overdue
from motcua.inspection.period import Period
from tests.conftest import Evidence
from tests.marks import marks

MARCH = Period.of(date(2024, 3, 1), date(2024, 3, 31))


def test_each_step_is_done_by_its_own_day(evidence: Evidence) -> None:
    engine = evidence(
        dossier_step="""
            dossier_id | unit_id | step_no | sent       | due              | finished
            -----------+---------+---------+------------+------------------+-----------------
            a          | ward-12 | 1       | 2024-03-01 | 2024-03-05       | 2024-03-05
            a          | ward-12 | 2       | 2024-03-05 | 2024-03-10       | 2024-03-11
            b          | ward-12 | 1       | 2024-03-01 | 2024-03-05 11:00 | 2024-03-05 11:01
            c          | ward-12 | 1       | 2024-02-01 | 2024-02-05       |
            d          | ward-12 | 1       | 2024-03-30 | 2024-03-31       |
            e          | ward-12 | 1       | 2024-03-01 |                  | 2024-03-05
            f          | ward-13 | 1       | 2024-03-01 | 2024-03-05       |
            g          | ward-12 | 1       | 2024-02-01 | 2024-02-05       | 2024-02-20
        """,
        coverage="""
            table                 | unit_id | from_on    | to_on
            ----------------------+---------+------------+-----------
            dossier_step.finished | ward-12 | 2024-01-01 | 2024-12-31
        """,
    )

    assert marks(step_overdue, MARCH, engine) == {
        "a/1": False,
        "a/2": True,
        "b/1": True,
        "c/1": True,  # still open
        "f/1": None,
    }
