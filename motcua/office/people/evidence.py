"""How the office's tables answer the evidence contract: a query for each table; people answers for units."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import F, QuerySet

from motcua.office.people.models import Unit

Answer = Any  # a field's path or an expression of Django


@dataclass(frozen=True)
class Query:
    """The rows of one evidence table. `columns`: the contract's columns, a moment by its name without `_at`.

    `kinds` are those of which nothing is left out; `uncovered` the columns that are told where something is known, and
    whose silence says nothing.
    """

    table: str
    rows: "QuerySet[Any]"
    columns: Mapping[str, Answer]
    kinds: tuple[str, ...] = ()
    unit: str = "unit"  # the path to the unit, empty where rows belong to none
    uncovered: frozenset[str] = field(default_factory=frozenset)


def queries() -> list[Query]:
    """Units: those of both eras, whatever they keep."""
    columns = {
        "unit_id": "unit_id",
        "name": "name",
        "level": "level",
        "kind": "kind",
        "parent_id": "parent__unit_id",
        "agency_code": "agency_code",
        "calendar": "calendar",
        "valid_from": "valid_from",
        "valid_to": "valid_to",
        "successor_id": "successor__unit_id",
    }
    return [Query("unit", Unit.objects.all(), {name: F(path) for name, path in columns.items()}, unit="")]
