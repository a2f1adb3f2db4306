"""Plants put to work: rows picked by chance, spoiled, and noted in the ground truth."""

import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from motcua.generator.columns import Flags
from motcua.generator.ledger import Ledger, stored_key
from motcua.generator.order import Order
from motcua.generator.plants.plant import Plant
from motcua.generator.world import World


@dataclass(frozen=True, order=True)
class Planted:
    """One line of the ground truth."""

    rule: str
    unit_id: str
    subject: str


@dataclass
class Planting:
    """The plants of a run, the units picked for those that spoil whole units, and what was planted so far."""

    world: World
    plants: Mapping[str, Plant]
    truth: set[Planted] = field(default_factory=set)
    picked: dict[str, list[str]] = field(default_factory=dict)

    def plant(self, ledger: Ledger, number: int) -> None:
        """Let every plant that finds its table in a ledger spoil its share of it."""
        if not self.world.order.faults:
            return
        taken = Taken()
        for one in self._of(ledger):
            if one.whole_units:
                self._spoil_units(one, ledger)
            else:
                self._spoil_rows(one, ledger, taken, _chance(self.world.order, one.rule, number))

    def _of(self, ledger: Ledger) -> Iterator[Plant]:
        """Whole units first, before single rows are taken."""
        fitting = (one for one in self.plants.values() if one.table in ledger.tables)
        yield from sorted(fitting, key=lambda one: (not one.whole_units, one.rule))

    def _spoil_rows(self, one: Plant, ledger: Ledger, taken: "Taken", chance: np.random.Generator) -> None:
        free = np.flatnonzero(one.eligible(ledger) & ~taken.rows(ledger, one.table))
        if not len(free):
            return
        wanted = max(1, round(len(free) * self.world.order.faults))
        chosen = ledger.none(one.table)
        chosen[chance.choice(free, wanted, replace=False)] = True
        chosen = taken.take(ledger, one.table, chosen)
        self._note(one, one.owners(ledger, chosen), one.named(ledger, chosen))
        if one.more:
            self.truth.update(Planted(*found) for found in one.more(ledger, chosen))
        one.spoil(ledger, chosen)

    def _spoil_units(self, one: Plant, ledger: Ledger) -> None:
        may = one.eligible(ledger)
        owners = np.array(one.owners(ledger, ledger.all(one.table)), object)
        if one.rule not in self.picked:
            self.picked[one.rule] = self._pick(one.rule, sorted(set(owners[may])))
        chosen = may & np.isin(owners, self.picked[one.rule])
        units = sorted(set(owners[chosen]))
        self._note(one, units, [""] * len(units))
        if units:
            one.spoil(ledger, chosen)

    def _note(self, one: Plant, units: Sequence[str], subjects: Sequence[str]) -> None:
        for rule in (one.rule, *one.also):
            self.truth.update(map(Planted, [rule] * len(units), units, subjects))

    def _pick(self, rule: str, units: Sequence[str]) -> list[str]:
        """Some of the units that have such rows in the first ledger; the same ones in all that follow."""
        wanted = max(1, round(len(units) * self.world.order.faults))
        mixed = _chance(self.world.order, rule, 0).permutation(len(units))
        return [units[place] for place in sorted(mixed[:wanted])]


@dataclass
class Taken:
    """What already carries a fault in a ledger: dossiers by their code, other rows by table and key."""

    names: dict[str, set[str]] = field(default_factory=dict)

    def rows(self, ledger: Ledger, table: str) -> Flags:
        names, taken = self._names(ledger, table)
        return np.asarray(pc.is_in(names, pa.array(sorted(taken), pa.string())).to_numpy(), bool)

    def take(self, ledger: Ledger, table: str, chosen: Flags) -> Flags:
        """The chosen rows, but one only of each dossier; they are taken from now on."""
        names, taken = self._names(ledger, table)
        places = np.flatnonzero(chosen)
        found, first = np.unique(names.take(pa.array(places)).to_numpy().astype(str), return_index=True)
        taken.update(str(name) for name in found)
        kept = ledger.none(table)
        kept[places[first]] = True
        return kept

    def _names(self, ledger: Ledger, table: str) -> tuple[Any, set[str]]:
        rows = ledger.tables[table]
        if "dossier" in ledger.tables:
            return rows["dossier_id"], self.names.setdefault("dossier", set())
        parts = [rows[name].cast(pa.string()) for name in stored_key(table)]
        return pc.binary_join_element_wise(*parts, "/"), self.names.setdefault(table, set())


def _chance(order: Order, rule: str, number: int) -> np.random.Generator:
    """The stream of one plant in one ledger: a new plant does not stir the others."""
    return np.random.default_rng([order.seed, 3, number, zlib.crc32(rule.encode())])
