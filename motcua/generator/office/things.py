"""What units have and spend: devices, security files, the look of the desk, additional income."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from motcua.evidence.tables import CONTRACT
from motcua.generator.office.dates import happened
from motcua.generator.world import World

DEVICES = (*["computer"] * 6, "scanner", "scanner", "printer", "network")
AT_DESK = 4
INCOME = 150_000_000


def device_rows(world: World) -> Iterator[dict[str, Any]]:
    for unit in world.units:
        for number, kind in enumerate(DEVICES):
            yield {
                "device_id": f"{unit.unit_id}-TB{number + 1:02d}",
                "unit_id": unit.unit_id,
                "kind": kind,
                "place": "one_stop" if number < AT_DESK else "office",
                "acquired_year": world.order.first.year - 2,
                "meets_minimum": True,
                "anti_malware": True,
            }


def security_rows(world: World) -> Iterator[dict[str, Any]]:
    year = world.order.first.year - 1
    for unit in world.units:
        yield {
            "unit_id": unit.unit_id,
            "system": "LAN",
            "level": 1 if unit.level == "commune" else 2,
            **happened(world, "completed", date(year, 9, 10)),
            **happened(world, "submitted", date(year, 9, 20)),
            **happened(world, "approved", date(year, 10, 20)),
        }


def finance_rows(world: World) -> Iterator[dict[str, Any]]:
    before = world.order.first.year - 1
    for unit in world.units:
        for year in (before, *world.order.years):
            yield {"unit_id": unit.unit_id, "year": year, "additional_income_paid": INCOME}


def observation_rows(world: World) -> Iterator[dict[str, Any]]:
    for unit in world.units:
        for item in CONTRACT["observation"].columns["item"].words:
            yield {"unit_id": unit.unit_id, "item": item, "ok": True, **happened(world, "seen", world.order.last)}
