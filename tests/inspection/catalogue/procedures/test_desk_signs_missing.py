"""Promises of the rule on what the one-stop desk shows."""

from datetime import date

from motcua.inspection.catalogue.procedures.desk_signs_missing import desk_signs_missing
from motcua.inspection.period import Period
from motcua.inspection.verdict import Outcome
from tests.conftest import Evidence
from tests.marks import marks, outcome

HALF_YEAR = Period.of(date(2023, 1, 1), date(2023, 6, 30), date(2023, 7, 27))


def test_plates_signs_badges_and_the_waiting_room_are_in_order(evidence: Evidence) -> None:
    engine = evidence(
        observation="""
            unit_id | item         | ok  | seen
            --------+--------------+-----+-----------
            dist-1  | name_plates  | yes | 2023-05-10
            dist-1  | domain_signs | no  | 2023-05-10
            dist-1  | waiting_room | yes | 2023-07-27
            dist-1  | parking      | no  | 2023-05-10
            dist-1  | badges       | no  | 2022-12-31
            dist-1  | badges       | no  | 2023-07-28
            dist-2  | badges       | yes | 2023-05-10
        """,
        unit="unit_id\ndist-1\ndist-2\ndist-3",
    )

    assert marks(desk_signs_missing, HALF_YEAR, engine) == {
        "name_plates/2023-05-10": False,
        "domain_signs/2023-05-10": True,
        "waiting_room/2023-07-27": False,
        "badges/2023-05-10": False,
    }
    assert outcome(desk_signs_missing, HALF_YEAR, engine, "dist-1") is Outcome.BREACHED
    assert outcome(desk_signs_missing, HALF_YEAR, engine, "dist-2") is Outcome.MET
    assert outcome(desk_signs_missing, HALF_YEAR, engine, "dist-3") is Outcome.NOT_ASSESSABLE
