"""Which units an inspected unit answers for: itself with its departments and desk, or the whole tree under it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from motcua.evidence.engines import Engine
from motcua.evidence.tables import unit
from motcua.inspection.rule import Scope
from motcua.language import Refusal, Words

UNKNOWN = Words(
    "Không có đơn vị mã “{unit}” trong dữ liệu; các mã gần giống: {near}.",
    "There is no unit with code “{unit}” in the evidence; codes like it: {near}.",
)
BRANCHES = frozenset({"committee", "school", "other"})  # units of their own, not parts of their parent


@dataclass(frozen=True)
class Unit:
    unit_id: str
    name: str
    level: str
    kind: str
    parent_id: str | None


@dataclass(frozen=True)
class Units:
    """All units of a snapshot by id."""

    by_id: Mapping[str, Unit]
    children: Mapping[str, Sequence[Unit]] = field(repr=False)

    def get(self, unit_id: str) -> Unit:
        """Raises Refusal where the evidence has no such unit."""
        if unit_id not in self.by_id:
            near = [u for u in self.by_id if unit_id[:2] == u[:2]] or list(self.by_id)
            raise Refusal(UNKNOWN, unit=unit_id, near=", ".join(sorted(near)[:5]))
        return self.by_id[unit_id]

    def scope(self, unit_id: str, scope: Scope) -> tuple[str, ...]:
        """Ids of the units charged to one: departments, desk and post of its own, or everything below it."""
        found = [unit_id]
        for one in found:  # grows as it goes; a unit that is its own ancestor is taken once
            below = (u for u in self.children.get(one, ()) if scope is Scope.TREE or u.kind not in BRANCHES)
            found.extend(u.unit_id for u in below if u.unit_id not in found)
        return tuple(found)


def read_units(engine: Engine) -> Units:
    """The units of the evidence behind an engine."""
    rows = engine.rows(unit.select("unit_id", "name", "level", "kind", "parent_id").order_by("unit_id"))
    by_id = {row["unit_id"]: Unit(**row) for row in rows}
    children: dict[str, list[Unit]] = defaultdict(list)
    for one in by_id.values():
        if one.parent_id is not None and one.parent_id != one.unit_id:
            children[one.parent_id].append(one)
    return Units(by_id, dict(children))
