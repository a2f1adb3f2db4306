"""Moments and terms as tests write them: `2026-11-24 09:00`, `5 working_day`; text tables of them."""

from datetime import datetime

from motcua.worktime import ZONE, Term


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


def term(text: str) -> Term:
    value, unit = text.split()
    return Term(int(value), unit)  # type: ignore[arg-type]


def table(text: str) -> list[tuple[str, ...]]:
    """The rows of a text table under its headings."""
    lines = [line for line in text.splitlines() if "|" in line]
    return [tuple(cell.strip() for cell in line.split("|")) for line in lines[1:]]
