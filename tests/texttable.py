"""Text tables as evidence: `a | b` headings, a ruler, one row a line; empty cells are null."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from motcua.evidence.tables import CONTRACT
from motcua.worktime import calendar_rows

VIETNAM = timezone(timedelta(hours=7))


def write(tables: Mapping[str, str], folder: Path) -> dict[str, list[Path]]:
    """Write each text table as Parquet in the contract's schema; the calendar of 2021 to 2026 comes along.

    A column `x` of a moment may be written `x` (day, or day and time in Vietnam) in place of `x_on` and `x_at`.
    Needed columns that a test does not name are filled with a plain value.
    """
    filled: dict[str, list[dict[str, object]]] = {name: rows(name, text) for name, text in tables.items()}
    filled.setdefault("calendar_day", list(calendar_rows(2021, 2026)))
    return {name: [_parquet(name, content, folder)] for name, content in filled.items()}


def rows(table: str, text: str) -> list[dict[str, object]]:
    lines = [line for line in text.splitlines() if line.strip() and set(line.strip()) - set("-+| ")]
    heads = [cell.strip() for cell in lines[0].split("|")]
    unknown = set(heads) - CONTRACT[table].schema.keys() - CONTRACT[table].columns.keys()
    if unknown:
        raise ValueError(f"{table} has no column {sorted(unknown)}")
    return [_row(table, heads, line, number) for number, line in enumerate(lines[1:], start=2)]


def _row(table: str, heads: list[str], line: str, number: int) -> dict[str, object]:
    spec = CONTRACT[table]
    values: dict[str, object] = {"source_file": f"{table}.xlsx", "sheet": "Sheet1", "row": number}
    for head, cell in zip(heads, (c.strip() for c in line.split("|")), strict=True):
        if head in spec.schema:
            values[head] = _cell(spec.schema[head], cell)
        else:
            values |= _moment(head, cell)
    for needed in spec.needed:
        if values.get(needed) is None:
            values[needed] = _plain(spec.schema[needed], needed, number)
    return values


def _cell(kind: str, cell: str) -> object:
    if cell == "":
        return None
    match kind:
        case "int64":
            return int(cell)
        case "float64":
            return float(cell)
        case "boolean":
            return {"yes": True, "no": False}[cell]
        case "date":
            return date.fromisoformat(cell)
        case "string":
            return cell
        case _:
            return datetime.fromisoformat(cell).replace(tzinfo=VIETNAM).astimezone(UTC)


def _moment(head: str, cell: str) -> dict[str, object]:
    """`2024-03-01` knows only the day; `2024-03-01 14:30` knows the time."""
    if cell == "":
        return {f"{head}_on": None, f"{head}_at": None}
    at = datetime.fromisoformat(cell).replace(tzinfo=VIETNAM).astimezone(UTC) if " " in cell else None
    return {f"{head}_on": date.fromisoformat(cell[:10]), f"{head}_at": at}


def _plain(kind: str, column: str, number: int) -> object:
    plain: dict[str, object] = {"date": date(2021, 1, 1), "int64": number, "float64": 0.0, "boolean": False}
    known = {"level": "commune", "kind": "committee", "seed": 1, "sample_id": "sample"}
    return known.get(column, plain.get(kind, f"{column}-{number}"))


def _parquet(table: str, content: list[dict[str, object]], folder: Path) -> Path:
    kinds = {
        "string": pa.string(),
        "int64": pa.int64(),
        "float64": pa.float64(),
        "boolean": pa.bool_(),
        "date": pa.date32(),
    }
    schema = pa.schema(
        [(name, kinds.get(kind, pa.timestamp("us", tz="UTC"))) for name, kind in CONTRACT[table].schema.items()]
    )
    path = folder / f"{table}.parquet"
    pq.write_table(pa.Table.from_pylist(content, schema=schema), path)
    return path
