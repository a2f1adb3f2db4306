"""Promises of the rule on papers listed on receipts."""

from datetime import date

from motcua.inspection.catalogue.procedures.receipt_without_components import receipt_without_components
from motcua.inspection.period import Period
from tests.conftest import Evidence
from tests.marks import marks

SPRING = Period.of(date(2023, 1, 1), date(2023, 6, 30))


PROCEDURES = """
    procedure_code | version | in_force_from
    ---------------+---------+--------------
    two-papers     | 1       | 2021-01-01
"""
COMPONENTS = """
    procedure_code | version | component_no | originals | copies | replaced_by_data
    ---------------+---------+--------------+-----------+--------+-----------------
    two-papers     | 1       | 1            | 1         | 0      | no
    two-papers     | 1       | 2            | 0         | 1      |
    two-papers     | 1       | 3            | 1         |        | yes
    two-papers     | 1       | 4            | 0         | 0      | no
"""


def test_a_receipt_lists_at_least_the_papers_that_the_procedure_asks_for(evidence: Evidence) -> None:
    engine = evidence(
        procedure=PROCEDURES,
        procedure_component=COMPONENTS,
        dossier="""
            dossier_id | unit_id | procedure_code | received
            -----------+---------+----------------+-----------
            full       | xa-1    | two-papers     | 2023-02-01
            blank      | xa-1    | two-papers     | 2023-02-01
            short      | xa-1    | two-papers     | 2023-02-01
            any        | xa-1    | unpublished    | 2023-02-01
            none       | xa-1    | unpublished    | 2023-02-01
            counted    | xa-2    | two-papers     | 2023-02-01
            half       | xa-2    | two-papers     | 2023-02-01
            unlisted   | xa-2    | two-papers     | 2023-02-01
            drawn      | xa-3    | two-papers     | 2023-02-01
            drawn-full | xa-3    | two-papers     | 2023-02-01
            unknown    | xa-3    | two-papers     | 2023-02-01
            old        | xa-1    | two-papers     | 2022-12-31
        """,
        slip="""
            slip_id    | dossier_id | unit_id | kind    | component_rows
            -----------+------------+---------+---------+---------------
            full       | full       | xa-1    | receipt | 2
            blank      | blank      | xa-1    | receipt | 0
            short      | short      | xa-1    | receipt | 1
            any        | any        | xa-1    | receipt | 1
            none       | none       | xa-1    | receipt | 0
            counted    | counted    | xa-2    | receipt |
            half       | half       | xa-2    | receipt |
            unlisted   | unlisted   | xa-2    | receipt |
            drawn      | drawn      | xa-3    | receipt |
            drawn-full | drawn-full | xa-3    | receipt |
            unknown    | unknown    | xa-3    | receipt |
            control    | full       | xa-1    | control | 0
            old        | old        | xa-1    | receipt | 0
        """,
        dossier_component="""
            unit_id | dossier_id | component_no
            --------+------------+-------------
            xa-1    | blank      | 1
            xa-1    | blank      | 2
            xa-2    | counted    | 1
            xa-2    | counted    | 2
            xa-2    | half       | 1
        """,
        coverage="""
            table             | unit_id | from_on    | to_on
            ------------------+---------+------------+-----------
            dossier_component | xa-2    | 2023-01-01 | 2023-12-31
        """,
        sample="""
            sample_id | unit_id | dossier_id
            ----------+---------+-----------
            first     | xa-3    | drawn
            first     | xa-3    | drawn-full
        """,
        sample_check="""
            sample_id | dossier_id | item              | verdict
            ----------+------------+-------------------+--------
            first     | drawn      | components_listed | no
            first     | drawn-full | components_listed | yes
        """,
    )

    assert marks(receipt_without_components, SPRING, engine) == {
        "full": False,
        "blank": True,
        "short": True,
        "any": False,
        "none": True,
        "counted": False,
        "half": True,
        "unlisted": True,
        "drawn": True,
        "drawn-full": False,
        "unknown": None,
    }


def test_papers_asked_of_some_applicants_or_listed_twice_need_not_stand_on_every_receipt(evidence: Evidence) -> None:
    engine = evidence(
        procedure=PROCEDURES,
        procedure_component="""
            procedure_code | version | component_no | originals | name
            ---------------+---------+--------------+-----------+----------------------------------------------
            two-papers     | 1       | 1            | 1         | Tờ khai
            two-papers     | 1       | 2            | 1         | Tờ khai
            two-papers     | 1       | 3            | 1         | Giấy chứng sinh
            two-papers     | 1       | 4            | 1         | Trường hợp không có giấy chứng sinh: văn bản
            two-papers     | 1       | 5            | 1         | Văn bản ủy quyền
        """,
        dossier="""
            dossier_id | unit_id | procedure_code | received
            -----------+---------+----------------+-----------
            usual      | xa-1    | two-papers     | 2023-02-01
            short      | xa-1    | two-papers     | 2023-02-01
        """,
        slip="""
            slip_id | dossier_id | unit_id | kind    | component_rows
            --------+------------+---------+---------+---------------
            usual   | usual      | xa-1    | receipt | 2
            short   | short      | xa-1    | receipt | 1
        """,
    )

    assert marks(receipt_without_components, SPRING, engine) == {"usual": False, "short": True}
