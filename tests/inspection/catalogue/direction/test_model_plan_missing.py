"""Promises of the rule: model plan missing."""

from datetime import date

from motcua.inspection.catalogue.direction.model_plan_missing import model_plan_missing
from motcua.inspection.period import Period
from tests.conftest import Evidence
from tests.marks import marks

PERIOD = Period.of(date(2023, 1, 1), date(2023, 7, 27))


def test_the_plan_for_the_friendly_models_is_issued_by_the_day_it_is_due(evidence: Evidence) -> None:
    engine = evidence(
        obligation="""
            obligation_id | unit_id | kind         | period | due        | fulfilled
            --------------+---------+--------------+--------+------------+-----------
            in-time       | ward-12 | model_plan   | 2023   | 2023-03-31 | 2023-03-31
            late          | ward-12 | model_plan   | 2023   | 2023-03-31 | 2023-04-01
            never         | ward-12 | model_plan   | 2023   | 2023-03-31 |
            not-yet       | ward-12 | model_plan   | 2023   | 2023-10-31 |
            unknown       | ward-13 | model_plan   | 2023   | 2023-03-31 |
            another       | ward-12 | digital_plan | 2023   | 2023-03-31 |
        """,
        coverage="""
            table                | unit_id | from_on    | to_on
            ---------------------+---------+------------+-----------
            obligation.fulfilled | ward-12 | 2023-01-01 | 2023-12-31
        """,
    )

    assert marks(model_plan_missing, PERIOD, engine) == {
        "in-time": False,
        "late": True,
        "never": True,
        "unknown": None,
    }


def test_the_programme_of_models_asks_from_its_first_day_to_the_end_of_2026(evidence: Evidence) -> None:
    engine = evidence(
        obligation="""
            obligation_id | unit_id | kind       | period    | due        | fulfilled
            --------------+---------+------------+-----------+------------+-----------
            day-before    | ward-12 | model_plan | 2021-2026 | 2021-09-10 | 2021-12-01
            first-day     | ward-12 | model_plan | 2021-2026 | 2021-09-11 | 2021-12-01
            last-day      | ward-12 | model_plan | 2026      | 2026-12-31 | 2027-01-15
            day-after     | ward-12 | model_plan | 2027      | 2027-01-01 | 2027-01-15
        """,
    )
    period = Period.of(date(2021, 1, 1), date(2027, 12, 31))

    assert marks(model_plan_missing, period, engine) == {"first-day": True, "last-day": True}
