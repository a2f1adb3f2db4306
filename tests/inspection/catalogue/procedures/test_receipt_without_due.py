"""Promises of the rule on receipts without a due day."""

from datetime import date

from motcua.inspection.catalogue.procedures.receipt_without_due import receipt_without_due
from motcua.inspection.period import Period
from tests.conftest import Evidence
from tests.marks import marks

MARCH = Period.of(date(2024, 3, 1), date(2024, 3, 31))


def test_a_receipt_of_a_procedure_with_a_term_names_a_due_day(evidence: Evidence) -> None:
    engine = evidence(
        dossier="""
            dossier_id | unit_id | received   | due        | procedure_code | procedure_version
            -----------+---------+------------+------------+----------------+------------------
            promised   | ward-12 | 2024-03-01 |            | 1.001          | 1
            elsewhere  | ward-12 | 2024-03-01 | 2024-03-10 | 1.001          | 1
            nowhere    | ward-12 | 2024-03-01 |            | 1.001          | 1
            at-once    | ward-12 | 2024-03-01 |            | 2.001          | 1
            no-term    | ward-12 | 2024-03-01 |            | 3.001          | 1
            outside    | ward-13 | 2024-03-01 |            | 1.001          | 1
        """,
        procedure="""
            procedure_code | version | in_force_from | term_value | term_unit   | immediate
            ---------------+---------+---------------+------------+-------------+----------
            1.001          | 1       | 2021-01-01    | 5          | working_day | no
            2.001          | 1       | 2021-01-01    | 1          | working_day | yes
            3.001          | 1       | 2021-01-01    |            |             |
        """,
        slip="""
            slip_id    | dossier_id | unit_id | kind    | issued     | due
            -----------+------------+---------+---------+------------+-----------
            promised   | promised   | ward-12 | receipt | 2024-03-01 | 2024-03-08
            elsewhere  | elsewhere  | ward-12 | receipt | 2024-03-01 |
            nowhere    | nowhere    | ward-12 | receipt | 2024-03-01 |
            control    | nowhere    | ward-12 | control | 2024-03-01 |
            at-once    | at-once    | ward-12 | receipt | 2024-03-01 |
            no-term    | no-term    | ward-12 | receipt | 2024-03-01 |
            outside    | outside    | ward-13 | receipt | 2024-03-01 |
            in-april   | nowhere    | ward-12 | receipt | 2024-04-01 |
        """,
        coverage="""
            table    | unit_id | from_on    | to_on
            ---------+---------+------------+-----------
            slip.due | ward-12 | 2024-01-01 | 2024-12-31
            slip     | ward-13 | 2024-01-01 | 2024-12-31
        """,
    )

    assert marks(receipt_without_due, MARCH, engine) == {
        "promised": False,
        "elsewhere": False,  # the software has the day
        "nowhere": True,
        "outside": None,
    }
