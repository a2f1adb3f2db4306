"""What a plant is: the rule whose fault it plants, the rows it may spoil, how it spoils them, how they are named."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from motcua.generator.columns import Flags
from motcua.generator.ledger import Ledger, stored_key

Spoil = Callable[[Ledger, Flags], None]
May = Callable[[Ledger], Flags]
Names = Callable[[Ledger, Flags], Sequence[str]]
More = Callable[[Ledger, Flags], Iterable[tuple[str, str, str]]]


@dataclass(frozen=True)
class Plant:
    """One fault.

    `rule`: code of the rule that must find it. `table`: the table whose rows are picked. `spoil` changes the picked
    rows or what belongs to them, in other tables of the same ledger: a batch of dossiers with its components, steps,
    slips, results, payments, books, look-ups, handovers, satisfaction and feedback; or all other tables at once.
    `may` flags the rows that can be picked; rows of a dossier that carries a fault are never offered again.
    `subjects` names the picked rows as the rule will: without it the key but the unit, joined by "/".
    `unit_of` gives the unit charged, without it the row's own. `also`: rules that cannot but find the same subjects;
    `more`: rule, unit and subject of whatever else they cannot but find once the rows are spoiled.
    With `whole_units` some committees are picked instead and all their rows that `may` flags are spoiled, so that a
    rate falls; the subject is then empty.
    """

    rule: str
    table: str
    spoil: Spoil
    may: May | None = field(default=None, kw_only=True)
    subjects: Names | None = field(default=None, kw_only=True)
    unit_of: Names | None = field(default=None, kw_only=True)
    also: tuple[str, ...] = field(default=(), kw_only=True)
    more: More | None = field(default=None, kw_only=True)
    whole_units: bool = field(default=False, kw_only=True)

    def eligible(self, ledger: Ledger) -> Flags:
        return self.may(ledger) if self.may else ledger.all(self.table)

    def named(self, ledger: Ledger, chosen: Flags) -> Sequence[str]:
        if self.subjects:
            return self.subjects(ledger, chosen)
        key = [name for name in stored_key(self.table) if name != "unit_id"]
        return ["/".join(parts) for parts in zip(*(ledger.texts(self.table, k, chosen) for k in key), strict=True)]

    def owners(self, ledger: Ledger, chosen: Flags) -> Sequence[str]:
        return self.unit_of(ledger, chosen) if self.unit_of else ledger.texts(self.table, "unit_id", chosen)
