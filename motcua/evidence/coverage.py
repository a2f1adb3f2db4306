"""Coverage put in order: for every table and unit, disjoint stretches of days with their complete sources."""

from collections.abc import Iterable, Mapping
from datetime import timedelta
from itertools import groupby
from typing import Any

from motcua.language import Refusal, Words

REVERSED = Words(
    vi="Bảng {table}, đơn vị {unit_id}: phạm vi nguồn có ngày đầu {from_on} sau ngày cuối {to_on}; "
    "hãy ghi ngày đầu trước.",
    en="Table {table}, unit {unit_id}: the coverage begins on {from_on}, after its end {to_on}; "
    "give the first day first.",
)
NEXT_DAY = timedelta(days=1)
SEPARATOR = "; "


def merged_coverage(rows: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Stretches that overlap or touch become one that names all their sources; ordered by table, unit, day.

    Rows need table, unit_id, from_on, to_on and source; of joined ones the first one's other columns stay.
    Raises Refusal where a stretch ends before it begins.
    """
    merged: list[dict[str, Any]] = []
    for _, stretches in groupby(sorted(map(_checked, rows), key=_order), key=_owner):
        merged += _joined(stretches)
    return merged


def _checked(row: Mapping[str, Any]) -> dict[str, Any]:
    if row["from_on"] > row["to_on"]:
        raise Refusal(REVERSED, **{name: row[name] for name in ("table", "unit_id", "from_on", "to_on")})
    return dict(row)


def _owner(row: Mapping[str, Any]) -> tuple[str, str]:
    return row["table"], row["unit_id"]


def _order(row: Mapping[str, Any]) -> tuple[Any, ...]:
    """A total order, so that the same rows in any order give the same stretches."""
    where = (row.get("source_file") or "", row.get("sheet") or "", row.get("row") or 0)
    return *_owner(row), row["from_on"], row["to_on"], row["source"], *where


def _joined(stretches: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    joined: list[dict[str, Any]] = []
    for row in stretches:
        if joined and row["from_on"] <= joined[-1]["to_on"] + NEXT_DAY:
            last = joined[-1]
            last["to_on"] = max(last["to_on"], row["to_on"])
            sources = {*last["source"].split(SEPARATOR), *row["source"].split(SEPARATOR)}
            last["source"] = SEPARATOR.join(sorted(sources))
        else:
            joined.append(row)
    return joined
