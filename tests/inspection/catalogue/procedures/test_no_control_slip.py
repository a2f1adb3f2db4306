"""Promises of the rule on control slips of dossiers with a term."""

from datetime import date

from motcua.inspection.catalogue.procedures.no_control_slip import no_control_slip
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
            a       | given      | xa-1    | control
            b       | given      | xa-1    | control
            c       | early      | xa-1    | receipt
            d       | early      | xa-2    | control
            e       | given-too  | xa-2    | control
        """,
        coverage="""
            table        | unit_id | from_on    | to_on
            -------------+---------+------------+-----------
            slip/control | xa-1    | 2023-01-01 | 2023-06-30
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
            first     | shown       | control_slip_present | yes
            first     | seen-absent | control_slip_present | no
            first     | unclear     | control_slip_present | unclear
        """,
    )

    assert marks(no_control_slip, SPRING, engine) == {
        "given": False,
        "early": True,
        "shown": False,
        "seen-absent": True,
        "unclear": None,
        "given-too": False,
        "day-of": True,
    }


def test_a_unit_that_handed_in_its_receipts_alone_is_not_accused(evidence: Evidence) -> None:
    engine = evidence(
        procedure=PROCEDURES,
        dossier="""
            dossier_id | unit_id | procedure_code | received   | finished
            -----------+---------+----------------+------------+-----------
            settled    | xa-1    | timed          | 2023-02-01 | 2023-02-06
        """,
        slip="slip_id | dossier_id | unit_id | kind\na | settled | xa-1 | receipt",
        coverage="""
            table        | unit_id | from_on    | to_on
            -------------+---------+------------+-----------
            slip         | xa-1    | 2023-01-01 | 2023-12-31
            slip/receipt | xa-1    | 2023-01-01 | 2023-12-31
        """,
    )

    assert marks(no_control_slip, SPRING, engine) == {"settled": None}
