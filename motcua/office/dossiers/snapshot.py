"""Writes the office's own tables as a snapshot of the evidence contract, with coverage; persons as pseudonyms."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
from django.db import connection, transaction
from django.db.models import Min
from django.utils import timezone

from motcua.evidence.pseudonyms import pseudonyms
from motcua.evidence.snapshot import SnapshotWriter, SourceNote, arrow_schema
from motcua.evidence.table import Kind, TableSpec
from motcua.evidence.tables import CONTRACT
from motcua.office.documents import evidence as of_documents
from motcua.office.dossiers import evidence as of_dossiers
from motcua.office.dossiers.deadlines import schedule_of
from motcua.office.dossiers.models import Dossier
from motcua.office.people import evidence as of_people
from motcua.office.people.evidence import Query
from motcua.office.people.models import Unit
from motcua.office.procedures import evidence as of_procedures
from motcua.worktime import calendar_rows

SOURCE = "motcua"
BATCH = 20_000
VIETNAM = pa.scalar(timedelta(hours=7))
Pseudonym = Callable[[str], str]


def write(to: Path, *, key: bytes, at: datetime) -> dict[str, int]:
    """Rows written of each table. One transaction sees all at one moment; an earlier snapshot stays till the end."""
    pseudonym = pseudonyms(key)
    written: dict[str, int] = {}
    alone = not connection.in_atomic_block
    with transaction.atomic(), SnapshotWriter(to, as_of=at) as writer:
        if alone and connection.vendor == "postgresql":
            connection.cursor().execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        for query in _queries():
            written[query.table] = sum(_append(writer, query, batch, pseudonym) for batch in _batches(query))
            writer.note(_note(query.table, written[query.table]))
        writer.append("calendar_day", _table("calendar_day", _calendars(at.year + 1)))
        writer.append("coverage", _table("coverage", _coverage(timezone.localdate(at))))
    return written


def _queries() -> list[Query]:
    return [*of_people.queries(), *of_procedures.queries(), *of_documents.queries(), *of_dossiers.queries()]


def _batches(query: Query) -> Iterator[list[tuple[Any, ...]]]:
    """The rows as tuples, many at once: their pk, then the columns in the order of the query."""
    named = {f"as_{name}": answer for name, answer in query.columns.items()}
    rows = query.rows.order_by("pk").annotate(**named).values_list("pk", *named).iterator(chunk_size=BATCH)
    while batch := list(islice(rows, BATCH)):
        yield batch


def _append(writer: SnapshotWriter, query: Query, batch: list[tuple[Any, ...]], pseudonym: Pseudonym) -> int:
    spec, schema = CONTRACT[query.table], arrow_schema(query.table)
    pks, *columns = zip(*batch, strict=True)
    made: dict[str, pa.Array] = {}
    for name, values in zip(query.columns, columns, strict=True):
        made |= _stored(spec, schema, name, values, pseudonym)
    made |= {
        "source_file": pa.array([SOURCE] * len(batch)),
        "sheet": pa.array([query.table] * len(batch)),
        "row": pa.array(pks, pa.int64()),
    }
    writer.append(query.table, pa.table(made))
    return len(batch)


def _stored(
    spec: TableSpec, schema: pa.Schema, name: str, values: tuple[Any, ...], pseudonym: Pseudonym
) -> dict[str, pa.Array]:
    """The stored columns of one column of the contract; the day of a moment is the day in Vietnam."""
    if name in spec.columns and spec.columns[name].kind is Kind.MOMENT:
        at = pa.array(values, pa.timestamp("us", tz="UTC"))
        local = pc.add(at.cast(pa.timestamp("us")), VIETNAM)
        return {f"{name}_at": at, f"{name}_on": local.cast(pa.date32(), safe=False)}
    kind = schema.field(name).type
    if name in spec.columns and spec.columns[name].kind is Kind.PERSON:
        values = tuple(value and pseudonym(value) for value in values)
    elif kind == pa.string():
        values = tuple(None if value in (None, "") else str(value) for value in values)
    elif kind == pa.bool_():
        values = tuple(None if value is None else bool(value) for value in values)
    return {name: pa.array(values, kind)}


def _note(table: str, rows: int) -> SourceNote:
    return SourceNote(SOURCE, table, table, rows=rows, stored=rows, rejected=0, sha256="")


def _calendars(last_year: int) -> Iterator[dict[str, object]]:
    """The nation's calendar, and that of each unit which decided days of its own."""
    first = Dossier.objects.aggregate(first=Min("received_at"))["first"]
    first_year = first.year - 1 if first else last_year - 2
    yield from ({**row, "source_file": SOURCE} for row in calendar_rows(first_year, last_year))
    for unit in Unit.objects.exclude(calendar="VN"):
        for row in schedule_of(unit).calendar.rows(first_year, last_year):
            yield {**row, "calendar": unit.calendar, "source_file": SOURCE}


def _coverage(until: date) -> Iterator[dict[str, object]]:
    """From a unit's first dossier on nothing is left out: there is no other place where work could be kept."""
    first_days = Dossier.objects.values_list("unit__unit_id").annotate(first=Min("received_at"))
    for unit_id, first in first_days:
        for query in _queries():
            for covered in _covered(query):
                yield {
                    "table": covered,
                    "unit_id": unit_id,
                    "from_on": timezone.localdate(first),
                    "to_on": max(until, timezone.localdate(first)),
                    "source": SOURCE,
                    "source_file": SOURCE,
                }


def _covered(query: Query) -> tuple[str, ...]:
    if not query.unit:
        return ()
    spec = CONTRACT[query.table]
    columns = [name.removesuffix("_on") for name in query.columns]
    told = [name for name in columns if name in spec.columns and name not in query.uncovered]
    return spec.covered(told, query.kinds)


def _table(table: str, rows: Iterable[dict[str, object]]) -> pa.Table:
    return pa.Table.from_pylist(list(rows), arrow_schema(table))
