"""Promises of the rule on results in the tracking book."""

from datetime import date

from motcua.inspection.catalogue.procedures.book_without_result import book_without_result
from motcua.inspection.period import Period
from tests.conftest import Evidence
from tests.marks import marks

SPRING = Period.of(date(2023, 1, 1), date(2023, 6, 30))


def test_the_tracking_book_shows_the_result_of_what_was_given_back(evidence: Evidence) -> None:
    engine = evidence(
        dossier="""
            dossier_id | unit_id | received   | finished   | returned   | status
            -----------+---------+------------+------------+------------+----------
            withdrawn  | xa-2    | 2023-03-01 | 2023-03-05 |            | withdrawn
            shown      | xa-1    | 2023-03-01 | 2023-03-05 | 2023-03-06 |
            blank      | xa-1    | 2023-03-01 | 2023-03-05 | 2023-03-06 |
            waiting    | xa-1    | 2023-03-01 | 2023-03-05 |            |
            at-work    | xa-1    | 2023-03-01 |            |            |
            next-time  | xa-1    | 2023-06-01 | 2023-06-30 | 2023-07-01 |
            closed     | xa-2    | 2023-03-01 | 2023-03-05 |            |
            unknown    | xa-3    | 2023-03-01 | 2023-03-05 | 2023-03-06 |
            known      | xa-3    | 2023-03-01 | 2023-03-05 | 2023-03-06 |
        """,
        book_entry="""
            unit_id | book_kind     | year | serial | dossier_id | due        | returned
            --------+---------------+------+--------+------------+------------+-----------
            xa-1    | tracking      | 2023 | 1      | shown      | 2023-03-06 | 2023-03-06
            xa-1    | tracking      | 2023 | 2      | blank      | 2023-03-06 |
            xa-1    | tracking      | 2023 | 3      | waiting    | 2023-03-06 |
            xa-1    | tracking      | 2023 | 4      | at-work    | 2023-03-06 |
            xa-1    | tracking      | 2023 | 5      | next-time  | 2023-06-06 |
            xa-1    | tracking      | 2023 | 6      |            | 2023-05-31 |
            xa-1    | tracking      | 2023 | 7      |            | 2023-06-01 |
            xa-1    | certification | 2023 | 8      | blank      | 2023-03-06 |
            xa-2    | tracking      | 2023 | 21     | closed     | 2023-03-06 |
            xa-2    | tracking      | 2023 | 22     | withdrawn  | 2023-03-06 |
            xa-3    | tracking      | 2023 | 31     | unknown    | 2023-03-06 |
            xa-3    | tracking      | 2023 | 32     | known      | 2023-03-06 | 2023-03-06
        """,
        coverage="""
            table               | unit_id | from_on    | to_on
            --------------------+---------+------------+-----------
            dossier.returned    | xa-1    | 2023-01-01 | 2023-12-31
            book_entry.returned | xa-1    | 2023-01-01 | 2023-12-31
            book_entry.returned | xa-2    | 2023-01-01 | 2023-12-31
        """,
    )

    assert marks(book_without_result, SPRING, engine) == {
        "2023/1": False,
        "2023/2": True,
        "2023/6": True,  # not in the software, and due thirty days ago
        "2023/21": True,  # its software notes no return, only the end
        "2023/31": None,
        "2023/32": False,
    }
