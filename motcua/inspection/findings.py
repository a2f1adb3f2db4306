"""findings.json: every verdict, every statement, every change by hand, as other programs read them."""

import json
from collections.abc import Mapping, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

from motcua.inspection.edits import Change
from motcua.inspection.engine import Inspection
from motcua.inspection.sentences import sheet_name
from motcua.inspection.statements import Statement
from motcua.inspection.verdict import Declared, Verdict
from motcua.law import Citation

FORMAT = "1.0"


def findings(
    inspection: Inspection,
    verdicts: Sequence[Verdict],
    statements: Sequence[Statement],
    changes: Sequence[Change],
    run: Mapping[str, str],
) -> dict[str, Any]:
    """The document of docs/reference/findings.schema.json. `run`: what names the run (snapshot, programme)."""
    period = inspection.period
    proving = {(v.rule.code, v.unit_id) for statement in statements for v in statement.verdicts}
    return {
        "format": FORMAT,
        "run": dict(run),
        "period": {"from": str(period.start), "to": str(period.end), "as_of": str(period.as_of)},
        "units": [{"unit_id": u, "name": inspection.units.get(u).name} for u in inspection.inspected],
        "verdicts": [_verdict(v, proving=(v.rule.code, v.unit_id) in proving) for v in verdicts],
        "statements": [_statement(s) for s in statements],
        "changes": [
            {"kind": c.kind, "statement": c.statement, "before": c.before, "after": c.after, "reason": c.reason}
            for c in changes
        ],
    }


def write_findings(path: Path, content: Mapping[str, Any]) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", "utf-8")


def _verdict(verdict: Verdict, *, proving: bool) -> dict[str, Any]:
    rule, tally, target = verdict.rule, verdict.tally, verdict.target
    return {
        "rule": rule.code,
        "title": {"vi": rule.title.vi, "en": rule.title.en},
        "domain": str(rule.domain),
        "severity": str(rule.severity),
        "unit_id": verdict.unit_id,
        "outcome": str(verdict.outcome),
        "examined": tally.examined,
        "breached": tally.breached,
        "kept": tally.kept,
        "unknown": tally.unknown,
        "drawn": tally.drawn,
        "measure": rule.measure.kind if rule.measure else None,
        "rate_percent": None if verdict.rate is None else _number(100 * verdict.rate),
        "target": target and {"value": _number(target.value), "source": target.vi, "unverified": target.unverified},
        "citations": [_citation(c) for c in verdict.citations],
        "missing": list(verdict.missing),
        "declared": [_declared(d) for d in verdict.declared],
        "about": [{"label": label, "breached": number} for label, number in verdict.abouts],
        "sheet": sheet_name(rule.code, verdict.unit_id) if proving else None,
    }


def _statement(statement: Statement) -> dict[str, Any]:
    return {
        "name": statement.name,
        "unit_id": statement.unit_id,
        "domain": str(statement.domain) if statement.domain else None,
        "kind": str(statement.kind),
        "key": statement.key,
        "text": statement.text,
        "rules": sorted({v.rule.code for v in statement.verdicts}),
    }


def _citation(citation: Citation) -> dict[str, Any]:
    return {
        "text": citation.text,
        "article": citation.article,
        "clause": citation.clause,
        "since": str(citation.since),
        "until": str(citation.until) if citation.until else None,
        "unverified": citation.unverified,
    }


def _declared(figure: Declared) -> dict[str, Any]:
    value = None if figure.value is None else _number(figure.value)
    return {"value": value, "numerator": figure.numerator, "denominator": figure.denominator}


def _number(value: Fraction) -> float:
    return round(float(value), 4)
