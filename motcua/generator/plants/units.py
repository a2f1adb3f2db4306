"""What plants share that concern units: rows at a level of government, and rates of a whole unit that fall."""

from collections.abc import Sequence

import numpy as np

from motcua.generator.columns import Flags
from motcua.generator.ledger import Ledger


def at_levels(ledger: Ledger, table: str, *levels: str) -> Flags:
    """Rows of committees at the levels."""
    return ledger.of_units(table, [unit.unit_id for unit in ledger.world.units if unit.level in levels])


def one_of_each_unit(ledger: Ledger, table: str, rows: Flags) -> Flags:
    """The first of the flagged rows of every unit: picking it stands for picking the unit."""
    places = np.flatnonzero(rows)
    _, first = np.unique(ledger.column(table, "unit_id")[places].astype(str), return_index=True)
    found = ledger.none(table)
    found[places[first]] = True
    return found


def of_the_same_units(ledger: Ledger, table: str, chosen: Flags, rows: Flags) -> Flags:
    """The flagged rows of the units that own the chosen ones."""
    return rows & ledger.of_units(table, ledger.texts(table, "unit_id", chosen))


def unnamed(_: Ledger, chosen: Flags) -> Sequence[str]:
    """Subjects of a fault that lies in a count or rate of the unit, in no single row."""
    return [""] * int(chosen.sum())
