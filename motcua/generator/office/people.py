"""Staff and posts: officers, roles, vacancies, quotas, training, recruitment, attendance, ratings."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import numpy as np

from motcua.evidence.tables import CONTRACT
from motcua.generator.columns import EPOCH
from motcua.generator.office.dates import each, each_year, happened, officer
from motcua.generator.world import OFFICERS, World

HEAD = OFFICERS - 1
ROLES = ("reception", "reception", *["specialist"] * 4, "reform_officer", "leader")
TITLES = (("Chủ tịch", True, 1), ("Phó Chủ tịch", True, 2), ("Trưởng phòng Nội vụ", True, 1), ("Công chức", False, 10))
COURSES = ("Cải cách hành chính", "Chuyển đổi số", "Nghiệp vụ một cửa")
ATTENDANCE_DAYS = 10


def staff_rows(world: World) -> Iterator[dict[str, Any]]:
    since = world.order.first.year - 2
    for unit in world.units:
        for number, role in enumerate(ROLES):
            yield {
                "person": officer(world, unit, number),
                "unit_id": unit.unit_id,
                "kind": "civil_servant",
                "role": role,
                "decision_no": f"{100 + number}/QĐ-UBND",
                "valid_from": date(since, 1, 1 + number),
                "record_synced": True,
                **happened(world, "trained", date(since + 1, 11, 15)),
            }


def focal_rows(world: World) -> Iterator[dict[str, Any]]:
    for unit in world.units:
        for number, role in enumerate(CONTRACT["focal_point"].columns["role"].words):
            yield {
                "unit_id": unit.unit_id,
                "role": role,
                "person": officer(world, unit, HEAD - number),
                "decision_no": f"{30 + number}/QĐ-UBND",
                "valid_from": date(world.order.first.year - 1, 1, 10),
            }


def position_rows(world: World) -> Iterator[dict[str, Any]]:
    """Posts on the first and the last day, all filled."""
    for unit in world.units:
        for as_of in sorted({world.order.first, world.order.last}):
            for title, leader, required in TITLES:
                counts = {"required": required, "filled": required, "as_of": as_of}
                yield {"unit_id": unit.unit_id, "title": title, "leader": leader, **counts}


def quota_rows(world: World) -> Iterator[dict[str, Any]]:
    for unit, year in each_year(world):
        for kind, quota in (("civil_servant", 14), ("public_employee", 40)):
            yield {"unit_id": unit.unit_id, "year": year, "kind": kind, "quota": quota, "present": quota - 1}


def reduction_rows(world: World) -> Iterator[dict[str, Any]]:
    """In districts and the province, or where there is no district in communes, one officer of each kind released."""
    for unit, rng in each(world):
        decided = happened(world, "decided", date(world.order.first.year, 1, 25))
        if unit.level == "commune" or decided["decided_on"] is None:
            continue
        persons = rng.choice(len(world.people), 2, replace=False)
        for person, kind in zip(persons, ("civil_servant", "public_employee"), strict=True):
            yield {"person": world.people[int(person)].as_py(), "unit_id": unit.unit_id, "kind": kind, **decided}


def training_rows(world: World) -> Iterator[dict[str, Any]]:
    for unit, year in each_year(world):
        for course in COURSES:
            yield {"unit_id": unit.unit_id, "year": year, "course": course, "planned": 20, "actual": 20}


def recruitment_rows(world: World) -> Iterator[dict[str, Any]]:
    groups = CONTRACT["recruitment"].columns["post_group"].words
    for unit, year in each_year(world):
        for group in groups if unit.level != "commune" else ():
            counts = {"post_group": group, "quota": 5, "recruited": 5}
            yield {"unit_id": unit.unit_id, "year": year, **counts, **happened(world, "plan_issued", date(year, 1, 20))}


def rating_rows(world: World) -> Iterator[dict[str, Any]]:
    for unit in world.units:
        year = world.order.first.year - 1
        rating = {"rating": "Hoàn thành tốt nhiệm vụ", "reform_share": 20.0}
        yield {"unit_id": unit.unit_id, "year": year, **rating}


def attendance_rows(world: World) -> Iterator[dict[str, Any]]:
    """The officers of the desk on the last working days."""
    hours = world.hours
    first = max(world.order.last - timedelta(days=ATTENDANCE_DAYS), world.order.first).toordinal() - EPOCH
    days = np.arange(first, world.order.last.toordinal() - EPOCH + 1)
    days = days[hours.working[days - hours.base]]
    for unit in world.units:
        for number in range(2):
            for day in days:
                on = date.fromordinal(int(day) + EPOCH)
                presence = {"day": on, "expected": True, "present": True}
                yield {"unit_id": unit.unit_id, "person": officer(world, unit, number), **presence}
