"""Promises of the rule on councils that mediate land disputes."""

from datetime import date

from motcua.inspection.catalogue.procedures.mediation_without_council import mediation_without_council
from motcua.inspection.counting import lawful_cases
from motcua.inspection.period import Period
from tests.conftest import Evidence
from tests.marks import marks

COVERED = """
    table                              | unit_id | from_on    | to_on
    -----------------------------------+---------+------------+-----------
    mediation_case.council_decision_no | ward-12 | 2022-01-01 | 2024-12-31
"""


def test_every_dispute_has_a_council_of_its_own(evidence: Evidence) -> None:
    engine = evidence(
        mediation_case="""
            case_id    | unit_id | received   | council_decision_no | council_decided | closed
            -----------+---------+------------+---------------------+-----------------+-----------
            own        | ward-12 | 2023-02-01 | 11/QĐ-UBND          | 2023-02-05      | 2023-03-01
            same-no    | ward-12 | 2022-12-01 | 11/QĐ-UBND          | 2022-12-05      | 2023-01-10
            shared-a   | ward-12 | 2023-04-01 | 20/QĐ-UBND          | 2023-01-02      |
            shared-b   | ward-12 | 2023-07-20 | 20/QĐ-UBND          | 2023-01-02      |
            none       | ward-12 | 2023-02-01 |                     |                 | 2023-02-20
            overdue    | ward-12 | 2023-06-11 |                     |                 |
            in-time    | ward-12 | 2023-06-12 |                     |                 |
            before     | ward-12 | 2022-02-01 |                     |                 | 2022-12-31
            other-unit | ward-13 | 2023-04-01 | 20/QĐ-UBND          | 2023-01-02      |
            no-column  | ward-13 | 2023-02-01 |                     |                 | 2023-03-01
        """,
        coverage=COVERED,
    )

    assert marks(mediation_without_council, Period.of(date(2023, 1, 1), date(2023, 7, 27)), engine) == {
        "own": False,
        "same-no": False,  # numbers begin anew every year
        "shared-a": True,
        "shared-b": True,
        "none": True,
        "overdue": True,
        "other-unit": False,
        "no-column": None,
    }


def test_the_new_land_law_applies_from_its_first_day(evidence: Evidence) -> None:
    engine = evidence(
        mediation_case="""
            case_id | unit_id | received   | council_decision_no | closed
            --------+---------+------------+---------------------+-----------
            old     | ward-12 | 2024-07-31 | 1/QĐ-UBND           | 2024-08-20
            new     | ward-12 | 2024-08-01 | 2/QĐ-UBND           | 2024-08-20
        """,
        coverage=COVERED,
    )
    rule = mediation_without_council
    period = Period.of(date(2024, 7, 1), date(2024, 12, 31))

    cited = {row["subject"]: rule.citations[row["citation"]].text for row in engine.rows(lawful_cases(rule, period))}

    assert "2013" in cited["old"]
    assert "31/2024" in cited["new"]
