"""Promises of the rule on originals kept in certification."""

from datetime import date

from motcua.inspection.catalogue.procedures.original_kept import original_kept
from motcua.inspection.period import Period
from tests.conftest import Evidence
from tests.marks import marks

SPRING = Period.of(date(2023, 1, 1), date(2023, 6, 30))


PROCEDURES = """
    procedure_code | version | name               | domain    | in_force_from
    ---------------+---------+--------------------+-----------+--------------
    contract       | 1       | Chứng thực hợp đồng | Chứng thực | 2021-01-01
    contract       | 2       | Chứng thực hợp đồng | Chứng thực | 2023-03-01
    birth          | 1       | Đăng ký khai sinh  | Hộ tịch   | 2021-01-01
"""
COMPONENTS = """
    procedure_code | version | component_no | keeps_original
    ---------------+---------+--------------+---------------
    contract       | 1       | 1            | yes
    contract       | 1       | 2            | no
    contract       | 2       | 1            | yes
    contract       | 2       | 2            | yes
    contract       | 2       | 3            | no
    birth          | 1       | 1            | no
"""


def test_no_original_is_kept_of_a_paper_that_is_only_compared(evidence: Evidence) -> None:
    engine = evidence(
        procedure=PROCEDURES,
        procedure_component=COMPONENTS,
        dossier="""
            dossier_id  | unit_id | procedure_code | procedure_version | received
            ------------+---------+----------------+-------------------+-----------
            kept        | xa-1    | contract       | 1                 | 2023-02-01
            kept-once   | xa-1    | contract       | 1                 | 2023-02-01
            lawful      | xa-1    | contract       | 1                 | 2023-02-01
            copied      | xa-1    | contract       | 1                 | 2023-02-01
            silent      | xa-1    | contract       | 1                 | 2023-02-01
            paper-kept  | xa-1    | contract       | 1                 | 2023-02-01
            paper-clean | xa-1    | contract       | 1                 | 2023-02-01
            day-before  | xa-1    | contract       |                   | 2023-02-28
            day-of      | xa-1    | contract       |                   | 2023-03-01
            other-field | xa-1    | birth          | 1                 | 2023-02-01
            last-year   | xa-1    | contract       | 1                 | 2022-12-31
        """,
        dossier_component="""
            unit_id | dossier_id  | component_no | procedure_component_no | form     | kept_original
            --------+-------------+--------------+------------------------+----------+--------------
            xa-1    | kept        | 1            | 1                      | original | yes
            xa-1    | kept        | 2            | 2                      | original | yes
            xa-1    | kept-once   | 1            | 2                      | copy     | no
            xa-1    | kept-once   | 2            | 2                      | original | yes
            xa-1    | lawful      | 1            | 1                      | original | yes
            xa-1    | lawful      | 2            | 2                      | original | no
            xa-1    | copied      | 2            | 2                      | copy     |
            xa-1    | silent      | 2            | 2                      | original |
            xa-1    | paper-kept  | 2            | 2                      |          |
            xa-1    | day-before  | 2            | 2                      | original | yes
            xa-1    | day-of      | 2            | 2                      | original | yes
            xa-1    | day-of      | 3            | 3                      | original | no
            xa-1    | other-field | 1            | 1                      | original | yes
            xa-1    | last-year   | 2            | 2                      | original | yes
        """,
        sample="""
            sample_id | unit_id | dossier_id
            ----------+---------+------------
            first     | xa-1    | paper-kept
            first     | xa-1    | paper-clean
            first     | xa-1    | kept
        """,
        sample_check="""
            sample_id | dossier_id  | item          | verdict
            ----------+-------------+---------------+--------
            first     | paper-kept  | original_kept | yes
            first     | paper-clean | original_kept | no
            first     | kept        | original_kept | no
        """,
    )

    assert marks(original_kept, SPRING, engine) == {
        "kept": True,
        "kept-once": True,
        "lawful": False,
        "copied": False,
        "silent": None,
        "paper-kept": True,
        "paper-clean": False,
        "day-before": True,
        "day-of": False,  # from this day the second paper may be kept
    }
