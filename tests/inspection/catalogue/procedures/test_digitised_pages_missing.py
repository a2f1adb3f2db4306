"""Promises of the rule on pages of digitised results."""

from datetime import date

from motcua.inspection.catalogue.procedures.digitised_pages_missing import digitised_pages_missing
from motcua.inspection.period import Period
from tests.conftest import Evidence
from tests.marks import marks

SPRING = Period.of(date(2023, 1, 1), date(2023, 6, 30))


def test_a_digitised_result_has_every_page(evidence: Evidence) -> None:
    engine = evidence(
        result="""
            result_id  | unit_id | dossier_id | digitised  | pages_declared | pages_found
            -----------+---------+------------+------------+----------------+------------
            whole      | xa-1    | hs-1       | 2023-02-01 | 3              | 3
            more       | xa-1    | hs-2       | 2023-02-01 | 3              | 4
            lacking    | xa-1    | hs-3       | 2023-02-01 | 3              | 2
            uncounted  | xa-1    | hs-4       | 2023-02-01 | 3              |
            drawn      | xa-1    | hs-5       | 2023-02-01 |                | 2
            drawn-full | xa-1    | hs-6       | 2023-02-01 |                |
            later      | xa-1    | hs-7       | 2023-07-01 | 3              | 2
        """,
        sample="""
            sample_id | unit_id | dossier_id
            ----------+---------+-----------
            first     | xa-1    | hs-5
            first     | xa-1    | hs-6
        """,
        sample_check="""
            sample_id | dossier_id | item           | verdict
            ----------+------------+----------------+--------
            first     | hs-5       | pages_complete | no
            first     | hs-6       | pages_complete | yes
        """,
    )

    assert marks(digitised_pages_missing, SPRING, engine) == {
        "whole": False,
        "more": False,
        "lacking": True,
        "uncounted": None,
        "drawn": True,
        "drawn-full": False,
    }
