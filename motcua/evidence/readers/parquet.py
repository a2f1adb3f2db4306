"""Parquet files that are already in the contract's columns."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from motcua.evidence.readers.guard import broken
from motcua.evidence.readers.headings import label
from motcua.evidence.readers.rows import Reject, Row, SourceTable
from motcua.evidence.readers.streaming import _BLANK, _FILL
from motcua.evidence.table import SOURCE, TableSpec
from motcua.evidence.tables import CONTRACT
from motcua.language import Refusal, Words, say

_BATCH = 10_000
_NO_TABLE = Words(
    vi="{file}: không phải bảng nào của chuẩn dữ liệu; các cột có: {seen}",
    en="{file}: no table of the contract; its columns are: {seen}",
)
_TYPE = Words(
    vi="{file}: cột {column} kiểu {found}, chuẩn dữ liệu cần {wanted}",
    en="{file}: column {column} is {found}, the contract wants {wanted}",
)
_TYPES = {
    "string": (pa.types.is_string, pa.types.is_large_string),
    "int64": (pa.types.is_integer,),
    "float64": (pa.types.is_floating, pa.types.is_integer),
    "boolean": (pa.types.is_boolean,),
    "date": (pa.types.is_date,),
    "timestamp('UTC')": (pa.types.is_timestamp,),
}


def table(path: Path, constants: Mapping[str, object]) -> SourceTable:
    """The file as the table its columns (or its name) belong to; types must be the contract's."""
    try:
        schema = pq.read_schema(path)
    except (pa.ArrowInvalid, OSError) as error:
        raise broken(path, " ".join(str(error).split())) from error
    spec = _spec(path, set(schema.names) - set(SOURCE), set(constants))
    fed = [name for name in spec.schema if name in schema.names and name not in SOURCE]
    for name in fed:
        _typed(path, name, schema.field(name).type, spec.schema[name])
    return SourceTable(
        path.name,
        path.stem,
        spec.name,
        {name: name for name in fed},
        tuple(name for name in schema.names if name not in spec.schema),
        lambda: _rows(path, spec, fed, constants),
    )


def _spec(path: Path, seen: set[str], given: set[str]) -> TableSpec:
    named = CONTRACT.get(path.stem)
    fits = [spec for spec in CONTRACT.values() if set(spec.needed) <= seen | given and seen & set(spec.schema)]
    if named is not None and named in fits:
        return named
    best = max(fits, key=lambda spec: len(seen & set(spec.schema)) - len(seen - set(spec.schema)), default=None)
    if best is None or not seen <= set(best.schema):
        raise Refusal(_NO_TABLE, file=path.name, seen=", ".join(sorted(seen)))
    return best


def _typed(path: Path, name: str, found: pa.DataType, wanted: str) -> None:
    if not any(accepts(found) for accepts in _TYPES[wanted]):
        raise Refusal(_TYPE, file=path.name, column=name, found=found, wanted=wanted)


def _rows(path: Path, spec: TableSpec, fed: list[str], constants: Mapping[str, object]) -> Iterator[Row | Reject]:
    number = 0
    defaults = {column: value for column, value in constants.items() if column in spec.schema}
    try:
        with pq.ParquetFile(path) as file:
            for batch in file.iter_batches(_BATCH, columns=fed):
                for values in batch.to_pylist():
                    number += 1
                    for column, default in defaults.items():
                        if values.get(column) is None:
                            values[column] = default
                    yield _checked(number, values, spec)
    except (pa.ArrowInvalid, OSError) as error:
        raise broken(path, " ".join(str(error).split())) from error


def _checked(number: int, values: dict[str, object], spec: TableSpec) -> Row | Reject:
    for column in spec.needed:
        if values.get(column) is None:
            name = label(spec.name, column.removesuffix("_on") if column not in spec.columns else column)
            return Reject(number, column, "", say(_BLANK, label=name), say(_FILL, label=name), False)
    return Row(number, values)
