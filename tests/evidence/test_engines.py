"""Engines answer over what is there and read what is not there as empty."""

import time
from collections.abc import Iterator
from pathlib import Path

import ibis
import pytest

from motcua.evidence.engines import DuckEngine, compiled, tables_of
from motcua.evidence.tables import CONTRACT, dossier, satisfaction, unit
from motcua.inspection.expressions import minute_of_day
from tests.conftest import Evidence
from tests.texttable import write


def test_a_table_without_files_reads_as_empty(evidence: Evidence) -> None:
    engine = evidence(unit="unit_id\ncom")
    assert "dossier" not in engine.tables
    assert engine.rows(dossier) == []
    assert [row["unit_id"] for row in engine.rows(unit)] == ["com"]


def test_every_table_can_be_asked_for_where_there_is_no_evidence_at_all() -> None:
    engine = DuckEngine({})
    assert engine.tables == frozenset()
    for name, spec in CONTRACT.items():
        assert engine.rows(ibis.table(dict(spec.schema), name=name)) == [], name


def test_a_folder_with_a_quote_in_its_name_is_read(tmp_path: Path) -> None:
    folder = tmp_path / "xã 'Mỹ Thọ'"
    folder.mkdir()
    engine = DuckEngine(write({"unit": "unit_id\ncom"}, folder))
    assert [row["unit_id"] for row in engine.rows(unit)] == ["com"]


@pytest.fixture
def machine_in_vietnam(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "Asia/Ho_Chi_Minh")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.usefixtures("machine_in_vietnam")
def test_moments_are_the_same_whatever_the_time_zone_of_the_machine(tmp_path: Path) -> None:
    received = "dossier_id | unit_id | received\n-----------+---------+-----------------\na | com | 2026-02-13 14:00"
    engine = DuckEngine(write({"dossier": received}, tmp_path))

    assert engine.rows(dossier.select(minute=minute_of_day(dossier.received_at))) == [{"minute": 14 * 60}]


def test_the_tables_an_expression_reads_are_known() -> None:
    joined = dossier.join(unit, "unit_id")
    assert tables_of(joined.select("dossier_id")) == {"dossier", "unit"}


@pytest.mark.parametrize("dialect", ["duckdb", "pyspark"])
def test_an_expression_compiles_without_a_server(dialect: str) -> None:
    """Also one that reads a decimal number, for which a compiler asks for the engine's options."""
    assert "score" in compiled(satisfaction.select("score"), dialect)
