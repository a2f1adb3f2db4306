"""Promises of the rule on additional income of the year before."""

from datetime import date

from motcua.inspection.catalogue.finance.no_additional_income import no_additional_income
from motcua.inspection.period import Period
from motcua.inspection.verdict import Outcome
from tests.conftest import Evidence
from tests.marks import marks, outcome

HALF_YEAR = Period.of(date(2023, 1, 1), date(2023, 6, 30))


UNITS = """
    unit_id  | name          | kind      | parent_id
    ---------+---------------+-----------+----------
    district | UBND huyện    | committee |
    ward-12  | UBND xã Đoài  | committee | district
    ward-13  | UBND xã Đông  | committee | district
"""
PAID = """
    unit_id  | year | additional_income_paid
    ---------+------+-----------------------
    district | 2022 | 500000000
    ward-12  | 2022 | 0
    ward-12  | 2021 | 0
    ward-13  | 2022 |
    ward-14  | 2022 | 1
"""


def test_nothing_paid_for_the_year_before_is_a_breach(evidence: Evidence) -> None:
    engine = evidence(unit=UNITS, finance=PAID)

    assert marks(no_additional_income, HALF_YEAR, engine) == {
        "district/2022": False,
        "ward-12/2022": True,
        "ward-13/2022": None,
        "ward-14/2022": False,
    }


def test_a_district_answers_for_the_units_under_it_by_name(evidence: Evidence) -> None:
    engine = evidence(unit=UNITS, finance=PAID)

    found = engine.rows(no_additional_income.expression(HALF_YEAR))
    assert {row["subject"]: row["about"] for row in found}["ward-12/2022"] == "UBND xã Đoài"
    assert outcome(no_additional_income, HALF_YEAR, engine, "district") is Outcome.BREACHED
    assert outcome(no_additional_income, HALF_YEAR, engine, "ward-13") is Outcome.NOT_ASSESSABLE
