"""Promises of the rule on steps of dossiers in the software."""

from datetime import date

from motcua.inspection.catalogue.procedures.no_process_steps import no_process_steps
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


def test_a_settled_dossier_with_a_term_has_steps_in_the_software(evidence: Evidence) -> None:
    engine = evidence(
        procedure=PROCEDURES,
        dossier=DOSSIERS,
        dossier_step="""
            unit_id | dossier_id | step_no
            --------+------------+--------
            xa-1    | given      | 1
            xa-1    | given      | 2
            xa-2    | given-too  | 1
            xa-2    | early      | 1
        """,
        coverage="""
            table        | unit_id | from_on    | to_on
            -------------+---------+------------+-----------
            dossier_step | xa-1    | 2023-02-01 | 2023-03-19
        """,
    )

    assert marks(no_process_steps, SPRING, engine) == {
        "given": False,
        "early": True,
        "shown": None,
        "seen-absent": None,
        "unclear": None,
        "given-too": False,
        "day-of": None,  # settled a day after the records of steps end
    }
