"""Promises of the rule on kinds of results that are never digitised."""

from datetime import date

from motcua.inspection.catalogue.procedures.variant_never_digitised import variant_never_digitised
from motcua.inspection.counting import count
from motcua.inspection.period import Period
from tests.conftest import Evidence
from tests.marks import marks

SPRING = Period.of(date(2023, 1, 1), date(2023, 6, 30))


def test_of_each_procedure_and_variant_some_result_is_digitised(evidence: Evidence) -> None:
    engine = evidence(
        result="""
            result_id | unit_id | procedure_code | variant   | issued     | valid_to   | digitised
            ----------+---------+----------------+-----------+------------+------------+-----------
            a         | xa-1    | birth          |           | 2023-02-01 |            |
            b         | xa-1    | birth          |           | 2023-02-01 |            | 2023-02-02
            c         | xa-1    | change         | từ 14     | 2023-02-01 |            |
            d         | xa-1    | change         | từ 14     | 2023-02-01 |            |
            e         | xa-1    | change         | dưới 14   | 2023-02-01 |            | 2023-02-02
            f         | xa-1    | marriage       |           | 2015-02-01 |            |
            g         | xa-1    | license        |           | 2015-02-01 | 2022-12-31 |
            h         | xa-1    |                |           | 2023-02-01 |            |
            i         | xa-2    | birth-2        |           | 2023-02-01 |            |
            j         | xa-2    | death-2        |           | 2023-02-01 |            | 2023-02-02
        """,
        procedure="""
            procedure_code | version | name              | in_force_from
            ---------------+---------+-------------------+--------------
            marriage       | 1       | Đăng ký kết hôn   | 2021-01-01
        """,
        coverage="""
            table            | unit_id | from_on    | to_on
            -----------------+---------+------------+-----------
            result.digitised | xa-1    | 2023-01-01 | 2023-06-30
        """,
    )

    assert marks(variant_never_digitised, SPRING, engine) == {
        "birth": False,
        "change/từ 14": True,
        "change/dưới 14": False,
        "marriage": True,
        "birth-2": None,
        "death-2": False,
    }
    breached = {g.about for g in count(variant_never_digitised, SPRING, engine) if g.tally.breached}
    assert breached == {"từ 14", "Đăng ký kết hôn"}
