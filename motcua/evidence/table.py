"""How one evidence table is declared: its columns with kind, need and privacy, and the unbound Ibis table they make."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

import ibis
import ibis.expr.types as ir


class Kind(StrEnum):
    """What a cell may hold. A moment is stored as two columns, `x_on` (date) and `x_at` (UTC, may be empty)."""

    TEXT = "text"
    WORD = "word"
    PERSON = "person"
    INTEGER = "integer"
    MONEY = "money"
    NUMBER = "number"
    FLAG = "flag"
    DAY = "day"
    MOMENT = "moment"


STORED = {
    Kind.TEXT: "string",
    Kind.WORD: "string",
    Kind.PERSON: "string",
    Kind.INTEGER: "int64",
    Kind.MONEY: "int64",
    Kind.NUMBER: "float64",
    Kind.FLAG: "boolean",
    Kind.DAY: "date",
}
SOURCE = {"source_file": "string", "sheet": "string", "row": "int64"}


@dataclass(frozen=True)
class Column:
    """One column as people fill it; `needed` columns are never empty.

    `words` is the list of a WORD column: closed, or `open` where words outside it are kept as they were written.
    """

    kind: Kind
    needed: bool = False
    words: tuple[str, ...] = ()
    open: bool = False

    def stored(self, name: str) -> dict[str, str]:
        """The physical columns, name to Ibis type."""
        if self.kind is Kind.MOMENT:
            return {f"{name}_on": "date", f"{name}_at": "timestamp('UTC')"}
        return {name: STORED[self.kind]}


@dataclass(frozen=True)
class TableSpec:
    """One table of the contract: what it holds, its key, its columns, the statements it serves.

    `kinds_in` names the column that tells the kinds of things the table holds, where a source may hold some alone.
    """

    name: str
    says: str
    key: tuple[str, ...]
    columns: Mapping[str, Column]
    serves: str
    kinds_in: str = ""

    @property
    def kinds(self) -> tuple[str, ...]:
        return self.columns[self.kinds_in].words if self.kinds_in else ()

    @property
    def coverable(self) -> tuple[str, ...]:
        """What `coverage` may name: the table, its columns as `table.column`, its kinds as `table/kind`."""
        return self.covered(self.columns, self.kinds)

    def covered(self, columns: Iterable[str], kinds: Iterable[str]) -> tuple[str, ...]:
        """The table as `coverage` names it, and these columns and kinds of it."""
        return (self.name, *(f"{self.name}.{c}" for c in columns), *(f"{self.name}/{k}" for k in kinds))

    @property
    def schema(self) -> dict[str, str]:
        """Every stored column with its Ibis type, the three columns of the source last."""
        stored = {name: kind for column, spec in self.columns.items() for name, kind in spec.stored(column).items()}
        return stored | SOURCE

    @property
    def needed(self) -> tuple[str, ...]:
        """The stored columns that are never empty; of a moment its day."""
        return tuple(f"{name}_on" if c.kind is Kind.MOMENT else name for name, c in self.columns.items() if c.needed)

    @property
    def unbound(self) -> ir.Table:
        return ibis.table(ibis.schema(self.schema), name=self.name)


def declare(
    tables: dict[str, TableSpec],
    name: str,
    says: str,
    /,
    *,
    key: str,
    serves: str,
    kinds_in: str = "",
    **columns: Column,
) -> ir.Table:
    """Add one evidence table to `tables` and give its unbound Ibis table. `key`: its columns, parted by spaces."""
    spec = TableSpec(name, says, tuple(key.split()), columns, serves, kinds_in)
    tables[name] = spec
    return spec.unbound


def text(need: str = "") -> Column:
    return Column(Kind.TEXT, need == "!")


def person(need: str = "") -> Column:
    """A person, kept as a keyed pseudonym."""
    return Column(Kind.PERSON, need == "!")


def word(*words: str, need: str = "") -> Column:
    """One of a closed list of words."""
    return Column(Kind.WORD, need == "!", words)


def term(*words: str, need: str = "") -> Column:
    """A word with a list of known ones; others are kept as they were written."""
    return Column(Kind.WORD, need == "!", words, open=True)


def integer(need: str = "") -> Column:
    return Column(Kind.INTEGER, need == "!")


def money() -> Column:
    """Whole đồng."""
    return Column(Kind.MONEY)


def number(need: str = "") -> Column:
    return Column(Kind.NUMBER, need == "!")


def flag(need: str = "") -> Column:
    return Column(Kind.FLAG, need == "!")


def day(need: str = "") -> Column:
    return Column(Kind.DAY, need == "!")


def moment(need: str = "") -> Column:
    return Column(Kind.MOMENT, need == "!")
