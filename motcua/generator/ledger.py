"""Tables that are made but not yet written, open to change: what plants work on."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from motcua.evidence.snapshot import arrow_schema
from motcua.evidence.table import SOURCE
from motcua.evidence.tables import CONTRACT
from motcua.generator.columns import DAY, NEVER, VIETNAM, Flags, Ints, moment
from motcua.generator.world import World


@dataclass(frozen=True, eq=False)
class Ledger:
    """Some whole tables: a batch of dossiers with all their rows, or all tables of the offices.

    Rows are chosen by flags, one for each row of a table in its present order. Moments are local minutes since 1970,
    NEVER where empty; texts are NumPy arrays of objects.
    """

    world: World
    tables: dict[str, Any]

    def size(self, table: str) -> int:
        return int(self.tables[table].num_rows)

    def all(self, table: str) -> Flags:
        return np.ones(self.size(table), bool)

    def none(self, table: str) -> Flags:
        return np.zeros(self.size(table), bool)

    def column(self, table: str, name: str) -> Any:
        """The values of a stored column; empty cells are None, in number columns NaN."""
        return self.tables[table][name].to_numpy()

    def holds(self, table: str, name: str, *values: object) -> Flags:
        """Rows whose cell is one of the values."""
        column = self.tables[table][name]
        found = pc.is_in(column, pa.array(values, column.type))
        return np.asarray(found.to_numpy(), bool)

    def minutes(self, table: str, name: str) -> Ints:
        """A moment; where only the day is known, its midnight."""
        days = self.tables[table][f"{name}_on"].cast(pa.int32()).fill_null(0).to_numpy().astype(np.int64)
        instants = self.tables[table][f"{name}_at"].cast(pa.int64())
        known = instants.fill_null(0).to_numpy() // 60_000_000 + VIETNAM
        found = np.where(instants.is_null().to_numpy(), days * DAY, known)
        return np.where(self.tables[table][f"{name}_on"].is_null().to_numpy(), NEVER, found)

    def of_dossiers(self, table: str, chosen: Flags) -> Flags:
        """Rows of a table that belong to the chosen dossiers. A dossier's code is its own among generated ones."""
        codes = self.tables["dossier"]["dossier_id"].filter(pa.array(chosen))
        return np.asarray(pc.is_in(self.tables[table]["dossier_id"], codes.combine_chunks()).to_numpy(), bool)

    def texts(self, table: str, name: str, where: Flags) -> list[str]:
        """Cells of the chosen rows as texts."""
        chosen = self.tables[table][name].filter(pa.array(where))
        return [str(cell) for cell in chosen.to_pylist()]

    def of_units(self, table: str, unit_ids: Sequence[str]) -> Flags:
        return self.holds(table, "unit_id", *unit_ids)

    def change(self, table: str, where: Flags, **values: Any) -> None:
        """Put one value, or an array of as many values as rows are chosen, into stored columns."""
        for name, value in values.items():
            self._put(table, name, where, value)

    def change_moment(self, table: str, where: Flags, **moments: Ints | int) -> None:
        """The same for moments, given in minutes: one, or as many as rows are chosen; NEVER empties the cell."""
        for name, minutes in moments.items():
            filled = np.broadcast_to(np.asarray(minutes, np.int64), (int(where.sum()),))
            for stored, value in moment(name, filled).items():
                self._put(table, stored, where, value)

    def forget_time(self, table: str, where: Flags, name: str) -> None:
        """Leave only the day of a moment."""
        self._put(table, f"{name}_at", where, None)

    def drop(self, table: str, where: Flags) -> None:
        self.tables[table] = self.tables[table].filter(pa.array(~where))

    def add(self, table: str, rows: Sequence[Mapping[str, Any]]) -> None:
        """Append rows given by stored columns; those not given are empty."""
        self.tables[table] = pa.concat_tables([self.tables[table], table_of(table, rows)])

    def copy(self, table: str, where: Flags, **values: Any) -> None:
        """Append copies of the chosen rows with some stored columns changed."""
        before = self.size(table)
        more = self.tables[table].filter(pa.array(where))
        self.tables[table] = pa.concat_tables([self.tables[table], more])
        self.change(table, np.arange(self.size(table)) >= before, **values)

    def _put(self, table: str, name: str, where: Flags, value: Any) -> None:
        if not where.any():
            return
        rows = self.tables[table]
        column = rows[name].combine_chunks()
        given = value if isinstance(value, pa.Array) else _given(value, column.type)
        mask = pa.array(where)
        changed = pc.replace_with_mask(column, mask, given.cast(column.type))
        self.tables[table] = rows.set_column(rows.schema.get_field_index(name), name, changed)


def conformed(table: str, rows: Any) -> Any:
    """A table with every column of the contract but the source's, which are written last."""
    schema = _schema(table)
    given = set(rows.column_names)
    columns = [
        rows[field.name].cast(field.type) if field.name in given else pa.nulls(rows.num_rows, field.type)
        for field in schema
    ]
    if unknown := given - set(schema.names):
        raise KeyError(f"{table}: {', '.join(sorted(unknown))}")
    return pa.table(columns, schema=schema)


def table_of(table: str, rows: Iterable[Mapping[str, Any]]) -> Any:
    """Rows given by stored columns as a table; those not given are empty. Raises KeyError for unknown ones."""
    made = [dict(row) for row in rows]
    unknown = {name for row in made for name in row} - set(_schema(table).names)
    if unknown:
        raise KeyError(f"{table}: {', '.join(sorted(unknown))}")
    return pa.Table.from_pylist(made, _schema(table))


def stored_key(table: str) -> tuple[str, ...]:
    """The stored columns of a table's key."""
    return CONTRACT[table].key


def _schema(table: str) -> Any:
    return pa.schema([field for field in arrow_schema(table) if field.name not in SOURCE])


def _given(value: Any, kind: Any) -> Any:
    if isinstance(value, (np.ndarray, list, tuple)):
        return pa.array(value, kind)
    return pa.scalar(value, kind)
