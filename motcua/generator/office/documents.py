"""Documents that units issued, those that fulfil obligations and others: signed, sealed, numbered in order."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from motcua.generator.office.dates import each, happened, worked
from motcua.generator.office.duties import obligation_id, obligations_of
from motcua.generator.world import World

KINDS = (("Công văn", "CV"), ("Báo cáo", "BC"), ("Quyết định", "QĐ"), ("Thông báo", "TB"))
PLAN = ("Kế hoạch", "KH")
EVERY_DAYS = 2
Issued = tuple[date, str, tuple[str, str]]


def document_rows(world: World) -> Iterator[dict[str, Any]]:
    issued: dict[str, list[Issued]] = defaultdict(list)
    for unit, year, kind, _, done in obligations_of(world):
        issued[unit.unit_id].append((worked(done), obligation_id(unit, year, kind), PLAN))
    for unit_id, others in _others(world):
        issued[unit_id] += others
    for unit_id, documents in issued.items():
        yield from _numbered(world, unit_id, sorted(documents))


def _others(world: World) -> Iterator[tuple[str, list[Issued]]]:
    days = (world.order.last - world.order.first).days
    for unit, rng in each(world):
        kinds = rng.integers(0, len(KINDS), days // EVERY_DAYS + 1)
        first = world.order.first
        dates = [worked(first + timedelta(days=place * EVERY_DAYS)) for place in range(len(kinds))]
        names = [f"{unit.unit_id}-VB{place + 1:05d}" for place in range(len(kinds))]
        kept = [(d, n, KINDS[k]) for d, n, k in zip(dates, names, kinds, strict=True) if d >= first]
        yield unit.unit_id, kept


def _numbered(world: World, unit_id: str, documents: list[Issued]) -> Iterator[dict[str, Any]]:
    numbers: dict[int, int] = defaultdict(int)
    for on, name, (kind, short) in documents:
        cells = happened(world, "issued", on)
        if cells["issued_on"] is None:
            continue
        numbers[on.year] += 1
        yield {
            "document_id": name,
            "unit_id": unit_id,
            "number": f"{numbers[on.year]}/{short}-UBND",
            "kind": kind,
            "secret": False,
            "person_signature": "valid",
            "agency_seal": "valid",
            **cells,
        }
