"""Promises of the rule on papers beyond the published list."""

from datetime import date

from motcua.inspection.catalogue.procedures.components_beyond_list import components_beyond_list
from motcua.inspection.period import Period
from tests.conftest import Evidence
from tests.marks import marks

MARCH = Period.of(date(2024, 3, 1), date(2024, 3, 31))


def test_a_paper_that_the_version_does_not_list_may_not_be_asked_for(evidence: Evidence) -> None:
    engine = evidence(
        dossier="""
            dossier_id  | unit_id | received   | procedure_code | procedure_version
            ------------+---------+------------+----------------+------------------
            as-listed   | ward-12 | 2024-03-01 | 1.001          | 2
            beyond      | ward-12 | 2024-03-01 | 1.001          | 2
            dropped     | ward-12 | 2024-03-01 | 1.001          | 2
            older-list  | ward-12 | 2024-03-01 | 1.001          | 1
            by-day      | ward-12 | 2024-03-01 | 1.001          |
            unnumbered  | ward-12 | 2024-03-01 | 1.001          | 2
            uncovered   | ward-13 | 2024-03-01 | 1.001          | 2
            proved      | ward-13 | 2024-03-01 | 1.001          | 2
            unpublished | ward-12 | 2024-03-01 | 1.999          | 1
            no-papers   | ward-12 | 2024-03-01 | 1.001          | 2
            in-april    | ward-12 | 2024-04-01 | 1.001          | 2
        """,
        dossier_component="""
            unit_id | dossier_id  | component_no | procedure_component_no
            --------+-------------+--------------+-----------------------
            ward-12 | as-listed   | 1            | 1
            ward-12 | as-listed   | 2            | 2
            ward-12 | beyond      | 1            | 1
            ward-12 | beyond      | 2            | 9
            ward-12 | dropped     | 1            | 3
            ward-12 | older-list  | 1            | 3
            ward-12 | by-day      | 1            | 3
            ward-12 | unnumbered  | 1            | 1
            ward-12 | unnumbered  | 2            |
            ward-13 | uncovered   | 1            |
            ward-13 | proved      | 1            | 1
            ward-12 | unpublished | 1            | 1
            ward-12 | in-april    | 1            | 9
        """,
        procedure="""
            procedure_code | version | in_force_from | in_force_to
            ---------------+---------+---------------+------------
            1.001          | 1       | 2021-01-01    | 2023-12-31
            1.001          | 2       | 2024-01-01    |
            1.999          | 1       | 2021-01-01    |
        """,
        procedure_component="""
            procedure_code | version | component_no
            ---------------+---------+-------------
            1.001          | 1       | 1
            1.001          | 1       | 2
            1.001          | 1       | 3
            1.001          | 2       | 1
            1.001          | 2       | 2
        """,
        coverage="""
            table                                    | unit_id | from_on    | to_on
            -----------------------------------------+---------+------------+-----------
            dossier_component.procedure_component_no | ward-12 | 2024-01-01 | 2024-12-31
        """,
    )

    assert marks(components_beyond_list, MARCH, engine) == {
        "as-listed": False,
        "beyond": True,
        "dropped": True,  # the new version no longer asks for it
        "older-list": False,
        "by-day": True,
        "unnumbered": True,
        "uncovered": None,
        "proved": False,
        "unpublished": None,  # the catalogue has no list of it
    }
