"""Small generated provinces, made once, and a way to ask them in SQL."""

from collections.abc import Callable, Iterator
from pathlib import Path

import duckdb
import pytest

from motcua.evidence.snapshot import open_snapshot
from motcua.generator import small_world

Ask = Callable[[str], list[tuple[object, ...]]]


@pytest.fixture(scope="session")
def three_levels(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_world(tmp_path_factory.mktemp("three") / "province", seed=3)


@pytest.fixture(scope="session")
def two_levels(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_world(tmp_path_factory.mktemp("two") / "province", dossiers=8_000, seed=5, era="two-level")


@pytest.fixture(scope="session", params=["three_levels", "two_levels"])
def ask(request: pytest.FixtureRequest) -> Iterator[Ask]:
    """SQL over every table of a clean world, in both eras."""
    with duckdb.connect() as connection:
        yield asking(connection, request.getfixturevalue(request.param))


def asking(connection: duckdb.DuckDBPyConnection, folder: Path) -> Ask:
    snapshot = open_snapshot(folder)
    connection.execute("SET TimeZone = 'Asia/Ho_Chi_Minh'")
    for table in snapshot.tables:
        connection.read_parquet([str(path) for path in snapshot.paths(table)]).create_view(table)

    def ask(question: str) -> list[tuple[object, ...]]:
        rows: list[tuple[object, ...]] = connection.sql(question).fetchall()
        return rows

    return ask
