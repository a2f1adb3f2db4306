"""What units do for and with residents: dialogues, news, models, letters, digital teams, mediation."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from motcua.evidence.tables import CONTRACT
from motcua.generator.office.dates import Cells, each_year, happened
from motcua.generator.province import Committee
from motcua.generator.world import World

MODELS = ("Thủ tục không chờ", "Ngày không hẹn")
WEBSITE = "website"
TEAMS = 6
MEDIATIONS = 3
QUARTER = 91


def activity_rows(world: World) -> Iterator[dict[str, Any]]:
    """Every month news on every channel, on the website of the reform; every quarter dialogue, training, support."""
    channels = CONTRACT["activity"].columns["channel"].words
    topics = CONTRACT["activity"].columns["topic"].words
    for unit, year in each_year(world):
        for month in range(12):
            for place, channel in enumerate(channels):
                news = {"channel": channel, "topic": topics[0 if channel == WEBSITE else (month + place) % len(topics)]}
                yield from _activity(world, unit, "communication", date(year, month + 1, 5 + place), news)
        for quarter in range(4):
            for place, kind in enumerate(("dialogue", "training", "support")):
                on = date(year, 2 + quarter * 3, 20 + place)
                more = {"topic": topics[(quarter * 3 + place) % len(topics)]}
                yield from _activity(world, unit, kind, on, more)


def _activity(world: World, unit: Committee, kind: str, on: date, more: Cells) -> Iterator[dict[str, Any]]:
    held = happened(world, "held", on)
    if held["held_on"] is not None:
        name = f"{unit.unit_id}-{kind}-{on:%y%m%d}"
        yield {"activity_id": name, "unit_id": unit.unit_id, "kind": kind, **held, **more}


def model_rows(world: World) -> Iterator[dict[str, Any]]:
    for unit in world.units:
        for number, name in enumerate(MODELS, 1):
            yield {
                "model_id": f"{unit.unit_id}-MH{number}",
                "unit_id": unit.unit_id,
                "name": name,
                "valid_from": date(world.order.first.year - 1, 3, number),
                "rating": "Tốt",
                **happened(world, "evaluated", world.order.first + timedelta(days=20)),
            }


def letter_rows(world: World) -> Iterator[dict[str, Any]]:
    for unit, year in each_year(world):
        for month in range(1, 13):
            for kind in CONTRACT["courtesy_letter"].columns["kind"].words:
                issued = happened(world, "issued", date(year, month, 12))
                if issued["issued_on"] is not None:
                    name = f"{unit.unit_id}-{kind}-{year}{month:02d}"
                    yield {"letter_id": name, "unit_id": unit.unit_id, "kind": kind, **issued}


def team_rows(world: World) -> Iterator[dict[str, Any]]:
    for unit in world.units:
        for number in range(TEAMS):
            founded = happened(world, "founded", date(world.order.first.year - 1, 6, 1 + number))
            yield {"team_id": f"{unit.unit_id}-T{number + 1}", "unit_id": unit.unit_id, "members": 9, **founded}


def mediation_rows(world: World) -> Iterator[dict[str, Any]]:
    """Land disputes at communes, each with its own council, set up within days and closed within a month."""
    for unit, year in each_year(world):
        for number in range(MEDIATIONS) if unit.level == "commune" else ():
            received = date(year, 2, 6) + timedelta(days=number * QUARTER)
            cells = happened(world, "received", received)
            decided = happened(world, "council_decided", received + timedelta(days=4))
            if cells["received_on"] is not None:
                yield {
                    "case_id": f"{unit.unit_id}-HG{year}-{number + 1}",
                    "unit_id": unit.unit_id,
                    "council_decision_no": f"{40 + number}/QĐ-UBND" if decided["council_decided_on"] else None,
                    **cells,
                    **decided,
                    **happened(world, "closed", received + timedelta(days=25)),
                }
