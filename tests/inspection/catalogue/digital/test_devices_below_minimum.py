"""Promises of the rule on devices below the minimum."""

from datetime import date

from motcua.inspection.catalogue.digital.devices_below_minimum import devices_below_minimum
from motcua.inspection.period import Period
from tests.conftest import Evidence
from tests.marks import marks

HALF_YEAR = Period.of(date(2023, 1, 1), date(2023, 6, 30))


def test_a_device_meets_the_minimum(evidence: Evidence) -> None:
    engine = evidence(
        device="""
            device_id | unit_id | kind     | place    | meets_minimum
            ----------+---------+----------+----------+--------------
            strong    | ward-12 | computer | one_stop | yes
            weak      | ward-12 | computer | one_stop | no
            scanner   | ward-12 | scanner  | office   | no
            unknown   | ward-12 | computer | office   |
        """,
    )

    assert marks(devices_below_minimum, HALF_YEAR, engine) == {
        "strong": False,
        "weak": True,
        "scanner": True,
        "unknown": None,
    }


def test_places_are_named_in_vietnamese(evidence: Evidence) -> None:
    engine = evidence(
        device="""
            device_id | unit_id | kind     | place    | meets_minimum
            ----------+---------+----------+----------+--------------
            desk      | ward-12 | computer | one_stop | no
            hall      | ward-12 | computer | hội trường | no
        """,
    )

    found = engine.rows(devices_below_minimum.expression(HALF_YEAR))
    assert {row["subject"]: row["about"] for row in found} == {"desk": "Bộ phận Một cửa", "hall": "hội trường"}
