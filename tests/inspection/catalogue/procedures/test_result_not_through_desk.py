"""Promises of the rule on results that never came to the one-stop desk."""

from datetime import date

from motcua.inspection.catalogue.procedures.result_not_through_desk import result_not_through_desk
from motcua.inspection.period import Period
from tests.conftest import Evidence
from tests.marks import marks

MARCH = Period.of(date(2024, 3, 1), date(2024, 3, 31))


def test_every_result_comes_to_the_desk_but_online_ones_and_those_given_at_once(evidence: Evidence) -> None:
    engine = evidence(
        dossier="""
            dossier_id | unit_id | procedure_code | channel | finished   | returned
            -----------+---------+----------------+---------+------------+-----------
            d-desk     | ward-12 | 1.000894       | counter | 2024-03-10 | 2024-03-11
            d-never    | ward-12 | 1.000894       | counter | 2024-03-10 | 2024-03-11
            d-waiting  | ward-12 | 1.000894       |         | 2024-03-30 |
            d-today    | ward-12 | 1.000894       | counter | 2024-03-31 |
            d-online   | ward-12 | 1.000894       | online  | 2024-03-10 | 2024-03-11
            d-at-once  | ward-12 | 2.000815       | counter | 2024-03-10 | 2024-03-10
            d-april    | ward-12 | 1.000894       | counter | 2024-04-01 | 2024-04-01
            d-outside  | ward-13 | 1.000894       | counter | 2024-03-10 | 2024-03-11
        """,
        result="""
            result_id | dossier_id | unit_id | to_desk
            ----------+------------+---------+-----------
            desk      | d-desk     | ward-12 | 2024-03-10
            never     | d-never    | ward-12 |
            waiting   | d-waiting  | ward-12 |
            today     | d-today    | ward-12 |
            online    | d-online   | ward-12 |
            at-once   | d-at-once  | ward-12 |
            april     | d-april    | ward-12 |
            older     |            | ward-12 |
            outside   | d-outside  | ward-13 |
        """,
        procedure="""
            procedure_code | version | immediate
            ---------------+---------+----------
            1.000894       | 1       | no
            2.000815       | 1       | yes
            2.000815       | 2       | yes
        """,
        coverage="""
            table          | unit_id | from_on    | to_on
            ---------------+---------+------------+-----------
            result.to_desk | ward-12 | 2024-01-01 | 2024-12-31
        """,
    )

    assert marks(result_not_through_desk, MARCH, engine) == {
        "desk": False,
        "never": True,
        "waiting": True,
        "outside": None,  # its list has no column for the desk
    }
