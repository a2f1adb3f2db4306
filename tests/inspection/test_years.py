"""Promises of the years that a period asks about."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.evidence.tables import training_plan
from motcua.inspection.period import Period
from motcua.inspection.years import closing_day, last_closed_year, of_closed_years, of_years
from tests.conftest import Evidence

FIVE_YEARS = """
    unit_id | year | course
    --------+------+-------
    ward-12 | 2020 | a
    ward-12 | 2021 | b
    ward-12 | 2022 | c
    ward-12 | 2023 | d
    ward-12 | 2024 | e
"""


@pytest.mark.parametrize(
    ("start", "end", "as_of", "asked", "closed"),
    [
        (date(2023, 1, 1), date(2023, 7, 27), date(2023, 7, 27), [2023], [2022]),
        (date(2023, 1, 1), date(2023, 12, 31), date(2023, 12, 31), [2023], [2023]),
        (date(2022, 7, 1), date(2023, 6, 30), date(2023, 6, 30), [2022, 2023], [2022]),
        (date(2022, 7, 1), date(2023, 6, 30), date(2024, 2, 1), [2022, 2023], [2022, 2023]),
    ],
)
def test_a_year_is_judged_when_it_is_over(
    evidence: Evidence, start: date, end: date, as_of: date, asked: list[int], closed: list[int]
) -> None:
    engine = evidence(training_plan=FIVE_YEARS)
    period = Period.of(start, end, as_of)

    assert sorted(row["year"] for row in engine.rows(of_years(training_plan, period))) == asked
    assert sorted(row["year"] for row in engine.rows(of_closed_years(training_plan, period))) == closed


@given(st.dates(date(2000, 1, 1), date(2100, 12, 31)))
def test_the_last_closed_year_ends_on_the_day_seen_or_less_than_a_year_before_it(day: date) -> None:
    period = Period.of(day, day)

    assert closing_day(period) <= day < closing_day(period) + timedelta(days=366)
    assert closing_day(period).year == last_closed_year(period)
