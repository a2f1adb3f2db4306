"""Checks a snapshot: digests, columns, keys, needed cells, words, references, order of dates, codes, coverage."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from motcua.evidence.expectations import (
    DOSSIER_CODE,
    ORDER,
    PROCEDURE_CODE,
    Reference,
    out_of_order,
    references,
)
from motcua.evidence.manifest import digest
from motcua.evidence.snapshot import Snapshot, arrow_schema
from motcua.evidence.table import Kind
from motcua.evidence.tables import CONTRACT
from motcua.language import Words

CHANGED = Words("Tệp đã bị sửa sau khi nhập", "File changed since it was imported")
OTHER_COLUMNS = Words("Cột không đúng quy ước", "Columns are not the contract's")
EMPTY = Words("Ô bắt buộc để trống", "Needed cell is empty")
DOUBLED = Words("Trùng khoá", "Key occurs twice")
UNKNOWN_WORD = Words("Từ ngoài danh mục", "Word outside the closed list")
DANGLING = Words("Không tìm thấy bản ghi được dẫn chiếu", "Reference leads nowhere")
REVERSED = Words("Ngày sau lại trước ngày đầu", "Later date lies before the earlier")
ODD_CODE = Words("Mã không đúng mẫu", "Code is not written as codes are")
OVERLAP = Words("Phạm vi nguồn chồng nhau", "Coverage overlaps")


@dataclass(frozen=True)
class Place:
    """Where a row came from."""

    file: str
    sheet: str
    row: int


@dataclass(frozen=True)
class Flaw:
    """What is wrong in a table, how often, and where for example. A `note` may be a finding, not bad data."""

    check: Words
    table: str
    what: str
    count: int
    examples: tuple[Place, ...] = ()
    note: bool = False


@dataclass(frozen=True)
class Question:
    """A condition on single rows of a table that must hold nowhere."""

    check: Words
    what: str
    condition: str
    note: bool = False


def check_snapshot(snapshot: Snapshot, *, examples: int = 1, memory: str = "1GB") -> Iterator[Flaw]:
    """Every flaw, with up to `examples` places each, file by file, then table by table."""
    damaged = [*_changed_files(snapshot), *_odd_columns(snapshot)]
    yield from damaged
    sound = [table for table in snapshot.tables if table not in {flaw.table for flaw in damaged}]
    with _opened(snapshot, sound, memory) as connection:
        for table in sound:
            yield from _row_flaws(connection, table, examples)
            yield from _doubled_keys(connection, table, examples)
        for reference in references():
            if reference.table in sound and (reference.parent in sound or reference.parent == "unit"):
                yield from _dangling(connection, reference, examples)
        if "coverage" in sound:
            yield from _overlaps(connection, examples)


def absent_tables(snapshot: Snapshot) -> tuple[str, ...]:
    """Tables of the contract that have no row and that no coverage names: nothing can be said of what they hold."""
    sound = (path for path in snapshot.paths("coverage") if _conforms(path, "coverage"))
    covered = {re.split("[./]", name)[0] for path in sound for name in pq.read_table(path)["table"].to_pylist() if name}
    return tuple(name for name in CONTRACT if name not in {*snapshot.tables, *covered, "coverage"})


def _changed_files(snapshot: Snapshot) -> Iterator[Flaw]:
    for name, note in snapshot.manifest.files.items():
        if digest(snapshot.folder / name) != note.sha256:
            yield Flaw(CHANGED, name.split("/")[0].removesuffix(".parquet"), name, 1)


def _odd_columns(snapshot: Snapshot) -> Iterator[Flaw]:
    for table in snapshot.tables:
        odd = [path.name for path in snapshot.paths(table) if not _conforms(path, table)]
        if odd:
            yield Flaw(OTHER_COLUMNS, table, ", ".join(odd), len(odd))


def _conforms(path: Path, table: str) -> bool:
    try:
        return bool(pq.read_schema(path).equals(arrow_schema(table)))
    except (OSError, pa.ArrowInvalid):
        return False


@contextmanager
def _opened(snapshot: Snapshot, tables: list[str], memory: str) -> Iterator[Any]:
    """A connection that reads the Parquet files where they lie and spills to disk rather than grow."""
    with TemporaryDirectory(prefix="motcua-") as spill:
        settings = {"memory_limit": memory, "temp_directory": spill, "preserve_insertion_order": "false"}
        connection = duckdb.connect(config=settings)
        try:
            for table in tables:
                connection.read_parquet([str(path) for path in snapshot.paths(table)]).create_view(table)
            if "unit" not in tables:
                connection.execute("CREATE TABLE unit (unit_id VARCHAR)")
            yield connection
        finally:
            connection.close()


def _questions(table: str) -> Iterator[Question]:
    spec = CONTRACT[table]
    for name in spec.needed:
        yield Question(EMPTY, name, f'"{name}" IS NULL')
    for name, column in spec.columns.items():
        if column.kind is Kind.WORD and not column.open:
            words = ", ".join(f"'{word}'" for word in column.words)
            yield Question(UNKNOWN_WORD, name, f'"{name}" NOT IN ({words})')
    for earlier, later in ORDER.get(table, ()):
        yield Question(REVERSED, f"{earlier} → {later}", out_of_order(table, earlier, later), note=True)
    if table == "coverage":
        names = ", ".join(f"'{name}'" for other in CONTRACT.values() for name in other.coverable)
        yield Question(UNKNOWN_WORD, "table", f'"table" NOT IN ({names})')
    if table == "dossier":
        day = "try_strptime(regexp_extract(dossier_id, '-(\\d{6})-', 1), '%y%m%d')"
        written = f"regexp_matches(dossier_id, '{DOSSIER_CODE}')"
        yield Question(ODD_CODE, "dossier_id", f"NOT {written} OR {day} IS NULL", note=True)
    if "procedure_code" in spec.columns:
        odd = f"NOT regexp_matches(procedure_code, '{PROCEDURE_CODE}')"
        yield Question(ODD_CODE, "procedure_code", odd, note=True)


def _row_flaws(connection: Any, table: str, examples: int) -> Iterator[Flaw]:
    """All questions on single rows in one scan; examples are looked up only where something was found."""
    questions = list(_questions(table))
    counts = ", ".join(f"count(*) FILTER (WHERE {question.condition})" for question in questions)
    for question, count in zip(questions, connection.sql(f'SELECT {counts} FROM "{table}"').fetchone(), strict=True):
        if count:
            found = f'SELECT * FROM "{table}" WHERE {question.condition}'
            yield Flaw(
                question.check,
                table,
                question.what,
                count,
                _places(connection, found, examples),
                question.note,
            )


def _doubled_keys(connection: Any, table: str, examples: int) -> Iterator[Flaw]:
    """Keys are grouped by hash first: whole keys are compared only where a hash occurs twice."""
    if table == "coverage":
        return
    key = CONTRACT[table].key
    columns = ", ".join(f'"{name}"' for name in key)
    known = " AND ".join(f'"{name}" IS NOT NULL' for name in key)
    likely = f'SELECT hash({columns}) FROM "{table}" WHERE {known} GROUP BY 1 HAVING count(*) > 1'
    rows = f'SELECT * FROM "{table}" WHERE {known} AND hash({columns}) IN ({likely})'
    place = "source_file, sheet, row"
    later = f"SELECT * FROM ({rows}) QUALIFY row_number() OVER (PARTITION BY {columns} ORDER BY {place}) > 1"
    yield from _flaw(connection, later, Flaw(DOUBLED, table, ", ".join(key), 0), examples)


def _dangling(connection: Any, reference: Reference, examples: int) -> Iterator[Flaw]:
    """Procedure codes are compared without their local tail."""
    pairs = zip(reference.columns, reference.parent_columns, strict=True)
    same = " AND ".join(f"{_plain('child', ours)} = {_plain('parent', theirs)}" for ours, theirs in pairs)
    known = " AND ".join(f'child."{name}" IS NOT NULL' for name in reference.columns)
    columns = ", ".join(f'"{name}"' for name in reference.parent_columns)
    parents = f'(SELECT DISTINCT {columns} FROM "{reference.parent}") AS parent'
    found = f'SELECT child.* FROM "{reference.table}" AS child ANTI JOIN {parents} ON {same} WHERE {known}'
    what = f"{', '.join(reference.columns)} → {reference.parent}"
    yield from _flaw(connection, found, Flaw(DANGLING, reference.table, what, 0, note=reference.loose), examples)


def _plain(side: str, name: str) -> str:
    column = f'{side}."{name}"'
    return f"regexp_extract({column}, '^[^.]*[.][^.]*')" if name == "procedure_code" else column


def _overlaps(connection: Any, examples: int) -> Iterator[Flaw]:
    earlier = "ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING"
    before = f'max(to_on) OVER (PARTITION BY "table", unit_id ORDER BY from_on, to_on {earlier})'
    found = f"SELECT * FROM coverage QUALIFY from_on <= {before}"
    yield from _flaw(connection, found, Flaw(OVERLAP, "coverage", "table, unit_id", 0), examples)


def _flaw(connection: Any, found: str, flaw: Flaw, examples: int) -> Iterator[Flaw]:
    (count,) = connection.sql(f"SELECT count(*) FROM ({found})").fetchone()
    if count:
        yield Flaw(flaw.check, flaw.table, flaw.what, count, _places(connection, found, examples), flaw.note)


def _places(connection: Any, found: str, examples: int) -> tuple[Place, ...]:
    first = f"SELECT source_file, sheet, row FROM ({found}) ORDER BY ALL LIMIT {examples}"
    return tuple(Place(file or "", sheet or "", row or 0) for file, sheet, row in connection.sql(first).fetchall())
