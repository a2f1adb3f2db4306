"""For which days a source was complete: as asked for, or derived from the first and last day its rows show."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import pyarrow as pa

# The columns that tell which days a row speaks of: from the first column's least to the last column's greatest.
# A year counts from its first day to its last. A table that is not named here gives no coverage of itself.
MAIN_DATES: Mapping[str, tuple[str, ...]] = {
    "posting": ("posted_on",),
    "dossier": ("received_on",),
    "book_entry": ("received_on",),
    "dossier_step": ("sent_on",),
    "slip": ("issued_on",),
    "result": ("issued_on",),
    "payment": ("paid_on",),
    "residence_check": ("checked_on",),
    "archive_handover": ("settled_on",),
    "mediation_case": ("received_on",),
    "courtesy_letter": ("issued_on",),
    "outgoing_document": ("issued_on",),
    "declared_figure": ("from_on", "to_on"),
    "obligation": ("due_on",),
    "task": ("assigned_on",),
    "report_due": ("due_on",),
    "activity": ("held_on",),
    "feedback": ("received_on",),
    "review": ("year",),
    "position": ("as_of",),
    "quota": ("year",),
    "staff_reduction": ("decided_on",),
    "training_plan": ("year",),
    "recruitment": ("year",),
    "finance": ("year",),
    "inspection_round": ("planned_on",),
    "past_finding": ("noticed_on",),
    "satisfaction": ("asked_on",),
    "index_score": ("year",),
    "head_rating": ("year",),
    "duty_record": ("day",),
    "sample": ("drawn_on",),
    "observation": ("seen_on",),
}


@dataclass(frozen=True)
class Stretch:
    """Days that someone says a source covers; of one unit, or of every unit in it where `unit` is None."""

    first: date
    last: date
    unit: str | None = None


@dataclass(frozen=True)
class Covered:
    """One stretch of one source as it is shown and kept: of a table, and of the columns that the source feeds.

    An empty cell says "did not happen" only where the source has the column at all.
    """

    table: str
    unit_id: str
    first: date
    last: date
    file: str
    sheet: str
    asked: bool
    columns: tuple[str, ...] = ()

    def rows(self) -> list[dict[str, object]]:
        """The rows of `coverage`: one for the table, one for each column as `table.column`."""
        row = {
            "unit_id": self.unit_id,
            "from_on": self.first,
            "to_on": self.last,
            "source": f"{self.file} ({'asked' if self.asked else 'derived'})",
            "source_file": self.file,
            "sheet": self.sheet,
        }
        return [{"table": name, **row} for name in (self.table, *(f"{self.table}.{c}" for c in self.columns))]


class DaysSeen:
    """The units of one sheet, with the first and last day their rows show."""

    def __init__(self, table: str) -> None:
        self._dates = MAIN_DATES.get(table, ())
        self.units: set[str] = set()
        self.days: dict[str, tuple[date, date]] = {}

    def see(self, rows: pa.Table) -> None:
        if "unit_id" not in rows.schema.names:
            return
        if not self._dates:
            self.units.update(rows["unit_id"].unique().to_pylist())
            return
        first, last = self._dates[0], self._dates[-1]
        bounds = rows.group_by("unit_id").aggregate([(first, "min"), (last, "max")])
        columns = (bounds["unit_id"], bounds[f"{first}_min"], bounds[f"{last}_max"])
        for unit, low, high in zip(*(column.to_pylist() for column in columns), strict=True):
            self.units.add(unit)
            if low is not None and high is not None:
                self._widen(unit, _day(low, 1, 1), _day(high, 12, 31))

    def _widen(self, unit: str, low: date, high: date) -> None:
        first, last = self.days.get(unit, (low, high))
        self.days[unit] = (min(first, low), max(last, high))


def _day(value: Any, month: int, day: int) -> date:
    return value if isinstance(value, date) else date(value, month, day)


def stretches(seen: DaysSeen, asked: tuple[Stretch, ...] | None) -> Iterator[Stretch]:
    """Stretches by unit: those asked for, none where none are wanted (an empty tuple), else those the rows show."""
    if asked is None:
        yield from (Stretch(*days, unit) for unit, days in sorted(seen.days.items()) if days[0] <= days[1])
        return
    for stretch in asked:
        for unit in [stretch.unit] if stretch.unit else sorted(seen.units):
            yield Stretch(stretch.first, stretch.last, unit)
