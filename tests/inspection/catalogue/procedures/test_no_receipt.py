"""Promises of the rule on receipts of dossiers with a term."""

from datetime import date

from motcua.inspection.catalogue.procedures.no_receipt import no_receipt
from motcua.inspection.period import Period
from tests.conftest import Evidence
from tests.marks import marks

SPRING = Period.of(date(2023, 1, 1), date(2023, 6, 30))

PROCEDURES = """
    procedure_code | version | name                | domain    | in_force_from | in_force_to | term_value | immediate
    ---------------+---------+---------------------+-----------+---------------+-------------+------------+----------
    timed          | 1       | Thủ tục có thời hạn | Hộ tịch   | 2021-01-01    | 2022-12-31  | 5          | no
    timed          | 2       | Thủ tục có thời hạn | Hộ tịch   | 2023-01-01    |             | 3          | no
    at-once        | 1       | Thủ tục trả ngay    | Hộ tịch   | 2021-01-01    |             | 1          | yes
    open-ended     | 1       | Thủ tục không hạn   | Hộ tịch   | 2021-01-01    |             |            | no
    new-term       | 1       | Thủ tục mới có hạn  | Đất đai   | 2021-01-01    |             |            |
    new-term       | 2       | Thủ tục mới có hạn  | Đất đai   | 2023-03-01    |             | 10         |
"""
DOSSIERS = """
    dossier_id  | unit_id | procedure_code | procedure_version | received   | finished
    ------------+---------+----------------+-------------------+------------+-----------
    given       | xa-1    | timed          | 1                 | 2023-02-01 | 2023-02-06
    early       | xa-1    | timed          |                   | 2023-02-01 | 2023-02-01
    shown       | xa-2    | timed          | 2                 | 2023-02-01 | 2023-02-06
    seen-absent | xa-2    | timed          | 2                 | 2023-02-01 | 2023-02-06
    unclear     | xa-2    | timed          | 2                 | 2023-02-01 | 2023-02-06
    given-too   | xa-2    | timed          |                   | 2023-02-01 | 2023-02-06
    quick       | xa-1    | at-once        | 1                 | 2023-02-01 | 2023-02-01
    termless    | xa-1    | open-ended     | 1                 | 2023-02-01 | 2023-02-20
    day-before  | xa-1    | new-term       |                   | 2023-02-28 | 2023-03-20
    day-of      | xa-1    | new-term       |                   | 2023-03-01 | 2023-03-20
    unpublished | xa-1    | elsewhere      |                   | 2023-02-01 | 2023-02-20
    still-open  | xa-1    | timed          | 2                 | 2023-06-20 |
    next-time   | xa-1    | timed          | 2                 | 2023-06-20 | 2023-07-01
"""


def test_a_settled_dossier_with_a_term_has_its_slip_however_early_it_was_settled(evidence: Evidence) -> None:
    engine = evidence(
        procedure=PROCEDURES,
        dossier=DOSSIERS,
        slip="""
            slip_id | dossier_id | unit_id | kind
            --------+------------+---------+--------
            a       | given      | xa-1    | receipt
            b       | given      | xa-1    | receipt
            c       | early      | xa-1    | control
            d       | early      | xa-2    | receipt
            e       | given-too  | xa-2    | receipt
        """,
        coverage="""
            table        | unit_id | from_on    | to_on
            -------------+---------+------------+-----------
            slip/receipt | xa-1    | 2023-01-01 | 2023-06-30
        """,
        sample="""
            sample_id | unit_id | dossier_id
            ----------+---------+------------
            first     | xa-2    | shown
            first     | xa-2    | seen-absent
            first     | xa-2    | unclear
        """,
        sample_check="""
            sample_id | dossier_id  | item                 | verdict
            ----------+-------------+----------------------+--------
            first     | shown       | receipt_present | yes
            first     | seen-absent | receipt_present | no
            first     | unclear     | receipt_present | unclear
        """,
    )

    assert marks(no_receipt, SPRING, engine) == {
        "given": False,
        "early": True,
        "shown": False,
        "seen-absent": True,
        "unclear": None,
        "given-too": False,
        "day-of": True,
    }


def test_who_was_refused_at_the_desk_or_withdrew_needs_no_receipt(evidence: Evidence) -> None:
    engine = evidence(
        procedure=PROCEDURES,
        dossier="""
            dossier_id | unit_id | procedure_code | received   | finished   | status
            -----------+---------+----------------+------------+------------+-------------
            settled    | xa-1    | timed          | 2023-02-01 | 2023-02-06 | settled
            refused    | xa-1    | timed          | 2023-02-01 | 2023-02-01 | not_received
            withdrawn  | xa-1    | timed          | 2023-02-01 | 2023-02-02 | withdrawn
            stopped    | xa-1    | timed          | 2023-02-01 | 2023-02-03 | stopped
        """,
        slip="""
            slip_id | dossier_id | unit_id | kind
            --------+------------+---------+--------
            other   | elsewhere  | xa-1    | receipt
        """,
        coverage="""
            table        | unit_id | from_on    | to_on
            -------------+---------+------------+-----------
            slip/receipt | xa-1    | 2023-01-01 | 2023-06-30
        """,
    )

    assert marks(no_receipt, SPRING, engine) == {"settled": True}


def test_a_unit_that_handed_in_its_apologies_alone_is_not_accused(evidence: Evidence) -> None:
    engine = evidence(
        procedure=PROCEDURES,
        dossier="""
            dossier_id | unit_id | procedure_code | received   | finished
            -----------+---------+----------------+------------+-----------
            settled    | xa-1    | timed          | 2023-02-01 | 2023-02-06
            looked-at  | xa-1    | timed          | 2023-02-01 | 2023-02-06
        """,
        slip="""
            slip_id | dossier_id | unit_id | kind
            --------+------------+---------+--------
            sorry   | settled    | xa-1    | apology
        """,
        coverage="""
            table        | unit_id | from_on    | to_on
            -------------+---------+------------+-----------
            slip         | xa-1    | 2023-01-01 | 2023-06-30
            slip/apology | xa-1    | 2023-01-01 | 2023-06-30
        """,
        sample="sample_id | unit_id | dossier_id\nfirst | xa-1 | looked-at",
        sample_check="sample_id | dossier_id | item | verdict\nfirst | looked-at | receipt_present | no",
    )

    assert marks(no_receipt, SPRING, engine) == {"settled": None, "looked-at": True}
