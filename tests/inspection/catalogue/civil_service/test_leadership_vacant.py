"""Promises of the rule: leadership vacant."""

from datetime import date

import pytest

from motcua.inspection.catalogue.civil_service.leadership_vacant import leadership_vacant
from motcua.inspection.engine import Inspection
from motcua.inspection.period import Period
from motcua.inspection.programme import default_programme
from motcua.inspection.statements import Kind, conclude
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


@pytest.mark.parametrize(
    ("filled", "said"),
    [
        (5, {Kind.STRENGTH, Kind.RECOMMENDATION}),
        (4, {Kind.STRENGTH, Kind.LIMITATION, Kind.RECOMMENDATION}),
        (3, {Kind.LIMITATION, Kind.RECOMMENDATION}),
    ],
)
def test_filling_most_titles_is_praised_from_the_share_up(evidence: Evidence, filled: int, said: set[Kind]) -> None:
    titles = "\n".join(f"unit-1 | Title {n} | yes | 1 | {int(n < filled)} | 2023-06-30" for n in range(5))
    engine = evidence(
        unit="""
            unit_id | name | level    | kind
            --------+------+----------+----------
            unit-1  | A    | district | committee
        """,
        position="unit_id | title | leader | required | filled | as_of\n" + titles,
    )
    found = conclude(Inspection.open(engine, PERIOD, ["unit-1"]), [leadership_vacant], default_programme())

    assert {s.kind for s in found.statements if s.unit_id == "unit-1"} == said
