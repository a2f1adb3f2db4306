"""Promises of the rule: finding came back."""

from datetime import date

from motcua.inspection.catalogue.direction.finding_came_back import finding_came_back
from motcua.inspection.period import Period
from tests.conftest import Evidence
from tests.marks import marks

PERIOD = Period.of(date(2023, 1, 1), date(2023, 7, 27))


def test_a_finding_noticed_again_after_it_was_closed_came_back(evidence: Evidence) -> None:
    engine = evidence(
        past_finding="""
            unit_id | rule_code | noticed    | due        | closed
            --------+-----------+------------+------------+-----------
            ward-12 | again     | 2021-05-01 | 2021-08-01 | 2021-07-01
            ward-12 | again     | 2022-05-01 | 2023-08-01 |
            ward-12 | same-day  | 2021-05-01 | 2021-08-01 | 2022-05-01
            ward-12 | same-day  | 2022-05-01 | 2022-08-01 | 2023-02-01
            ward-12 | once      | 2022-05-01 | 2022-08-01 | 2023-01-01
            ward-13 | again     | 2022-06-01 | 2022-08-01 |
            ward-12 | over      | 2020-05-01 | 2020-08-01 | 2020-07-01
            ward-12 | over      | 2021-05-01 | 2021-08-01 | 2022-12-31
        """,
    )

    assert marks(finding_came_back, PERIOD, engine) == {
        "again/2022-05-01": True,
        "same-day/2022-05-01": False,
        "once/2022-05-01": False,
        "again/2022-06-01": False,
    }
