"""Promises of the rule on apologies for late dossiers."""

from datetime import date

from motcua.inspection.catalogue.procedures.late_without_apology import late_without_apology
from motcua.inspection.engine import Inspection
from motcua.inspection.period import Period
from motcua.inspection.verdict import Outcome
from tests.conftest import Evidence
from tests.marks import marks

MARCH = Period.of(date(2024, 3, 1), date(2024, 3, 31))


def test_a_late_dossier_needs_an_apology_before_the_day_it_was_due(evidence: Evidence) -> None:
    engine = evidence(
        dossier="""
            dossier_id | unit_id | received   | due        | finished
            -----------+---------+------------+------------+-----------
            on-time    | ward-12 | 2024-03-01 | 2024-03-10 | 2024-03-09
            excused    | ward-12 | 2024-03-01 | 2024-03-10 | 2024-03-12
            too-late   | ward-12 | 2024-03-01 | 2024-03-10 | 2024-03-12
            silent     | ward-12 | 2024-03-01 | 2024-03-10 | 2024-03-12
            still-open | ward-12 | 2024-02-20 | 2024-02-27 |
            elsewhere  | ward-13 | 2024-03-01 | 2024-03-10 | 2024-03-12
            undated    | ward-12 | 2024-03-01 | 2024-03-10 | 2024-03-12
            same-day   | ward-12 | 2024-03-10 | 2024-03-10 | 2024-03-12
            no-ends    | ward-14 | 2024-03-01 | 2024-03-10 |
            in-april   | ward-12 | 2024-03-01 | 2024-04-10 | 2024-04-12
        """,
        slip="""
            dossier_id | unit_id | kind    | issued
            -----------+---------+---------+-----------
            excused    | ward-12 | apology | 2024-03-09
            too-late   | ward-12 | apology | 2024-03-10
            undated    | ward-12 | apology |
            same-day   | ward-12 | apology | 2024-03-10
        """,
        coverage="""
            table            | unit_id | from_on    | to_on
            -----------------+---------+------------+-----------
            slip/apology     | ward-12 | 2024-01-01 | 2024-12-31
            slip/apology     | ward-14 | 2024-01-01 | 2024-12-31
            dossier.finished | ward-12 | 2024-01-01 | 2024-12-31
        """,
    )

    assert marks(late_without_apology, MARCH, engine) == {
        "excused": False,
        "too-late": True,
        "silent": True,
        "still-open": True,
        "elsewhere": None,  # its letters were never handed in
        "undated": None,  # a letter was sent, its day is not known
        "same-day": False,  # due on the day it came in: no day before it
        "no-ends": None,  # whether it is still open was not exported
    }


def test_nobody_is_late_with_what_was_withdrawn_or_waits_for_the_applicant(evidence: Evidence) -> None:
    engine = evidence(
        dossier="""
            dossier_id | unit_id | received   | due        | finished   | status
            -----------+---------+------------+------------+------------+-----------
            at-work    | ward-12 | 2024-03-01 | 2024-03-10 |            | processing
            withdrawn  | ward-12 | 2024-03-01 | 2024-03-10 |            | withdrawn
            refused    | ward-12 | 2024-03-01 | 2024-03-10 |            | not_received
            waiting    | ward-12 | 2024-03-01 | 2024-03-10 |            | supplement
        """,
        slip="dossier_id | unit_id | kind | issued",
        coverage="""
            table            | unit_id | from_on    | to_on
            -----------------+---------+------------+-----------
            slip/apology     | ward-12 | 2024-01-01 | 2024-12-31
            dossier.finished | ward-12 | 2024-01-01 | 2024-12-31
        """,
    )

    assert marks(late_without_apology, MARCH, engine) == {"at-work": True}


def test_a_unit_that_handed_in_its_receipts_alone_is_not_accused(evidence: Evidence) -> None:
    engine = evidence(
        unit="unit_id | level\nward-12 | commune",
        dossier="""
            dossier_id | unit_id | received   | due        | finished
            -----------+---------+------------+------------+-----------
            silent     | ward-12 | 2024-03-01 | 2024-03-10 | 2024-03-12
        """,
        slip="dossier_id | unit_id | kind | issued\nsilent | ward-12 | receipt | 2024-03-01",
        coverage="""
            table        | unit_id | from_on    | to_on
            -------------+---------+------------+-----------
            slip         | ward-12 | 2024-01-01 | 2024-12-31
            slip/receipt | ward-12 | 2024-01-01 | 2024-12-31
            dossier      | ward-12 | 2024-01-01 | 2024-12-31
        """,
    )

    [verdict] = Inspection.open(engine, MARCH, ["ward-12"]).verdicts(late_without_apology)

    assert marks(late_without_apology, MARCH, engine) == {"silent": None}
    assert verdict.outcome is Outcome.NOT_ASSESSABLE
    assert verdict.missing == ("slip/apology",)
