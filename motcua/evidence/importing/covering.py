"""For which days a source was complete: as asked for, or derived from the first and last day its rows show."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pyarrow as pa

from motcua.evidence.tables import CONTRACT

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
    """One stretch of one source as it is shown and kept: of a table, of the columns that the source feeds, of kinds.

    An empty cell says "did not happen" only where the source has the column at all, a missing row of a kind only where
    the source holds that kind.
    """

    table: str
    unit_id: str
    first: date
    last: date
    file: str
    sheet: str
    asked: bool
    columns: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()

    def rows(self) -> list[dict[str, object]]:
        """The rows of `coverage`: one for the table, one for each column and each kind."""
        row = {
            "unit_id": self.unit_id,
            "from_on": self.first,
            "to_on": self.last,
            "source": f"{self.file} ({'asked' if self.asked else 'derived'})",
            "source_file": self.file,
            "sheet": self.sheet,
        }
        return [{"table": name, **row} for name in CONTRACT[self.table].covered(self.columns, self.kinds)]


class DaysSeen:
    """The units of one sheet, with the first and last day their rows show and the kinds of things they hold."""

    def __init__(self, table: str) -> None:
        self._dates = MAIN_DATES.get(table, ())
        self._spec = CONTRACT[table]
        self.units: set[str] = set()
        self.days: dict[str, tuple[date, date]] = {}
        self._kinds: dict[str, set[str]] = defaultdict(set)

    def kinds(self, unit: str, *, asked: bool, named: tuple[str, ...] | None) -> tuple[str, ...]:
        """The kinds that are complete: those named, else all where coverage was asked for, else those seen."""
        if named is not None:
            return tuple(kind for kind in self._spec.kinds if kind in named)
        return tuple(kind for kind in self._spec.kinds if asked or kind in self._kinds[unit])

    def see(self, rows: pa.Table) -> None:
        if "unit_id" not in rows.schema.names:
            return
        if self._spec.kinds_in in rows.schema.names:
            pairs = rows.group_by(["unit_id", self._spec.kinds_in]).aggregate([])
            for unit, kind in zip(*(column.to_pylist() for column in pairs.columns), strict=True):
                self._kinds[unit].add(kind)
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


class Told:
    """What sheets of coverage say themselves; it stands in place of what is derived."""

    def __init__(self) -> None:
        self._rows: dict[tuple[str, str], list[Mapping[str, Any]]] = defaultdict(list)

    def hear(self, rows: Iterable[Mapping[str, Any]]) -> None:
        for row in rows:
            self._rows[row["table"], row["unit_id"]].append(row)

    def instead_of(self, stretch: Covered) -> list[Covered]:
        """What was derived for a table and unit gives way to what was said of them, kind by kind or as a whole."""
        if stretch.asked:
            return [stretch]
        if told := self._rows.get((stretch.table, stretch.unit_id)):
            return [replace(stretch, first=t["from_on"], last=t["to_on"], asked=True, kinds=()) for t in told]
        named = self._named(stretch.table, stretch.unit_id)
        return [replace(stretch, kinds=tuple(kind for kind in stretch.kinds if kind not in named))]

    def kinds(self) -> Iterator[dict[str, Any]]:
        """Rows for every kind of a table that was said to be complete without a word on kinds."""
        for (table, unit), rows in self._rows.items():
            kinds = CONTRACT[table].kinds if table in CONTRACT and not self._named(table, unit) else ()
            yield from ({**row, "table": f"{table}/{kind}"} for row in rows for kind in kinds)

    def _named(self, table: str, unit: str) -> set[str]:
        return {name.partition("/")[2] for name, of in self._rows if of == unit and name.startswith(f"{table}/")}
