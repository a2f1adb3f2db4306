"""Promises of the rule on dossiers in the tracking book."""

from datetime import date

from motcua.inspection.catalogue.procedures.dossier_not_in_book import dossier_not_in_book
from motcua.inspection.period import Period
from tests.conftest import Evidence
from tests.marks import marks

SPRING = Period.of(date(2023, 1, 1), date(2023, 6, 30))


def test_what_was_taken_in_stands_in_the_tracking_book_or_that_of_certifications(evidence: Evidence) -> None:
    engine = evidence(
        unit="""
            unit_id | level    | kind      | parent_id
            --------+----------+-----------+----------
            huyen   | district | committee |
            xa-1    | commune  | committee | huyen
            xa-1-MC | commune  | one_stop  | xa-1
            xa-2    | commune  | committee | huyen
            xa-3    | commune  | committee | huyen
        """,
        dossier="""
            dossier_id | unit_id | received   | received_by_unit_id | parent_dossier_id
            -----------+---------+------------+---------------------+------------------
            noted      | xa-1    | 2023-03-01 | xa-1-MC             |
            certified  | xa-1    | 2023-03-01 |                     |
            left-out   | xa-1    | 2023-03-01 | xa-1-MC             |
            elsewhere  | xa-1    | 2023-03-01 |                     |
            linked     | xa-1    | 2023-03-01 |                     | H-1
            sent-down  | xa-1    | 2023-03-01 | huyen               |
            last-year  | xa-1    | 2022-12-31 |                     |
            no-book    | xa-2    | 2023-03-01 |                     |
            nameless   | xa-3    | 2023-03-01 |                     |
        """,
        book_entry="""
            unit_id | book_kind     | year | serial | dossier_id
            --------+---------------+------+--------+-----------
            xa-1    | tracking      | 2023 | 1      | noted
            xa-1    | tracking      | 2023 | 2      | noted
            xa-1    | certification | 2023 | 1      | certified
            xa-2    | tracking      | 2023 | 1      | elsewhere
            xa-1    | linked_land   | 2023 | 1      | elsewhere
            xa-3    | tracking      | 2023 | 1      |
        """,
        coverage="""
            table               | unit_id | from_on    | to_on
            --------------------+---------+------------+-----------
            book_entry/tracking | xa-1    | 2023-01-01 | 2023-12-31
            book_entry/tracking | xa-3    | 2023-01-01 | 2023-12-31
        """,
    )

    assert marks(dossier_not_in_book, SPRING, engine) == {
        "noted": False,
        "certified": False,
        "left-out": True,
        "elsewhere": True,
        "no-book": None,
        "nameless": None,  # the book has lines, but none says which dossier
    }


def test_online_dossiers_and_certifications_of_a_book_not_handed_in_are_not_missed(evidence: Evidence) -> None:
    engine = evidence(
        unit="""
            unit_id | level   | kind      | parent_id
            --------+---------+-----------+----------
            xa-1    | commune | committee |
            xa-2    | commune | committee |
        """,
        dossier="""
            dossier_id | unit_id | received   | channel | domain
            -----------+---------+------------+---------+-----------
            online     | xa-1    | 2023-03-01 | online  | Hộ tịch
            at-desk    | xa-1    | 2023-03-01 | counter | Hộ tịch
            copy       | xa-1    | 2023-03-01 | counter | Chứng thực
            other-copy | xa-2    | 2023-03-01 | counter | Chứng thực
        """,
        book_entry="""
            unit_id | book_kind     | year | serial | dossier_id
            --------+---------------+------+--------+-----------
            xa-1    | tracking      | 2023 | 1      | noted
            xa-2    | certification | 2023 | 1      | noted
        """,
        coverage="""
            table                    | unit_id | from_on    | to_on
            -------------------------+---------+------------+-----------
            book_entry/tracking      | xa-1    | 2023-01-01 | 2023-12-31
            book_entry/tracking      | xa-2    | 2023-01-01 | 2023-12-31
            book_entry/certification | xa-2    | 2023-01-01 | 2023-12-31
        """,
    )

    assert marks(dossier_not_in_book, SPRING, engine) == {
        "online": None,
        "at-desk": True,
        "copy": None,
        "other-copy": True,
    }


def test_a_unit_that_handed_in_its_book_of_certifications_alone_is_not_accused(evidence: Evidence) -> None:
    engine = evidence(
        unit="unit_id | level | kind\nxa-1 | commune | committee",
        dossier="""
            dossier_id | unit_id | received   | channel | domain
            -----------+---------+------------+---------+-----------
            at-desk    | xa-1    | 2023-03-01 | counter | Hộ tịch
            copy       | xa-1    | 2023-03-01 | counter | Chứng thực
        """,
        book_entry="""
            unit_id | book_kind     | year | serial | dossier_id
            --------+---------------+------+--------+-----------
            xa-1    | certification | 2023 | 1      | other
        """,
        coverage="""
            table                    | unit_id | from_on    | to_on
            -------------------------+---------+------------+-----------
            book_entry               | xa-1    | 2023-01-01 | 2023-12-31
            book_entry/certification | xa-1    | 2023-01-01 | 2023-12-31
        """,
    )

    assert marks(dossier_not_in_book, SPRING, engine) == {"at-desk": None, "copy": None}
