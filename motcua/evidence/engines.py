"""Engines that answer unbound Ibis expressions over a snapshot: DuckDB on a laptop, Spark through Spark Connect."""

import gc
import importlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Protocol

import ibis
import ibis.expr.operations as ops
import ibis.expr.types as ir
import pyarrow as pa
from sqlglot import exp

from motcua.evidence.table import TableSpec
from motcua.evidence.tables import CONTRACT
from motcua.language import Refusal, Words

Row = dict[str, Any]


class Engine(Protocol):
    """Answers expressions over the contract's tables. `tables` are those that hold rows; the rest read as empty."""

    name: str
    tables: frozenset[str]

    def prepare(self, expression: ir.Table) -> None:
        """Compile the expression, so that asking for its rows, perhaps in another thread, only runs it."""

    def abreast(self, queries: int) -> AbstractContextManager[None]:
        """While it lasts so many queries are asked at once, each from a thread of its own."""

    def answer(self, expression: ir.Table) -> pa.Table: ...

    def rows(self, expression: ir.Table) -> list[Row]: ...


def tables_of(expression: ir.Table) -> frozenset[str]:
    """Names of the evidence tables an expression reads."""
    return frozenset(op.name for op in expression.op().find(ops.UnboundTable))


def compiled(expression: ir.Table, dialect: str, *, pretty: bool = False) -> str:
    """The expression as SQL of an engine; compiling takes longer than many a query, so what was compiled is kept."""
    return _compiled(expression.op(), dialect, pretty)


@lru_cache(maxsize=1024)
def _compiled(operation: ops.Relation, dialect: str, pretty: bool) -> str:
    getattr(ibis, dialect)  # loads the engine's options, which some compilers read
    compiler = importlib.import_module(f"ibis.backends.sql.compilers.{dialect}").compiler
    ibis.options.sql.fuse_selects = pretty  # engines merge nested selects themselves, and sooner
    with _collector_paused():
        statement = compiler.to_sqlglot(operation.to_expr())
        if pretty:
            _sort_left_out(statement)
        return str(statement.sql(dialect=compiler.dialect, pretty=pretty))


def _sort_left_out(statement: exp.Expression) -> None:
    """Columns left out of a star come from a set: put them in order, so that the text is the same every time."""
    for star in statement.find_all(exp.Star):
        if left_out := star.args.get("except_"):
            star.set("except_", sorted(left_out, key=lambda column: column.sql()))


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Compiling makes many small objects that all live until its end: looking for dead ones takes a third of it."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class DuckEngine:
    """DuckDB in this process, reading Parquet where it lies."""

    name = "duckdb"

    def __init__(self, paths: Mapping[str, Sequence[Path]], *, memory: str = "1500MB", threads: int = 2) -> None:
        """`paths`: the Parquet files of each table present."""
        self.threads = threads
        self.backend = ibis.duckdb.connect(memory_limit=memory, threads=threads)
        self.backend.con.execute("SET GLOBAL TimeZone = 'UTC'")  # else every cursor has that of the machine
        self.tables = frozenset(name for name, files in paths.items() if files)
        for name, spec in CONTRACT.items():
            source = _parquet(paths[name]) if name in self.tables else _nothing(spec)
            self.backend.con.execute(f'CREATE VIEW "{name}" AS SELECT * FROM {source}')

    def prepare(self, expression: ir.Table) -> None:
        compiled(expression, self.name)

    @contextmanager
    def abreast(self, queries: int) -> Iterator[None]:
        """Shares the threads out: queries that split their work get in each other's way."""
        self.backend.con.execute(f"SET threads = {max(1, self.threads // queries)}")
        try:
            yield
        finally:
            self.backend.con.execute(f"SET threads = {self.threads}")

    def answer(self, expression: ir.Table) -> pa.Table:
        return self.backend.con.cursor().execute(compiled(expression, self.name)).to_arrow_table()

    def rows(self, expression: ir.Table) -> list[Row]:
        return list(self.answer(expression).to_pylist())


def _parquet(files: Sequence[Path]) -> str:
    names = ", ".join("'" + str(path).replace("'", "''") + "'" for path in files)
    return f"read_parquet([{names}])"


def _nothing(spec: TableSpec) -> str:
    kinds = {
        "string": "VARCHAR",
        "int64": "BIGINT",
        "float64": "DOUBLE",
        "boolean": "BOOLEAN",
        "date": "DATE",
    }
    columns = (f'NULL::{kinds.get(kind, "TIMESTAMPTZ")} AS "{name}"' for name, kind in spec.schema.items())
    return f"(SELECT {', '.join(columns)} LIMIT 0)"


class SparkEngine:
    """Spark through Spark Connect; the Parquet files must lie where the server reads them."""

    name = "spark"

    def __init__(self, paths: Mapping[str, Sequence[Path]], session: Any) -> None:
        """`session`: a Spark Connect session, kept by the caller. A table is registered when first asked for."""
        self.session = session
        self.backend = ibis.pyspark.connect(session)
        self.paths = {name: [str(path) for path in files] for name, files in paths.items() if files}
        self.tables = frozenset(self.paths)
        self.known: set[str] = set()

    def prepare(self, expression: ir.Table) -> None:
        compiled(expression, "pyspark")

    def abreast(self, queries: int) -> AbstractContextManager[None]:  # noqa: ARG002  its server shares out the work
        return nullcontext()

    def answer(self, expression: ir.Table) -> pa.Table:
        for name in tables_of(expression) - self.known:
            self._register(name)
        return self.session.sql(compiled(expression, "pyspark")).toArrow()

    def rows(self, expression: ir.Table) -> list[Row]:
        return list(self.answer(expression).to_pylist())

    def _register(self, name: str) -> None:
        kinds = {
            "int64": "bigint",
            "float64": "double",
            "date": "date",
            "boolean": "boolean",
            "string": "string",
        }
        schema = ", ".join(f"`{c}` {kinds.get(k, 'timestamp')}" for c, k in CONTRACT[name].schema.items())
        if name in self.paths:
            frame = self.session.read.parquet(*self.paths[name])
        else:
            frame = self.session.createDataFrame([], schema)
        frame.createOrReplaceTempView(name)
        self.known.add(name)


def spark_session(url: str) -> Any:
    """A Spark Connect session at `sc://host:port`, in UTC. Raises Refusal where the package is missing."""
    if find_spec("pyspark") is None:
        raise Refusal(NO_SPARK)
    from pyspark.sql import SparkSession  # noqa: PLC0415  the extra `spark` may be absent

    session = SparkSession.builder.remote(url).getOrCreate()
    session.conf.set("spark.sql.session.timeZone", "UTC")
    return session


NO_SPARK = Words(
    "Chưa cài phần mở rộng Spark: chạy `pip install motcua[spark]`.",
    "The Spark extension is not installed: run `pip install motcua[spark]`.",
)
