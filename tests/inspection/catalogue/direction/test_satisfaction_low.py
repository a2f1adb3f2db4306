"""Promises of the rule: satisfaction low."""

from datetime import date

from motcua.inspection.catalogue.direction.satisfaction_low import satisfaction_low
from motcua.inspection.period import Period
from motcua.inspection.verdict import Outcome
from tests.conftest import Evidence
from tests.marks import marks, outcome

PERIOD = Period.of(date(2023, 1, 1), date(2023, 7, 27))


def test_the_share_of_satisfied_answers_is_held_against_its_target(evidence: Evidence) -> None:
    engine = evidence(
        unit="""
            unit_id | name | level   | kind
            --------+------+---------+----------
            unit-1  | A    | commune | committee
            unit-2  | B    | commune | committee
            unit-3  | C    | commune | committee
        """,
        satisfaction="""
            unit_id | dossier_id | factor  | asked      | score
            --------+------------+---------+------------+------
            unit-1  | g0         | kết quả | 2023-02-01 | 4
            unit-1  | g1         | kết quả | 2023-02-01 | 5
            unit-1  | g2         | kết quả | 2023-02-01 | 5
            unit-1  | g3         | kết quả | 2023-02-01 | 4
            unit-1  | g4         | kết quả | 2023-02-01 | 5
            unit-1  | g5         | kết quả | 2023-02-01 | 4
            unit-1  | g6         | kết quả | 2023-02-01 | 5
            unit-1  | g7         | kết quả | 2023-02-01 | 4
            unit-1  | g8         | kết quả | 2023-02-01 | 5
            unit-1  | poor       | thái độ | 2023-02-01 | 3.9
            unit-2  | fair       | thái độ | 2023-02-01 | 4
            unit-2  | bad        | thái độ | 2023-02-01 | 1
            unit-2  | old        | thái độ | 2022-12-31 | 1
        """,
    )

    assert marks(satisfaction_low, PERIOD, engine) == {
        "g0/kết quả/2023-02-01": False,
        "g1/kết quả/2023-02-01": False,
        "g2/kết quả/2023-02-01": False,
        "g3/kết quả/2023-02-01": False,
        "g4/kết quả/2023-02-01": False,
        "g5/kết quả/2023-02-01": False,
        "g6/kết quả/2023-02-01": False,
        "g7/kết quả/2023-02-01": False,
        "g8/kết quả/2023-02-01": False,
        "poor/thái độ/2023-02-01": True,
        "fair/thái độ/2023-02-01": False,
        "bad/thái độ/2023-02-01": True,
    }
    assert outcome(satisfaction_low, PERIOD, engine, "unit-1") is Outcome.MET
    assert outcome(satisfaction_low, PERIOD, engine, "unit-2") is Outcome.BREACHED
    assert outcome(satisfaction_low, PERIOD, engine, "unit-3") is Outcome.NOT_ASSESSABLE
