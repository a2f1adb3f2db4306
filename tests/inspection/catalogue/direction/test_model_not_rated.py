"""Promises of the rule: model not rated."""

from datetime import date

from motcua.inspection.catalogue.direction.model_not_rated import model_not_rated
from motcua.inspection.period import Period
from tests.conftest import Evidence
from tests.marks import marks

PERIOD = Period.of(date(2023, 1, 1), date(2023, 7, 27))


def test_a_running_model_has_a_rating(evidence: Evidence) -> None:
    engine = evidence(
        reform_model="""
            model_id  | unit_id | name              | valid_from | valid_to   | rating
            ----------+---------+-------------------+------------+------------+-------
            looked-at | ward-12 | Hồ sơ không hẹn   | 2022-01-01 |            | tốt
            forgotten | ward-12 | Mã QR             | 2022-01-01 |            |
            ended     | ward-12 | Thứ Năm không hẹn | 2022-01-01 | 2023-07-26 |
            elsewhere | ward-13 | Hồ sơ không hẹn   | 2022-01-01 |            |
            shown     | ward-13 | Mã QR             | 2022-01-01 |            | tốt
        """,
        coverage="""
            table               | unit_id | from_on    | to_on
            --------------------+---------+------------+-----------
            reform_model.rating | ward-12 | 2023-01-01 | 2023-12-31
        """,
    )

    assert marks(model_not_rated, PERIOD, engine) == {
        "looked-at": False,
        "forgotten": True,
        "elsewhere": None,
        "shown": False,
    }
