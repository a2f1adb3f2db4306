"""What units owe by a day and did in time: plans and other obligations, reports with their sections, tasks."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from motcua.evidence.tables import CONTRACT, OBLIGATIONS
from motcua.generator.office.dates import each, each_year, falls, happened, officer
from motcua.generator.province import Committee
from motcua.generator.world import World

DUE: dict[str, tuple[int, int]] = {
    "dialogue_report": (12, 15),
    "functions_report": (11, 30),
    "autonomy_report": (2, 28),
    "budget_disclosure": (1, 31),
    "training_plan": (3, 31),
    "emulation_plan": (3, 31),
}
PLANS_DUE = (1, 31)
DOMAINS = (
    "Cải cách thể chế",
    "Cải cách thủ tục hành chính",
    "Cải cách tổ chức bộ máy hành chính nhà nước",
    "Cải cách chế độ công vụ",
    "Cải cách tài chính công",
    "Xây dựng và phát triển chính quyền điện tử, chính quyền số",
)
FORMS = tuple(f"{number:02d}" for number in range(1, 16))
REFORM_REPORT = "CCHC"
QUARTERS = ((3, 15), (6, 15), (9, 15), (12, 15))
TASKS = 12


def obligations_of(world: World) -> Iterator[tuple[Committee, int, str, date, date]]:
    """Unit, year, kind, day due and day fulfilled."""
    for unit, year in each_year(world):
        for number, kind in enumerate(OBLIGATIONS):
            due = date(year, *DUE.get(kind, PLANS_DUE))
            yield unit, year, kind, due, due - timedelta(days=3 + number)


def obligation_id(unit: Committee, year: int, kind: str) -> str:
    return f"{unit.unit_id}-{year}-{kind}"


def obligation_rows(world: World) -> Iterator[dict[str, Any]]:
    for unit, year, kind, due, done in obligations_of(world):
        fulfilled = happened(world, "fulfilled", done)
        name = obligation_id(unit, year, kind)
        yield {
            "obligation_id": name,
            "unit_id": unit.unit_id,
            "kind": kind,
            "period": str(year),
            "document_id": name if fulfilled["fulfilled_on"] else None,
            **falls("due", due),
            **fulfilled,
        }


def plan_domain_rows(world: World) -> Iterator[dict[str, Any]]:
    """The reform plan names the six domains as they are called now."""
    for unit, year in each_year(world):
        for domain in DOMAINS:
            yield {"obligation_id": obligation_id(unit, year, "reform_plan"), "domain": domain}


def _reports(world: World) -> Iterator[tuple[Committee, str, str, date]]:
    for unit, year in each_year(world):
        for quarter, (month, day) in enumerate(QUARTERS, 1):
            for form in (*FORMS, REFORM_REPORT):
                yield unit, form, f"{year}-Q{quarter}", date(year, month, day)


def report_rows(world: World) -> Iterator[dict[str, Any]]:
    for unit, form, period, due in _reports(world):
        yield {
            "report_id": f"{unit.unit_id}-{form}-{period}",
            "unit_id": unit.unit_id,
            "form_code": form,
            "period": period,
            **falls("due", due),
            **happened(world, "submitted", due - timedelta(days=2)),
        }


def section_rows(world: World) -> Iterator[dict[str, Any]]:
    """The sections of reform reports that were sent."""
    for unit, form, period, due in _reports(world):
        if form != REFORM_REPORT or happened(world, "x", due - timedelta(days=2))["x_on"] is None:
            continue
        for section in CONTRACT["report_section"].columns["section"].words:
            yield {"report_id": f"{unit.unit_id}-{form}-{period}", "section": section, "present": True}


def task_rows(world: World) -> Iterator[dict[str, Any]]:
    days = (world.order.last - world.order.first).days
    for unit, rng in each(world):
        for number in range(TASKS):
            assigned = world.order.first + timedelta(days=int(rng.integers(0, days + 1)))
            due = assigned + timedelta(days=int(rng.integers(14, 40)))
            yield {
                "task_id": f"{unit.unit_id}-NV{number + 1:03d}",
                "unit_id": unit.unit_id,
                "assignee": officer(world, unit, int(rng.integers(0, 7))),
                "basis": f"{number + 1}/KH-UBND",
                **happened(world, "assigned", assigned, hour=8),
                **falls("due", due),
                **happened(world, "done", due - timedelta(days=int(rng.integers(1, 7)))),
            }
