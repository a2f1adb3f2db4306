"""Promises of the rule on procedures outside the one-stop mechanism."""

from datetime import date

from motcua.inspection.catalogue.procedures.domain_outside_one_stop import domain_outside_one_stop
from motcua.inspection.counting import lawful_cases
from motcua.inspection.period import Period
from tests.conftest import Evidence
from tests.marks import marks

MARCH = Period.of(date(2024, 3, 1), date(2024, 3, 31))


def test_every_procedure_offered_is_taken_in_at_the_desk(evidence: Evidence) -> None:
    engine = evidence(
        service="""
            unit_id | procedure_code | valid_from | valid_to   | one_stop
            --------+----------------+------------+------------+---------
            ward-12 | inside         | 2023-01-01 |            | yes
            ward-12 | outside        | 2023-01-01 | 2024-03-01 | no
            ward-12 | not-said       | 2023-01-01 |            |
            ward-12 | given-up       | 2023-01-01 | 2024-02-29 | no
            ward-12 | to-come        | 2024-04-01 |            | no
        """,
        procedure="""
            procedure_code | version | domain
            ---------------+---------+--------
            outside        | 1       | Thuế
            outside        | 2       | Thuế
        """,
    )

    assert marks(domain_outside_one_stop, MARCH, engine) == {
        "inside/2023-01-01": False,
        "outside/2023-01-01": True,
        "not-said/2023-01-01": None,
    }
    rows = engine.rows(lawful_cases(domain_outside_one_stop, MARCH))
    assert {row["about"] for row in rows if row["breached"]} == {"Thuế"}
