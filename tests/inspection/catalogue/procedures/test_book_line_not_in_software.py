"""Promises of the rule on lines of the tracking book in the software."""

from datetime import date

from motcua.inspection.catalogue.procedures.book_line_not_in_software import book_line_not_in_software
from motcua.inspection.period import Period
from tests.conftest import Evidence
from tests.marks import marks

SPRING = Period.of(date(2023, 1, 1), date(2023, 6, 30))


def test_what_the_tracking_book_names_is_in_the_software_of_that_unit(evidence: Evidence) -> None:
    engine = evidence(
        dossier="""
            dossier_id | unit_id
            -----------+--------
            there      | xa-1
            linked     | xa-2
        """,
        book_entry="""
            unit_id | book_kind   | year | serial | dossier_id | received
            --------+-------------+------+--------+------------+-----------
            xa-1    | tracking    | 2023 | 1      | there      | 2023-02-01
            xa-1    | tracking    | 2023 | 2      | absent     | 2023-02-01
            xa-1    | tracking    | 2023 | 3      | linked     | 2023-02-01
            xa-1    | tracking    | 2023 | 4      |            | 2023-02-01
            xa-1    | tracking    | 2022 | 5      | absent     | 2022-12-31
            xa-1    | linked_land | 2023 | 6      | absent     | 2023-02-01
            xa-2    | tracking    | 2023 | 21     | linked     | 2023-02-01
            xa-2    | tracking    | 2023 | 22     | absent     | 2023-02-01
            xa-3    | tracking    | 2023 | 31     |            | 2023-02-01
        """,
        coverage="""
            table                 | unit_id | from_on    | to_on
            ----------------------+---------+------------+-----------
            dossier               | xa-1    | 2023-01-01 | 2023-12-31
            dossier               | xa-3    | 2023-01-01 | 2023-12-31
            book_entry.dossier_id | xa-1    | 2023-01-01 | 2023-12-31
        """,
    )

    assert marks(book_line_not_in_software, SPRING, engine) == {
        "2023/1": False,
        "2023/2": True,
        "2023/3": True,
        "2023/4": True,
        "2023/21": False,
        "2023/22": None,  # its dossiers were not all handed in
        "2023/31": None,  # its book has no codes at all
    }
