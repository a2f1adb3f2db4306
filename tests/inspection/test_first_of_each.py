"""Promises of the expression that keeps one row of each."""

import ibis

from motcua.evidence.tables import staff
from motcua.inspection.expressions import first_of_each
from tests.conftest import Evidence


def test_the_latest_row_of_each_person_is_kept_and_the_earlier_line_where_two_are_as_late(evidence: Evidence) -> None:
    engine = evidence(
        staff="""
            person | unit_id | role       | valid_from
            -------+---------+------------+-----------
            p1     | ward-12 | reception  | 2022-01-01
            p1     | ward-12 | leader     | 2023-01-01
            p2     | ward-12 | reception  | 2022-01-01
            p2     | ward-12 | specialist | 2022-01-01
            p1     | ward-13 | reception  | 2021-01-01
        """
    )
    kept = engine.rows(first_of_each(staff, "unit_id", "person", by=ibis.desc("valid_from")))

    assert sorted((row["unit_id"], row["person"], row["role"]) for row in kept) == [
        ("ward-12", "p1", "leader"),
        ("ward-12", "p2", "reception"),
        ("ward-13", "p1", "reception"),
    ]
