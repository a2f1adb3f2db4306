"""Promises of the rule on report forms."""

from datetime import date

from motcua.inspection.catalogue.digital.reports_not_submitted import reports_not_submitted
from motcua.inspection.period import Period
from tests.conftest import Evidence
from tests.marks import marks

HALF_YEAR = Period.of(date(2023, 1, 1), date(2023, 6, 30))


def test_every_form_is_reported_in_time(evidence: Evidence) -> None:
    engine = evidence(
        report_due="""
            report_id | unit_id | form_code | due        | submitted
            ----------+---------+-----------+------------+-----------
            1         | ward-12 | BM-01     | 2023-03-15 | 2023-03-15
            2         | ward-12 | BM-02     | 2023-03-15 | 2023-03-16
            3         | ward-12 | BM-03     | 2023-03-15 |
            4         | ward-12 | BM-04     | 2023-03-15 | 2023-03-10
            5         | ward-12 | BM-04     | 2023-06-15 |
            6         | ward-12 | BM-05     | 2023-06-15 | 2023-06-10
            7         | ward-12 | BM-05     | 2023-09-15 |
            8         | ward-13 | BM-06     | 2023-03-15 |
            9         | ward-13 | BM-06     | 2023-06-15 | 2023-06-15
            10        | ward-13 | BM-07     | 2023-03-15 |
            11        | ward-13 | BM-07     | 2023-06-15 | 2023-06-20
            12        | ward-12 | BM-08     | 2022-12-15 |
        """,
        coverage="""
            table                | unit_id | from_on    | to_on
            ---------------------+---------+------------+-----------
            report_due.submitted | ward-12 | 2023-01-01 | 2023-12-31
        """,
    )

    assert marks(reports_not_submitted, HALF_YEAR, engine) == {
        "BM-01": False,
        "BM-02": True,
        "BM-03": True,
        "BM-04": True,  # one of its two reports is missing
        "BM-05": False,  # the second is not due yet
        "BM-06": None,
        "BM-07": True,
    }


def test_the_row_of_a_form_is_that_of_a_report_missed(evidence: Evidence) -> None:
    engine = evidence(
        report_due="""
            report_id | unit_id | form_code | due        | submitted
            ----------+---------+-----------+------------+-----------
            1         | ward-12 | BM-01     | 2023-02-15 | 2023-02-15
            2         | ward-12 | BM-01     | 2023-03-15 | 2023-03-20
            3         | ward-12 | BM-01     | 2023-04-15 | 2023-04-20
        """,
    )

    assert [row["row"] for row in engine.rows(reports_not_submitted.expression(HALF_YEAR))] == [3]
