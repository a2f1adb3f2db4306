"""The catalogue's questions as SQL written by hand: parameters and the law's figures go in, counts by unit come out."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from motcua.inspection.catalogue import rules
from motcua.inspection.catalogue.direction.plan_domains_outdated import SAME
from motcua.inspection.period import Period
from motcua.law import Citation, DatedValue, domain_names, law

SQL = Path(__file__).parent / "sql"
FAMILIES = (
    "shared",
    "dossiers",
    "papers",
    "slips",
    "payments",
    "results",
    "books",
    "steps",
    "accounts",
    "procedures",
    "obligations",
    "direction",
    "offices",
    "digital",
)
Counts = dict[tuple[str, str], tuple[int, int, int]]  # breached, kept, unknown by rule and unit
EVER = date.max


def ask(connection: Any, period: Period) -> Counts:
    """Ask every question of the evidence's views behind a connection; units without a case are left out."""
    for statement in parameters(period):
        connection.execute(statement)
    for family in FAMILIES:
        connection.execute((SQL / f"{family}.sql").read_text("utf-8"))
    rows = connection.execute(
        "SELECT rule, unit_id, sum(breached), sum(kept), sum(unknown) FROM answers GROUP BY ALL"
    ).fetchall()
    return {(rule, unit_id): (int(b), int(k), int(u)) for rule, unit_id, b, k, u in rows if b or k or u}


def parameters(period: Period) -> Iterator[str]:
    """The period, the law's figures and its days in force, as macros and two small tables."""
    for name, day in (("first_day", period.start), ("end_day", period.end), ("as_of", period.as_of)):
        yield _macro(f"{name}()", _day(day))
    for value in law().values.values():
        yield _macro(f"{value.key}(d)", _figure(value))
    for rule in rules():
        spans = " OR ".join(f"({_in_force(c)})" for c in rule.citations)
        yield _macro(f"law_{rule.code.replace('-', '_')}(d)", f"(d IS NULL OR {spans})")
    yield "CREATE OR REPLACE TEMP TABLE law (rule VARCHAR, since DATE, until DATE)"
    yield _insert("law", ((r.code, _day(c.since), _day(c.until or EVER)) for r in rules() for c in r.citations))
    yield "CREATE OR REPLACE TEMP TABLE domain_name (name VARCHAR)"
    yield _insert("domain_name", ((name,) for name in (*domain_names(_seen(period)).values(), *SAME)))


def _seen(period: Period) -> date:
    return min(period.end, period.as_of)


def _macro(signature: str, body: str) -> str:
    return f"CREATE OR REPLACE TEMP MACRO {signature} AS {body}"


def _insert(table: str, rows: Iterable[tuple[str, ...]]) -> str:
    lines = ("(" + ", ".join(cell if cell.startswith("DATE ") else f"'{cell}'" for cell in row) + ")" for row in rows)
    return f"INSERT INTO {table} VALUES {', '.join(lines)}"


def _day(day: date) -> str:
    return f"DATE '{day.isoformat()}'"


def _in_force(citation: Citation) -> str:
    since = f"d >= {_day(citation.since)}"
    return since if citation.until is None else f"{since} AND d < {_day(citation.until)}"


def _figure(value: DatedValue) -> str:
    whens = (f"WHEN d >= {_day(s.since)} THEN {int(s.value)}" for s in reversed(value.settings))
    return f"CASE {' '.join(whens)} END"
