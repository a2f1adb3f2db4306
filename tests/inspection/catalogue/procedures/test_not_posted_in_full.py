"""Promises of the rule on procedures posted in full."""

from datetime import date

from motcua.inspection.catalogue.procedures.not_posted_in_full import not_posted_in_full
from motcua.inspection.counting import count
from motcua.inspection.engine import Inspection
from motcua.inspection.period import Period
from motcua.inspection.programme import default_programme
from motcua.inspection.statements import Kind, conclude
from tests.conftest import Evidence
from tests.marks import marks

SPRING = Period.of(date(2023, 1, 1), date(2023, 6, 30))


UNITS = """
    unit_id
    -------
    xa-1
    xa-2
"""
COVERAGE = """
    table   | unit_id | from_on    | to_on
    --------+---------+------------+-----------
    posting | xa-1    | 2023-01-01 | 2023-12-31
    service | xa-1    | 2023-01-01 | 2023-12-31
"""


def test_each_procedure_on_offer_is_posted_complete_where_people_ask_for_it(evidence: Evidence) -> None:
    engine = evidence(
        service="""
            unit_id | procedure_code | valid_from | valid_to   | one_stop | on_site
            --------+----------------+------------+------------+----------+--------
            xa-1    | full           | 2021-01-01 |            | yes      | yes
            xa-1    | in-part        | 2021-01-01 |            | yes      |
            xa-1    | nowhere        | 2021-01-01 |            |          |
            xa-1    | market-only    | 2021-01-01 |            |          |
            xa-1    | taken-down     | 2021-01-01 |            |          |
            xa-1    | taken-later    | 2021-01-01 | 2023-06-30 |          |
            xa-1    | completed      | 2021-01-01 |            |          |
            xa-1    | no-longer      | 2021-01-01 | 2023-06-29 |          |
            xa-1    | not-here       | 2021-01-01 |            | no       | no
            xa-2    | unknown        | 2021-01-01 |            |          |
            xa-2    | known          | 2021-01-01 |            |          |
        """,
        posting="""
            unit_id | procedure_code | place   | posted     | removed    | complete
            --------+----------------+---------+------------+------------+---------
            xa-1    | full           | desk    | 2022-01-05 |            | yes
            xa-1    | full           | hamlet  | 2022-01-05 |            | no
            xa-1    | in-part        | desk    | 2022-01-05 |            | no
            xa-1    | in-part        | website | 2022-01-05 |            | yes
            xa-1    | market-only    | market  | 2022-01-05 |            | yes
            xa-1    | taken-down     | desk    | 2022-01-05 | 2023-06-30 | yes
            xa-1    | taken-later    | desk    | 2022-01-05 | 2023-07-01 |
            xa-1    | completed      | desk    | 2022-01-05 |            | no
            xa-1    | completed      | desk    | 2022-03-05 |            | yes
            xa-2    | known          | website | 2022-01-05 |            |
        """,
        coverage=COVERAGE,
    )

    assert marks(not_posted_in_full, SPRING, engine) == {
        "full": False,
        "in-part": True,
        "nowhere": True,
        "market-only": True,
        "taken-down": True,
        "taken-later": False,
        "completed": False,
        "unknown": None,
        "known": False,
    }


def test_a_unit_is_praised_from_nine_in_ten_procedures_although_one_is_not_posted(evidence: Evidence) -> None:
    offered = "\n".join(f"xa-1 | thu-tuc-{n}" for n in range(10))
    posted = "\n".join(f"xa-1 | thu-tuc-{n} | desk" for n in range(9))
    engine = evidence(
        unit=UNITS,
        service="unit_id | procedure_code\n" + offered,
        posting="unit_id | procedure_code | place\n" + posted,
        coverage=COVERAGE,
    )

    said = conclude(Inspection.open(engine, SPRING, ["xa-1"]), [not_posted_in_full], default_programme())

    assert [s.kind for s in said.statements if s.key == "TTHC-003"] == [Kind.STRENGTH, Kind.LIMITATION]


def test_the_label_is_the_latest_published_name(evidence: Evidence) -> None:
    engine = evidence(
        service="""
            unit_id | procedure_code
            --------+---------------
            xa-1    | 1.001776
        """,
        procedure="""
            procedure_code | version | name       | in_force_from
            ---------------+---------+------------+--------------
            1.001776       | 1       | Tên cũ     | 2021-01-01
            1.001776       | 2       | Tên mới    | 2022-01-01
        """,
        coverage=COVERAGE,
    )

    assert [group.about for group in count(not_posted_in_full, SPRING, engine)] == ["Tên mới"]
