"""What units look into: reviews of procedures, inspections of units below, earlier findings, scores of an index."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from motcua.generator.office.dates import each_year, falls, happened
from motcua.generator.office.duties import DOMAINS
from motcua.generator.world import World

REVIEWED = ("Hộ tịch", "Đất đai", "Bảo trợ xã hội")
OLD_FINDING = "CU-001"  # no rule of the catalogue, so that it cannot come back
MAXIMUM = 10.0


def review_rows(world: World) -> Iterator[dict[str, Any]]:
    for unit, year in each_year(world):
        for domain in REVIEWED:
            yield {
                "unit_id": unit.unit_id,
                "year": year,
                "domain": domain,
                "assigned_by": f"{year}/KH-UBND",
                "planned": True,
                "reviewed": True,
                "contents_complete": True,
                "proposal": "Giảm thành phần hồ sơ",
            }


def round_rows(world: World) -> Iterator[dict[str, Any]]:
    """Every unit inspects each unit right below it once a year, as planned."""
    for unit, year in each_year(world):
        if unit.parent_id is None:
            continue
        planned = date(year, 5, 16)
        yield {
            "unit_id": unit.parent_id,
            "target_unit_id": unit.unit_id,
            **falls("planned", planned),
            **happened(world, "held", planned),
            **happened(world, "concluded", planned + timedelta(days=15)),
        }


def past_rows(world: World) -> Iterator[dict[str, Any]]:
    year = world.order.first.year - 1
    for unit in world.units:
        yield {
            "unit_id": unit.unit_id,
            "rule_code": OLD_FINDING,
            **happened(world, "noticed", date(year, 6, 1)),
            **falls("due", date(year + 1, 3, 31)),
            **happened(world, "closed", date(year + 1, 3, 1)),
        }


def score_rows(world: World) -> Iterator[dict[str, Any]]:
    year = world.order.first.year - 1
    for unit in world.units:
        for domain in DOMAINS:
            score = {"criterion": domain, "maximum": MAXIMUM, "score": MAXIMUM}
            yield {"unit_id": unit.unit_id, "set": "PAR-INDEX", "year": year, **score}
