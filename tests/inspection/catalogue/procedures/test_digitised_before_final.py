"""Promises of the rule on results digitised before they were final."""

from datetime import date

from motcua.inspection.catalogue.procedures.digitised_before_final import digitised_before_final
from motcua.inspection.period import Period
from tests.conftest import Evidence
from tests.marks import marks

SPRING = Period.of(date(2023, 1, 1), date(2023, 6, 30))


def test_a_result_is_digitised_after_it_was_issued_and_numbered(evidence: Evidence) -> None:
    engine = evidence(
        result="""
            result_id   | unit_id | issued           | digitised        | number_present
            ------------+---------+------------------+------------------+---------------
            final       | xa-1    | 2023-02-01 09:00 | 2023-02-01 09:30 | yes
            same-day    | xa-1    | 2023-02-01       | 2023-02-01 08:00 |
            too-early   | xa-1    | 2023-02-01 09:00 | 2023-02-01 08:59 | yes
            day-early   | xa-1    | 2023-02-02       | 2023-02-01       | yes
            no-number   | xa-1    | 2023-02-01       | 2023-02-02       | no
            not-issued  | xa-1    |                  | 2023-02-02       | yes
            undigitised | xa-1    | 2023-02-01       |                  | no
            last-year   | xa-1    | 2023-02-01       | 2022-12-31       | no
            unknown     | xa-2    |                  | 2023-02-02       |
            numberless  | xa-2    |                  | 2023-02-02       | no
        """,
        coverage="""
            table         | unit_id | from_on    | to_on
            --------------+---------+------------+-----------
            result.issued | xa-1    | 2023-01-01 | 2023-12-31
        """,
    )

    assert marks(digitised_before_final, SPRING, engine) == {
        "final": False,
        "same-day": False,
        "too-early": True,
        "day-early": True,
        "no-number": True,
        "not-issued": True,
        "unknown": None,
        "numberless": True,
    }
