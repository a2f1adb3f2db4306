"""Draws dossiers for a look at the paper, as delegations do: by seed, so that anyone can draw the same ones again."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import ibis.expr.types as ir

from motcua.evidence.engines import Engine
from motcua.inspection.expressions import settled_or_open
from motcua.inspection.period import Period
from motcua.inspection.rule import Scope
from motcua.inspection.units import read_units
from motcua.inspection.versions import with_version
from motcua.language import Refusal, Words

By = Literal["domain", "procedure", "channel"]
COLUMNS: Mapping[By, str] = {"domain": "domain", "procedure": "procedure_code", "channel": "channel"}
SHOWN = ("unit_id", "dossier_id", "procedure_code", "channel", "received_on", "due_on", "finished_on")
EMPTY = Words(
    "Đơn vị {unit} không có hồ sơ nào đã giải quyết hoặc đang giải quyết trong kỳ; hãy kiểm tra mã đơn vị và kỳ.",
    "Unit {unit} has no dossier settled or open in the period; check the unit's code and the period.",
)


@dataclass(frozen=True)
class Drawn:
    """A draw: `dossiers` in the order to be looked at, out of `population`."""

    sample_id: str
    unit_id: str
    unit_name: str
    seed: int
    population: int
    dossiers: Sequence[Mapping[str, Any]]


def draw(engine: Engine, unit_id: str, period: Period, *, n: int, seed: int, by: By | None = None) -> Drawn:
    """Draw `n` dossiers of a unit, settled in the period or open at its end; all of them where there are fewer.

    With `by`, each stratum gives its share, at least one where n allows. Raises Refusal where there is none to draw.
    """
    units = read_units(engine)
    unit = units.get(unit_id)
    rows = engine.rows(_population(period, units.scope(unit_id, Scope.OWN)))
    if not rows:
        raise Refusal(EMPTY, unit=unit_id)
    ranked = sorted(rows, key=lambda row: _rank(seed, row))
    chosen = _by_stratum(ranked, n, COLUMNS[by]) if by else ranked[:n]
    listed = sorted(chosen, key=lambda row: (row["unit_id"], row["received_on"], row["dossier_id"]))
    return Drawn(_named(unit_id, period, n, seed, by), unit_id, unit.name, seed, len(rows), listed)


def _population(period: Period, units: Sequence[str]) -> ir.Table:
    """The dossiers to draw from, with name and domain of their procedure where they do not tell them."""
    dossiers = settled_or_open(period)
    own = with_version(dossiers.filter(dossiers.unit_id.isin(units)))
    name = own.procedure_name.coalesce(own.asked_name, own.procedure_code)
    return own.select(*SHOWN, procedure_name=name, domain=own.domain.coalesce(own.asked_domain))


def _named(unit_id: str, period: Period, n: int, seed: int, by: By | None) -> str:
    """Everything the draw depends on, so that two draws never share a name."""
    return f"{unit_id}-{period.start:%Y%m%d}-{period.end:%Y%m%d}-{n}-{seed}" + (f"-{by}" if by else "")


def _rank(seed: int, row: Mapping[str, Any]) -> bytes:
    """A dossier's place in the draw depends on the seed and its own key alone, never on the order of the rows."""
    return hashlib.sha256(f"{seed}|{row['unit_id']}|{row['dossier_id']}".encode()).digest()


def _by_stratum(ranked: Sequence[Mapping[str, Any]], n: int, column: str) -> Iterable[Mapping[str, Any]]:
    strata: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for row in ranked:
        strata[row[column] or ""].append(row)
    quotas = shares({name: len(rows) for name, rows in strata.items()}, n)
    return [row for name, rows in strata.items() for row in rows[: quotas[name]]]


def shares(sizes: Mapping[str, int], n: int) -> dict[str, int]:
    """How many of n each stratum gives: one each while n lasts (largest first), the rest by largest remainder."""
    total = sum(sizes.values())
    n = min(n, total)
    order = sorted(sizes, key=lambda name: (-sizes[name], name))
    given = {name: 1 if place < n else 0 for place, name in enumerate(order)}
    while (left := n - sum(given.values())) > 0:
        open_ = [name for name in order if given[name] < sizes[name]]
        wanted = max(open_, key=lambda name: (sizes[name] * n - given[name] * total, sizes[name], name))
        given[wanted] += min(1, left)
    return given
