"""Promises of the rule on linked land dossiers in a book of their own."""

from datetime import date

from motcua.inspection.catalogue.procedures.linked_land_without_register import linked_land_without_register
from motcua.inspection.period import Period
from tests.conftest import Evidence
from tests.marks import marks

SPRING = Period.of(date(2023, 1, 1), date(2023, 6, 30))


def test_a_land_dossier_from_another_level_stands_in_the_book_of_linked_ones(evidence: Evidence) -> None:
    engine = evidence(
        unit="""
            unit_id | level    | kind      | parent_id
            --------+----------+-----------+----------
            huyen   | district | committee |
            xa-1    | commune  | committee | huyen
            xa-1-MC | commune  | one_stop  | xa-1
            xa-2    | commune  | committee | huyen
        """,
        dossier="""
            dossier_id | unit_id | domain  | received   | received_by_unit_id | parent_dossier_id
            -----------+---------+---------+------------+---------------------+------------------
            noted      | xa-1    | Đất đai | 2023-03-01 | xa-1-MC             | H-1
            left-out   | xa-1    | Đất đai | 2023-03-01 | xa-1-MC             | H-2
            sent-down  | xa-1    | Đất đai | 2023-03-01 | huyen               |
            wrong-book | xa-1    | Đất đai | 2023-03-01 |                     | H-3
            by-field   | xa-1    | Lĩnh vực đất đai | 2023-03-01 |             | H-6
            own        | xa-1    | Đất đai | 2023-03-01 | xa-1-MC             |
            other      | xa-1    | Hộ tịch | 2023-03-01 |                     | H-4
            unknown    | xa-2    | Đất đai | 2023-03-01 |                     | H-5
        """,
        book_entry="""
            unit_id | book_kind   | year | serial | dossier_id
            --------+-------------+------+--------+-----------
            xa-1    | linked_land | 2023 | 1      | noted
            xa-1    | tracking    | 2023 | 1      | wrong-book
        """,
        coverage="""
            table                  | unit_id | from_on    | to_on
            -----------------------+---------+------------+-----------
            book_entry/linked_land | xa-1    | 2023-01-01 | 2023-12-31
        """,
    )

    assert marks(linked_land_without_register, SPRING, engine) == {
        "noted": False,
        "left-out": True,
        "sent-down": True,
        "by-field": True,
        "wrong-book": True,
        "unknown": None,
    }


def test_a_unit_that_handed_in_its_tracking_book_alone_is_not_accused(evidence: Evidence) -> None:
    engine = evidence(
        unit="unit_id | level | kind\nxa-1 | commune | committee",
        dossier="""
            dossier_id | unit_id | domain  | received   | parent_dossier_id
            -----------+---------+---------+------------+------------------
            sent-down  | xa-1    | Đất đai | 2023-03-01 | H-1
        """,
        book_entry="unit_id | book_kind | year | serial | dossier_id\nxa-1 | tracking | 2023 | 1 | other",
        coverage="""
            table               | unit_id | from_on    | to_on
            --------------------+---------+------------+-----------
            book_entry          | xa-1    | 2023-01-01 | 2023-12-31
            book_entry/tracking | xa-1    | 2023-01-01 | 2023-12-31
        """,
    )

    assert marks(linked_land_without_register, SPRING, engine) == {"sent-down": None}
