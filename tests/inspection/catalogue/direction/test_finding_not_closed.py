"""Promises of the rule: finding not closed."""

from datetime import date

from motcua.inspection.catalogue.direction.finding_not_closed import finding_not_closed
from motcua.inspection.period import Period
from tests.conftest import Evidence
from tests.marks import marks

PERIOD = Period.of(date(2023, 1, 1), date(2023, 7, 27))


def test_an_earlier_finding_is_closed_once_its_day_is_past(evidence: Evidence) -> None:
    engine = evidence(
        past_finding="""
            unit_id | rule_code | noticed    | due        | closed
            --------+-----------+------------+------------+-----------
            unit-1  | open      | 2022-05-01 | 2023-07-27 |
            unit-1  | closed    | 2022-05-01 | 2023-01-31 | 2023-06-30
            unit-1  | not-due   | 2022-05-01 | 2023-07-28 |
            unit-1  | over      | 2022-05-01 | 2022-08-01 | 2022-12-31
            unit-3  | unknown   | 2022-05-01 | 2023-01-31 |
        """,
        coverage="""
            table               | unit_id | from_on    | to_on
            --------------------+---------+------------+-----------
            past_finding.closed | unit-1  | 2023-01-01 | 2023-12-31
            past_finding.closed | unit-2  | 2023-01-01 | 2023-12-31
        """,
    )

    assert marks(finding_not_closed, PERIOD, engine) == {
        "open/2022-05-01": True,
        "closed/2022-05-01": False,
        "unknown/2022-05-01": None,
    }
