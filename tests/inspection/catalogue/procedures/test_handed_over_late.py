"""Promises of the rule on late hand-overs to who settles a dossier."""

from datetime import date

from motcua.inspection.catalogue.procedures.handed_over_late import handed_over_late
from motcua.inspection.period import Period
from tests.conftest import Evidence
from tests.marks import marks

MARCH = Period.of(date(2024, 3, 1), date(2024, 3, 31))


def test_a_dossier_goes_on_the_same_working_day_or_after_15_00_on_the_next(evidence: Evidence) -> None:
    engine = evidence(
        unit="""
            unit_id
            -------
            ward-12
        """,
        dossier="""
            dossier_id    | unit_id | received
            --------------+---------+-----------------
            same-day      | ward-12 | 2024-03-01 08:30
            next-day      | ward-12 | 2024-03-01 14:59
            after-three   | ward-12 | 2024-03-01 15:00
            two-days      | ward-12 | 2024-03-01 16:00
            day-only      | ward-12 | 2024-03-01
            day-only-same | ward-12 | 2024-03-01
            day-only-late | ward-12 | 2024-03-01
            on-saturday   | ward-12 | 2024-03-02 08:30
            desk-leg      | ward-12 | 2024-03-01 08:30
            desk-leg-late | ward-12 | 2024-03-01 08:30
            at-the-desk   | ward-12 | 2024-03-01 08:30
            no-steps      | ward-12 | 2024-03-01 08:30
        """,
        dossier_step="""
            dossier_id    | unit_id | step_no | sent             | received         | finished
            --------------+---------+---------+------------------+------------------+-----------------
            same-day      | ward-12 | 1       | 2024-03-01 10:00 |                  |
            same-day      | ward-12 | 2       | 2024-03-20 10:00 |                  |
            next-day      | ward-12 | 1       | 2024-03-04 07:30 |                  |
            after-three   | ward-12 | 1       |                  | 2024-03-04 07:30 |
            two-days      | ward-12 | 1       | 2024-03-05 07:30 |                  |
            day-only      | ward-12 | 1       | 2024-03-04       |                  |
            day-only-same | ward-12 | 1       | 2024-03-01       |                  | 2024-03-20
            day-only-late | ward-12 | 1       | 2024-03-05       |                  |
            on-saturday   | ward-12 | 1       | 2024-03-04 09:00 |                  |
            desk-leg      | ward-12 | 1       | 2024-03-01 08:30 | 2024-03-01 08:30 | 2024-03-01 09:00
            desk-leg-late | ward-12 | 1       | 2024-03-01 08:30 | 2024-03-01 08:30 | 2024-03-04 09:00
            at-the-desk   | ward-12 | 1       | 2024-03-01 08:30 | 2024-03-01 08:30 |
        """,
    )

    assert marks(handed_over_late, MARCH, engine) == {
        "same-day": False,
        "next-day": True,  # received on a Friday before 15:00, sent on Monday
        "after-three": False,
        "two-days": True,
        "day-only": None,  # whether it came before 15:00 is not known
        "day-only-same": False,
        "day-only-late": True,
        "on-saturday": False,
        "desk-leg": False,
        "desk-leg-late": True,
        "at-the-desk": None,
    }
