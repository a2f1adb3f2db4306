"""Promises of the rule: training target missed."""

from datetime import date

from motcua.inspection.catalogue.civil_service.training_target_missed import training_target_missed
from motcua.inspection.period import Period
from tests.conftest import Evidence
from tests.marks import marks

PERIOD = Period.of(date(2023, 1, 1), date(2023, 7, 27))


def test_as_many_are_trained_in_a_year_as_were_planned(evidence: Evidence) -> None:
    engine = evidence(
        training_plan="""
            unit_id | year | course   | planned | actual
            --------+------+----------+---------+-------
            unit-1  | 2022 | reached  | 10      | 10
            unit-1  | 2022 | short    | 10      | 9
            unit-1  | 2022 | exceeded | 10      | 40
            unit-1  | 2022 | unknown  | 10      |
            unit-1  | 2021 | older    | 10      | 1
            unit-1  | 2023 | running  | 10      | 1
        """,
    )

    assert marks(training_target_missed, PERIOD, engine) == {
        "2022/reached": False,
        "2022/short": True,
        "2022/exceeded": False,
        "2022/unknown": None,
    }
