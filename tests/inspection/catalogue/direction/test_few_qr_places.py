"""Promises of the rule: few qr places."""

from datetime import date

from motcua.inspection.catalogue.direction.few_qr_places import few_qr_places
from motcua.inspection.period import Period
from motcua.inspection.verdict import Outcome
from tests.conftest import Evidence
from tests.marks import marks, outcome

PERIOD = Period.of(date(2023, 1, 1), date(2023, 7, 27))


def test_kinds_of_public_places_with_a_code_are_counted(evidence: Evidence) -> None:
    engine = evidence(
        unit="""
            unit_id | name | level   | kind
            --------+------+---------+----------
            unit-1  | A    | commune | committee
            unit-2  | B    | commune | committee
            unit-3  | C    | commune | committee
        """,
        posting="""
            unit_id | procedure_code | place  | posted     | removed    | qr
            --------+----------------+--------+------------+------------+----
            unit-1  | 1.001193       | market | 2023-02-01 |            | yes
            unit-1  | 1.000894       | market | 2023-03-01 |            | yes
            unit-1  | 1.001193       | hamlet | 2023-02-01 | 2023-07-26 | yes
            unit-1  | 1.000894       | hamlet | 2023-02-01 |            | no
            unit-1  | 1.000656       | hamlet | 2023-02-01 |            |
            unit-1  | 1.001193       | desk   | 2023-02-01 |            | yes
        """,
        coverage="""
            table   | unit_id | from_on    | to_on
            --------+---------+------------+-----------
            posting | unit-1  | 2023-01-01 | 2023-12-31
            posting | unit-2  | 2023-01-01 | 2023-12-31
        """,
    )

    assert marks(few_qr_places, PERIOD, engine) == {
        "market": False,
    }
    assert outcome(few_qr_places, PERIOD, engine, "unit-1") is Outcome.BREACHED
    assert outcome(few_qr_places, PERIOD, engine, "unit-2") is Outcome.BREACHED
    assert outcome(few_qr_places, PERIOD, engine, "unit-3") is Outcome.NOT_ASSESSABLE


def test_a_code_at_the_market_and_one_on_the_hamlet_board_are_enough(evidence: Evidence) -> None:
    engine = evidence(
        unit="""
            unit_id | name | level   | kind
            --------+------+---------+----------
            unit-1  | A    | commune | committee
        """,
        posting="""
            unit_id | procedure_code | place  | posted     | qr
            --------+----------------+--------+------------+----
            unit-1  | 1.001193       | market | 2023-02-01 | yes
            unit-1  | 1.000894       | hamlet | 2023-07-27 | yes
        """,
    )

    assert outcome(few_qr_places, PERIOD, engine, "unit-1") is Outcome.MET
