"""Fixtures of all tests: evidence written as small text tables, on each engine asked for."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from motcua.evidence.engines import DuckEngine, Engine, SparkEngine, spark_session
from tests.texttable import write

Evidence = Callable[..., Engine]


def engines() -> list[str]:
    """`ENGINES="duckdb spark"` runs every rule's test on both; DuckDB alone where it is unset."""
    return os.environ.get("ENGINES", "duckdb").split()


@pytest.fixture(params=engines())
def evidence(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Evidence]:
    """Makes an engine over evidence given as text tables, one keyword a table of the contract."""

    def make(**tables: str) -> Engine:
        paths = write(tables, tmp_path)
        if request.param == "duckdb":
            return DuckEngine(paths)
        return SparkEngine(paths, request.getfixturevalue("spark"))

    yield make


@pytest.fixture(scope="session")
def spark() -> Iterator[Any]:
    """One Spark Connect session for all tests of this process, served by Sail on a free port."""
    from pysail.spark import SparkConnectServer

    server = SparkConnectServer("127.0.0.1", 0)
    server.start(background=True)
    _, port = server.listening_address
    yield spark_session(f"sc://127.0.0.1:{port}")
    server.stop()
