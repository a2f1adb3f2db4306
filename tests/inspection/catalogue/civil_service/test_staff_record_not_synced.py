"""Promises of the rule: staff record not synced."""

from datetime import date

from motcua.inspection.catalogue.civil_service.staff_record_not_synced import staff_record_not_synced
from motcua.inspection.period import Period
from motcua.inspection.verdict import Outcome
from tests.conftest import Evidence
from tests.marks import marks, outcome

PERIOD = Period.of(date(2023, 1, 1), date(2023, 7, 27))


def test_every_record_of_present_staff_is_synchronised(evidence: Evidence) -> None:
    engine = evidence(
        unit="""
            unit_id | name | level    | kind
            --------+------+----------+----------
            unit-1  | A    | district | committee
            unit-2  | B    | district | committee
            unit-3  | C    | district | committee
        """,
        staff="""
            person | unit_id | valid_from | valid_to   | record_synced
            -------+---------+------------+------------+--------------
            p1     | unit-1  | 2022-01-01 |            | yes
            p2     | unit-1  | 2021-01-01 |            | no
            p2     | unit-1  | 2023-01-01 |            | yes
            p3     | unit-1  | 2022-01-01 | 2023-07-26 | no
            q1     | unit-2  | 2022-01-01 |            | yes
            q2     | unit-2  | 2022-01-01 |            | no
            r1     | unit-3  | 2022-01-01 |            |
        """,
    )

    assert marks(staff_record_not_synced, PERIOD, engine) == {
        "p1": False,
        "p2": False,
        "q1": False,
        "q2": True,
        "r1": None,
    }
    assert outcome(staff_record_not_synced, PERIOD, engine, "unit-1") is Outcome.MET
    assert outcome(staff_record_not_synced, PERIOD, engine, "unit-2") is Outcome.BREACHED
    assert outcome(staff_record_not_synced, PERIOD, engine, "unit-3") is Outcome.NOT_ASSESSABLE
