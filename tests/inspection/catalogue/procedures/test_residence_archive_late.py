"""Promises of the rule on the archive of residence dossiers: other than permanent."""

from datetime import date

from motcua.inspection.catalogue.procedures.residence_archive_late import residence_archive_late
from motcua.inspection.period import Period
from tests.conftest import Evidence
from tests.marks import marks

HALF_YEAR = Period.of(date(2023, 1, 1), date(2023, 6, 30))
COVERED = """
    table                        | unit_id | from_on    | to_on
    -----------------------------+---------+------------+-----------
    archive_handover.handed_over | ward-12 | 2021-01-01 | 2026-12-31
"""


def test_a_dossier_reaches_the_archive_within_five_days(evidence: Evidence) -> None:
    engine = evidence(
        archive_handover="""
            dossier_id | unit_id | residence_kind | settled    | handed_over
            -----------+---------+----------------+------------+------------
            fifth-day  | ward-12 | temporary | 2023-03-01 | 2023-03-06
            sixth-day  | ward-12 | temporary | 2023-03-01 | 2023-03-07
            never      | ward-12 | temporary | 2023-06-24 |
            not-yet    | ward-12 | temporary | 2023-06-25 |
            elsewhere  | ward-13 | temporary | 2023-03-01 |
            proved     | ward-13 | temporary | 2023-03-01 | 2023-03-20
            old        | ward-12 | temporary | 2022-12-31 |
            other-kind | ward-12 | permanent | 2023-03-01 |
        """,
        coverage=COVERED,
    )

    assert marks(residence_archive_late, HALF_YEAR, engine) == {
        "fifth-day": False,
        "sixth-day": True,
        "never": True,
        "elsewhere": None,  # its list has no day of hand-over
        "proved": True,
    }


def test_the_duty_begins_with_the_circular(evidence: Evidence) -> None:
    engine = evidence(
        archive_handover="""
            dossier_id | unit_id | residence_kind | settled    | handed_over
            -----------+---------+----------------+------------+------------
            before     | ward-12 | temporary | 2021-06-30 | 2021-08-01
            first-day  | ward-12 | temporary | 2021-07-01 | 2021-08-01
        """,
        coverage=COVERED,
    )

    assert marks(residence_archive_late, Period.of(date(2021, 6, 1), date(2021, 8, 31)), engine) == {"first-day": True}


def test_a_residence_dossier_that_no_hand_over_names_counts_as_never_handed_over(evidence: Evidence) -> None:
    engine = evidence(
        dossier="""
            dossier_id | unit_id | domain                  | received   | finished   | issued
            -----------+---------+-------------------------+------------+------------+-----------
            forgotten  | ward-12 | Đăng ký, quản lý cư trú | 2023-02-27 | 2023-03-01 | 2023-03-01
            named      | ward-12 | Đăng ký, quản lý cư trú | 2023-02-27 | 2023-03-01 | 2023-03-01
            fresh      | ward-12 | Đăng ký, quản lý cư trú | 2023-06-20 | 2023-06-28 | 2023-06-28
            no-result  | ward-12 | Đăng ký, quản lý cư trú | 2023-02-27 | 2023-03-01 |
            no-list    | ward-13 | Đăng ký, quản lý cư trú | 2023-02-27 | 2023-03-01 | 2023-03-01
            birth      | ward-12 | Hộ tịch                 | 2023-02-27 | 2023-03-01 | 2023-03-01
        """,
        archive_handover="""
            dossier_id | unit_id | residence_kind | settled    | handed_over
            -----------+---------+----------------+------------+------------
            named      | ward-12 | temporary      | 2023-03-01 | 2023-03-02
        """,
        coverage="""
            table                        | unit_id | from_on    | to_on
            -----------------------------+---------+------------+-----------
            archive_handover             | ward-12 | 2021-01-01 | 2026-12-31
            archive_handover.handed_over | ward-12 | 2021-01-01 | 2026-12-31
        """,
    )

    assert marks(residence_archive_late, HALF_YEAR, engine) == {
        "forgotten": True,
        "named": False,
        "no-list": None,
    }
