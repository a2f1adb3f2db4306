"""Promises of the rule on witnesses written into the dossier."""

from datetime import date

from motcua.inspection.catalogue.procedures.witnesses_not_recorded import witnesses_not_recorded
from motcua.inspection.period import Period
from tests.conftest import Evidence
from tests.marks import marks

SPRING = Period.of(date(2023, 1, 1), date(2023, 6, 30))


def test_where_witnesses_are_needed_their_number_is_recorded(evidence: Evidence) -> None:
    engine = evidence(
        dossier="""
            dossier_id | unit_id | finished   | special_case | witnesses
            -----------+---------+------------+--------------+----------
            two        | xa-1    | 2023-02-01 | yes          | 2
            one        | xa-1    | 2023-02-01 | yes          | 1
            empty      | xa-1    | 2023-02-01 | yes          |
            drawn      | xa-2    | 2023-02-01 | yes          |
            drawn-two  | xa-2    | 2023-02-01 | yes          |
            ordinary   | xa-1    | 2023-02-01 | no           | 0
            unmarked   | xa-1    | 2023-02-01 |              |
            open       | xa-1    |            | yes          | 0
        """,
        coverage="""
            table             | unit_id | from_on    | to_on
            ------------------+---------+------------+-----------
            dossier.witnesses | xa-1    | 2023-01-01 | 2023-12-31
        """,
    )

    assert marks(witnesses_not_recorded, SPRING, engine) == {
        "two": False,
        "one": False,  # too few, which another rule says
        "empty": True,
        "drawn": None,
        "drawn-two": None,
    }
