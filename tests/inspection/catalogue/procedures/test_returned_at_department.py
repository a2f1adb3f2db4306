"""Promises of the rule on results handed out by a department."""

from datetime import date

from motcua.inspection.catalogue.procedures.returned_at_department import returned_at_department
from motcua.inspection.period import Period
from tests.conftest import Evidence
from tests.marks import marks

MARCH = Period.of(date(2024, 3, 1), date(2024, 3, 31))


def test_a_department_does_not_hand_out_results(evidence: Evidence) -> None:
    engine = evidence(
        dossier="""
            dossier_id   | unit_id | returned   | returned_by_unit_id
            -------------+---------+------------+--------------------
            desk         | dist-1  | 2024-03-10 | dist-1-desk
            post         | dist-1  | 2024-03-10 | post-1
            department   | dist-1  | 2024-03-31 | dist-1-home
            not-said     | dist-1  | 2024-03-10 |
            unknown-unit | dist-1  | 2024-03-10 | nobody
            not-returned | dist-1  |            | dist-1-home
            april        | dist-1  | 2024-04-01 | dist-1-home
        """,
        unit="""
            unit_id     | kind       | parent_id
            ------------+------------+----------
            dist-1      | committee  |
            dist-1-desk | one_stop   | dist-1
            dist-1-home | department | dist-1
            post-1      | post       |
        """,
    )

    assert marks(returned_at_department, MARCH, engine) == {
        "desk": False,
        "post": False,
        "department": True,
        "not-said": None,
        "unknown-unit": None,
    }
