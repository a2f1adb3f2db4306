"""What the rest stands on: units, the calendar, procedures, services, postings, coverage."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import numpy as np
import pyarrow as pa

from motcua.evidence.catalogue import Era
from motcua.evidence.tables import CONTRACT
from motcua.generator.columns import EPOCH, Columns, Ints, at, drawn, moment, numbers, words
from motcua.generator.mixes import mixes
from motcua.generator.offered import UNITS, component_rows
from motcua.generator.province import unit_rows
from motcua.generator.world import World
from motcua.worktime import calendar_rows, national_calendar

IN_FORCE: dict[Era, date] = {"three-level": date(2021, 7, 1), "two-level": date(2025, 7, 15)}
COVERED: dict[Era, date] = {"three-level": date(2018, 1, 1), "two-level": date(2025, 7, 1)}
NOT_KEPT = ("coverage", "declared_figure", "sample", "sample_check")
AT_MARKETS = 3


def unit_rows_of(world: World) -> Iterator[dict[str, Any]]:
    return unit_rows(world.units)


def calendar_rows_of(_: World) -> Iterator[dict[str, Any]]:
    years = national_calendar().years
    return calendar_rows(min(years), max(years))


def procedure_rows(world: World) -> Iterator[dict[str, Any]]:
    offers, era = world.offered, world.order.era
    for place, procedure in enumerate(offers.procedures):
        uses_data = procedure.domain in mixes()["uses_population_data"]
        yield {
            "procedure_code": procedure.code,
            "version": "1",
            "name": procedure.name,
            "domain": procedure.domain,
            "level": ", ".join(sorted(offers.levels[place])),
            "decided_on": IN_FORCE[era] - timedelta(days=30),
            "law_effective_on": IN_FORCE[era],
            "in_force_from": IN_FORCE[era],
            "term_value": None if procedure.immediate else int(offers.term_value[place]),
            "term_unit": None if procedure.immediate else UNITS[offers.term_unit[place]],
            "immediate": procedure.immediate,
            "result_kind": procedure.result or None,
            "population_data": "required" if uses_data else None,
        }


def procedure_component_rows(world: World) -> Iterator[dict[str, Any]]:
    return component_rows(world.offered)


def service_table(world: World) -> Any:
    """Every procedure of a unit's level, at the desk and online."""
    unit, procedure = _offers(world)
    full = np.array([p.online_level == "full" or "online" in p.channel for p in world.offered.procedures])
    fee = world.offered.fee[procedure] > 0
    yes = numbers(np.ones(len(unit), bool))
    columns = _offer_columns(world, unit, procedure) | {
        "valid_from": pa.repeat(IN_FORCE[world.order.era], len(unit)),
        "online_level": words(["partial", "full"], full[procedure].astype(np.int64)),
        "pay_online": numbers(fee),
        "fee_bearing": numbers(fee),
    }
    return pa.table(columns | {"one_stop": yes, "on_site": yes})


def posting_table(world: World) -> Any:
    """Every procedure at the desk and on the website, a few at markets and in hamlets; in full, with a code to scan."""
    unit, procedure = _offers(world)
    rank = np.arange(len(unit)) - np.searchsorted(unit, unit)
    few = (unit[rank < AT_MARKETS], procedure[rank < AT_MARKETS])
    places = [(unit, procedure), (unit, procedure), few, few]
    names = CONTRACT["posting"].columns["place"].words
    return pa.concat_tables(
        _postings(world, units, procedures, names[number]) for number, (units, procedures) in enumerate(places)
    )


def _postings(world: World, unit: Ints, procedure: Ints, place: str) -> Any:
    posted = np.full(len(unit), at(IN_FORCE[world.order.era], 8))
    yes = numbers(np.ones(len(unit), bool))
    columns = _offer_columns(world, unit, procedure) | {
        "place": pa.repeat(place, len(unit)),
        "complete": yes,
        "qr": yes,
    }
    return pa.table(columns | moment("posted", posted))


def _offers(world: World) -> tuple[Ints, Ints]:
    """Positions of unit and procedure of every service, unit by unit."""
    offers = [world.offered.of(unit.level) for unit in world.units]
    unit = np.repeat(np.arange(len(offers)), [len(procedures) for procedures in offers])
    return unit, np.concatenate(offers)


def _offer_columns(world: World, unit: Ints, procedure: Ints) -> Columns:
    codes = [p.code for p in world.offered.procedures]
    return {"unit_id": drawn(world.unit_ids, unit), "procedure_code": words(codes, procedure)}


def coverage_table(world: World) -> Any:
    """Every table, column and kind of every committee is complete from long before the period to its end."""
    covered = [name for spec in CONTRACT.values() if spec.name not in NOT_KEPT for name in spec.coverable]
    size = len(covered) * len(world.units)
    days = [day.toordinal() - EPOCH for day in (COVERED[world.order.era], world.order.last)]
    return pa.table(
        {
            "table": words(covered, np.tile(np.arange(len(covered)), len(world.units))),
            "unit_id": drawn(world.unit_ids, np.repeat(np.arange(len(world.units)), len(covered))),
            "from_on": pa.array(np.full(size, days[0], np.int32)).cast(pa.date32()),
            "to_on": pa.array(np.full(size, days[1], np.int32)).cast(pa.date32()),
            "source": pa.repeat("generated", size),
        }
    )
