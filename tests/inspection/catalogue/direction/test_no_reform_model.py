"""Promises of the rule: no reform model."""

from datetime import date

from motcua.inspection.catalogue.direction.no_reform_model import no_reform_model
from motcua.inspection.period import Period
from motcua.inspection.verdict import Outcome
from tests.conftest import Evidence
from tests.marks import marks, outcome

PERIOD = Period.of(date(2023, 1, 1), date(2023, 7, 27))


def test_a_unit_runs_a_model_on_the_last_day_seen(evidence: Evidence) -> None:
    engine = evidence(
        unit="""
            unit_id | name | level   | kind
            --------+------+---------+----------
            unit-1  | A    | commune | committee
            unit-2  | B    | commune | committee
            unit-3  | C    | commune | committee
        """,
        reform_model="""
            model_id | unit_id | name            | valid_from | valid_to
            ---------+---------+-----------------+------------+-----------
            running  | unit-1  | Hồ sơ không hẹn | 2022-01-01 |
            last-day | unit-1  | Mã QR           | 2023-07-27 | 2023-07-27
            ended    | unit-2  | Ngày không hẹn  | 2022-01-01 | 2023-07-26
            to-come  | unit-2  | Ngày không hẹn  | 2023-07-28 |
        """,
        coverage="""
            table        | unit_id | from_on    | to_on
            -------------+---------+------------+-----------
            reform_model | unit-1  | 2023-01-01 | 2023-12-31
            reform_model | unit-2  | 2023-01-01 | 2023-12-31
        """,
    )

    assert marks(no_reform_model, PERIOD, engine) == {
        "running": False,
        "last-day": False,
    }
    assert outcome(no_reform_model, PERIOD, engine, "unit-1") is Outcome.MET
    assert outcome(no_reform_model, PERIOD, engine, "unit-2") is Outcome.BREACHED
    assert outcome(no_reform_model, PERIOD, engine, "unit-3") is Outcome.NOT_ASSESSABLE
