"""Promises of the rule: leadership vacant."""

from datetime import date

from motcua.inspection.catalogue.civil_service.leadership_vacant import leadership_vacant
from motcua.inspection.period import Period
from tests.conftest import Evidence
from tests.marks import marks

PERIOD = Period.of(date(2023, 1, 1), date(2023, 7, 27))


def test_a_leading_title_is_filled_as_last_counted(evidence: Evidence) -> None:
    engine = evidence(
        position="""
            unit_id | title                | leader | required | filled | as_of
            --------+----------------------+--------+----------+--------+-----------
            unit-1  | Trưởng phòng Nội vụ  | yes    | 1        | 1      | 2023-06-30
            unit-1  | Trưởng phòng Tư pháp | yes    | 1        | 1      | 2023-03-31
            unit-1  | Trưởng phòng Tư pháp | yes    | 1        | 0      | 2023-06-30
            unit-1  | Trưởng phòng Y tế    | yes    | 1        | 0      | 2023-06-30
            unit-1  | Trưởng phòng Y tế    | yes    | 1        | 1      | 2023-07-27
            unit-1  | Trưởng phòng Y tế    | yes    | 1        | 0      | 2023-07-28
            unit-1  | Chuyên viên          | no     | 5        | 4      | 2023-06-30
        """,
    )

    assert marks(leadership_vacant, PERIOD, engine) == {
        "Trưởng phòng Nội vụ": False,
        "Trưởng phòng Tư pháp": True,
        "Trưởng phòng Y tế": False,
    }
