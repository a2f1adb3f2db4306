"""Rows of a sheet as columns ready to store. In a sheet of texts a text that repeats within a column is read once."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from motcua.evidence.readers.grid import Cells
from motcua.evidence.readers.moments import NOTHING, moment
from motcua.evidence.readers.notes import is_total
from motcua.evidence.readers.rows import Batch, Reject, Row
from motcua.evidence.readers.streaming import Plan, Records
from motcua.evidence.readers.unreadable import Unreadable
from motcua.evidence.readers.values import text
from motcua.evidence.readers.vocabulary import Parser
from motcua.evidence.snapshot import arrow_schema
from motcua.evidence.table import SOURCE

SIZE = 20_000
TIDY = r"^([!-&(-~]( ?[!-~])*)?$"  # what reading leaves as it stands: ASCII, single spaces, no apostrophe first
Columns = dict[str, Any]


def gathered(table: str, items: Iterable[Row | Reject]) -> Iterator[Batch]:
    """Rows that were read one by one."""
    rest = iter(items)
    while some := list(islice(rest, SIZE)):
        rows = [item for item in some if isinstance(item, Row)]
        yield Batch(_in_columns(table, rows), [item for item in some if isinstance(item, Reject)])


def _in_columns(table: str, rows: Sequence[Row]) -> pa.Table:
    """Column by column, since a row of dictionaries costs Arrow several times as much."""
    values = [row.values for row in rows]
    given = set[str]().union(*values)
    arrays = {
        field.name: pa.array([row.get(field.name) for row in values], field.type)
        for field in arrow_schema(table)
        if field.name in given and field.name not in SOURCE
    }
    return pa.table(arrays | {"row": pa.array([row.number for row in rows], pa.int64())})


def read_texts(table: str, rows: Iterator[Cells], first: int, plan: Plan) -> Iterator[Batch]:
    """Rows of a sheet whose cells are all texts, where `plan.plain`; what is odd among them is read row by row."""
    records = Records(plan)
    types = {field.name: field.type for field in arrow_schema(table)}
    while some := list(islice(rows, SIZE)):
        yield _batch(table, some, first, records, types)
        first += len(some)


def _batch(table: str, rows: list[Cells], first: int, records: Records, types: Mapping[str, Any]) -> Batch:
    width = records.plan.width
    rows = [row if len(row) >= width else [*row, *[""] * (width - len(row))] for row in rows]
    plain = np.ones(len(rows), dtype=bool)
    plain[[at for at, row in enumerate(rows) if is_total(row)]] = False
    columns = _read(rows, records.plan, types, plain)
    _complete(columns, records.plan, types, plain)
    kept = {name: columns[name] for name in types if name in columns and name not in SOURCE}
    numbers = pa.array(np.arange(first, first + len(rows)), pa.int64())
    sound = pa.table(kept | {"row": numbers})
    if plain.all():
        records.ended = False
        return Batch(sound, [])
    others = _one_by_one(rows, first, records, plain)
    singly = _in_columns(table, [item for item in others if isinstance(item, Row)])
    sound = sound.filter(pa.array(plain))
    if singly.num_rows:
        sound = pa.concat_tables([sound, singly], promote_options="default").sort_by("row").combine_chunks()
    return Batch(sound, [item for item in others if isinstance(item, Reject)])


def _one_by_one(rows: list[Cells], first: int, records: Records, plain: Any) -> list[Row | Reject]:
    found = []
    before = -1
    for at in np.flatnonzero(~plain).tolist():
        records.ended = records.ended and at == before + 1  # a sound row between them: the table goes on
        before = at
        found.append(records.read(first + at, rows[at]))
    records.ended = records.ended and before == len(rows) - 1
    return [item for item in found if item is not None]


def _read(rows: list[Cells], plan: Plan, types: Mapping[str, Any], plain: Any) -> Columns:
    """The cells under each heading; rows with one that cannot be read are no longer plain."""
    cells = list(zip(*rows, strict=False))
    columns: Columns = {}
    for column, position, parsed in plan.singles:
        coded = pa.array(cells[position], pa.string()).dictionary_encode()
        tidy = parsed.parse is text and _tidy(coded.dictionary)
        meant = _unblank(coded.dictionary) if tidy else _meant(coded, parsed.__getitem__, plain)
        columns[column] = pa.array(meant, types.get(column, pa.string())).take(coded.indices)
    for on, at, position in plan.moments:
        coded = pa.array(cells[position], pa.string()).dictionary_encode()
        days, instants = zip(*(value or NOTHING for value in _meant(coded, moment, plain)), strict=True)
        columns[on] = pa.array(days, types[on]).take(coded.indices)
        columns[at] = pa.array(instants, types[at]).take(coded.indices)
    return columns


def _tidy(texts: Any) -> bool:
    return bool(pc.all(pc.match_substring_regex(texts, TIDY)).as_py())


def _unblank(texts: Any) -> Any:
    return pc.if_else(pc.equal(texts, ""), None, texts)


def _meant(coded: Any, parse: Parser, plain: Any) -> list[Any]:
    """What each different text of a column means; rows with one that means nothing are no longer plain."""
    meant: list[Any] = []
    bad: list[int] = []
    for at, written in enumerate(coded.dictionary.to_pylist()):
        try:
            meant.append(parse(written))
        except Unreadable:
            bad.append(at)
            meant.append(None)
    if bad:
        plain &= ~np.isin(coded.indices.to_numpy(), bad)
    return meant


def _complete(columns: Columns, plan: Plan, types: Mapping[str, Any], plain: Any) -> None:
    """As for single rows, but rows that lack what is needed or derived are no longer plain."""
    count = len(plain)
    if plan.by_name and "procedure_code" not in columns:
        columns["procedure_code"] = pa.nulls(count, types["procedure_code"])
    for column, value in plan.constants.items():
        columns[column] = pa.repeat(pa.scalar(value, types[column]), count)
    for column, value in plan.defaults.items():
        default = pa.scalar(value, types[column])
        if column not in columns:
            columns[column] = pa.repeat(default, count)
        elif value is not None:
            columns[column] = columns[column].fill_null(default)
    for column in (*(needed[0] for needed in plan.needed), *plan.derived):
        plain &= _known(columns[column]) if column in columns else False
    if plan.by_name and plan.catalogue is not None:
        columns["procedure_code"] = _named(columns, plan, plain)


def _named(columns: Columns, plan: Plan, plain: Any) -> Any:
    """The codes of procedures that are told by name; each match is asked for, since the catalogue counts misses."""
    codes = columns["procedure_code"]
    if plan.catalogue is None or not codes.null_count:
        return codes
    found = codes.to_pylist()
    names = columns["procedure_name"].to_pylist()
    for at in np.flatnonzero(plain & ~_known(codes)).tolist():
        found[at] = plan.catalogue.match(names[at]) if names[at] else None
    return pa.array(found, codes.type)


def _known(values: Any) -> Any:
    return values.is_valid().to_numpy(zero_copy_only=False)
