"""Promises of the rule: recruitment plan missing."""

from datetime import date

from motcua.inspection.catalogue.civil_service.recruitment_plan_missing import recruitment_plan_missing
from motcua.inspection.engine import Inspection
from motcua.inspection.period import Period
from motcua.inspection.programme import default_programme
from motcua.inspection.statements import Kind, conclude
from tests.conftest import Evidence
from tests.marks import marks

PERIOD = Period.of(date(2023, 1, 1), date(2023, 7, 27))


def test_a_group_with_a_quota_to_fill_has_a_plan(evidence: Evidence) -> None:
    engine = evidence(
        recruitment="""
            unit_id | year | post_group      | quota | plan_issued
            --------+------+-----------------+-------+------------
            unit-1  | 2023 | civil_servant   | 3     | 2023-02-01
            unit-1  | 2023 | teacher         | 40    |
            unit-1  | 2023 | driver          | 0     |
            unit-1  | 2022 | teacher         | 40    |
            unit-3  | 2023 | public_employee | 5     |
        """,
        coverage="""
            table                   | unit_id | from_on    | to_on
            ------------------------+---------+------------+-----------
            recruitment.plan_issued | unit-1  | 2023-01-01 | 2023-12-31
            recruitment.plan_issued | unit-2  | 2023-01-01 | 2023-12-31
        """,
    )

    assert marks(recruitment_plan_missing, PERIOD, engine) == {
        "2023/civil_servant": False,
        "2023/teacher": True,
        "2023/public_employee": None,
    }


def test_most_groups_with_a_plan_are_praised_while_the_one_without_is_named(evidence: Evidence) -> None:
    engine = evidence(
        unit="""
            unit_id | name | level    | kind
            --------+------+----------+----------
            unit-1  | A    | district | committee
        """,
        recruitment="""
            unit_id | year | post_group      | quota | plan_issued
            --------+------+-----------------+-------+------------
            unit-1  | 2023 | civil_servant   | 3     | 2023-02-01
            unit-1  | 2023 | public_employee | 3     | 2023-02-01
            unit-1  | 2023 | teacher         | 40    |
        """,
        coverage="""
            table                   | unit_id | from_on    | to_on
            ------------------------+---------+------------+-----------
            recruitment.plan_issued | unit-1  | 2023-01-01 | 2023-12-31
        """,
    )
    inspection = Inspection.open(engine, PERIOD, ["unit-1"])
    said = {s.kind: s.text for s in conclude(inspection, [recruitment_plan_missing], default_programme()).statements}

    assert "công chức; viên chức" in said[Kind.STRENGTH]
    assert "giáo viên" in said[Kind.LIMITATION]
    assert "giáo viên" not in said[Kind.STRENGTH]
