"""Promises of the rule: absent without reason."""

from datetime import date

from motcua.inspection.catalogue.civil_service.absent_without_reason import absent_without_reason
from motcua.inspection.period import Period
from tests.conftest import Evidence
from tests.marks import marks

PERIOD = Period.of(date(2023, 1, 1), date(2023, 7, 27))


def test_who_is_expected_is_there_or_has_a_reason(evidence: Evidence) -> None:
    engine = evidence(
        duty_record="""
            person   | unit_id | day        | expected | present | reason
            ---------+---------+------------+----------+---------+--------
            there    | unit-1  | 2023-03-01 | yes      | yes     |
            ill      | unit-1  | 2023-03-01 | yes      | no      | nghỉ ốm
            missing  | unit-1  | 2023-03-01 | yes      | no      |
            on-leave | unit-1  | 2023-03-01 | no       | no      |
            unread   | unit-1  | 2023-03-01 | yes      |         |
            unknown  | unit-3  | 2023-03-01 | yes      | no      |
            earlier  | unit-1  | 2022-12-31 | yes      | no      |
        """,
        coverage="""
            table              | unit_id | from_on    | to_on
            -------------------+---------+------------+-----------
            duty_record.reason | unit-1  | 2023-01-01 | 2023-12-31
            duty_record.reason | unit-2  | 2023-01-01 | 2023-12-31
        """,
    )

    assert marks(absent_without_reason, PERIOD, engine) == {
        "there/2023-03-01": False,
        "ill/2023-03-01": False,
        "missing/2023-03-01": True,
        "unread/2023-03-01": None,
        "unknown/2023-03-01": None,
    }
