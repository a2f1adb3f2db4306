"""The rows behind a verdict: every case it rests on, down to file, sheet and row of its source."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import ibis

from motcua.inspection.counting import lawful_cases
from motcua.inspection.engine import Inspection
from motcua.inspection.rule import Rule
from motcua.inspection.verdict import Verdict

FIXED = ("unit_id", "subject", "about", "event_on", "breached", "drawn", "source_file", "sheet", "row", "citation")
MOST_ROWS = 100_000  # a sheet that holds more opens on no old machine; the count above it stays whole


@dataclass(frozen=True)
class CaseRows:
    """Cases of one verdict, breached first; `total` counts them all, `rows` holds at most MOST_ROWS."""

    verdict: Verdict
    shown: tuple[str, ...]
    rows: Sequence[Mapping[str, Any]]
    total: int


def case_rows(inspection: Inspection, verdicts: Iterable[Verdict]) -> list[CaseRows]:
    """The rows of each verdict, in their order; verdicts of one rule share one query."""
    wanted = list(verdicts)
    by_rule: dict[str, list[Verdict]] = {}
    for verdict in wanted:
        by_rule.setdefault(verdict.rule.code, []).append(verdict)
    found: dict[tuple[str, str], CaseRows] = {}
    for same in by_rule.values():
        for rows in _of_rule(inspection, same[0].rule, same):
            found[rows.verdict.rule.code, rows.verdict.unit_id] = rows
    return [found[verdict.rule.code, verdict.unit_id] for verdict in wanted]


def _of_rule(inspection: Inspection, rule: Rule, verdicts: Sequence[Verdict]) -> Iterable[CaseRows]:
    scopes = {v.unit_id: inspection.units.scope(v.unit_id, rule.scope) for v in verdicts}
    every = sorted({one for scope in scopes.values() for one in scope})
    cases = lawful_cases(rule, inspection.period, every)
    shown = tuple(c for c in cases.columns if c not in FIXED)
    rows = inspection.engine.rows(
        cases.order_by(ibis.desc(cases.breached.fill_null(False)), "unit_id", "source_file", "sheet", "row", "subject")
    )
    for verdict in verdicts:
        scope = set(scopes[verdict.unit_id])
        own = [row for row in rows if row["unit_id"] in scope]
        yield CaseRows(verdict, shown, own[:MOST_ROWS], len(own))
