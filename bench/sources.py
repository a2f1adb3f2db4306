"""Writes rows of a snapshot as the spreadsheets that an office would hand in: days as 31/07/2023, words as words."""

from collections.abc import Iterator
from pathlib import Path

import duckdb
import xlsxwriter

from motcua.evidence.snapshot import open_snapshot
from motcua.evidence.table import Kind
from motcua.evidence.tables import CONTRACT

WIDE = ("dossier", "slip")  # the tables that a one-stop software exports at full length
AROUND = ("unit", "procedure")  # what their rows refer to
XLSX_ROWS = 100_000
LOCAL = "INTERVAL 7 HOUR"  # UTC+7 all year


def write_csv(snapshot: Path, to: Path) -> int:
    """A CSV file for each table; how many rows were written."""
    to.mkdir(parents=True)
    for table in (*AROUND, *WIDE):
        with _connected() as connection:
            connection.execute(f"COPY ({_as_people_write(snapshot, table)}) TO '{to / table}.csv' (HEADER)")
    _write_map(to, "csv", (*AROUND, *WIDE))
    return _rows(snapshot, *AROUND, *WIDE)


def write_xlsx(snapshot: Path, to: Path) -> int:
    """One workbook of dossiers, as long as one sheet of an export usually is; how many rows were written."""
    to.mkdir(parents=True)
    book = xlsxwriter.Workbook(str(to / "dossier.xlsx"), {"constant_memory": True})
    sheet = book.add_worksheet("dossier")
    with _connected() as connection:
        found = connection.execute(f"{_as_people_write(snapshot, 'dossier')} LIMIT {XLSX_ROWS}")
        sheet.write_row(0, 0, [column[0] for column in found.description])
        number = 0
        while rows := found.fetchmany(10_000):
            for row in rows:
                number += 1
                sheet.write_row(number, 0, row)
    book.close()
    for table in AROUND:
        with _connected() as connection:
            connection.execute(f"COPY ({_as_people_write(snapshot, table)}) TO '{to / table}.csv' (HEADER)")
    _write_map(to, "csv", AROUND)
    with (to / "sources.yaml").open("a", encoding="utf-8") as sources:
        sources.write("  - {file: dossier.xlsx, table: dossier}\n")
    return number + _rows(snapshot, *AROUND)


def _connected() -> duckdb.DuckDBPyConnection:
    return duckdb.connect(config={"memory_limit": "1GB", "threads": 2})


def _write_map(to: Path, ending: str, tables: tuple[str, ...]) -> None:
    lines = (f"  - {{file: {table}.{ending}, table: {table}}}\n" for table in tables)
    (to / "sources.yaml").write_text("sources:\n" + "".join(lines), "utf-8")


def _rows(snapshot: Path, *tables: str) -> int:
    notes = open_snapshot(snapshot).manifest.files
    return sum(notes[f"{table}.parquet"].rows for table in tables)


def _as_people_write(snapshot: Path, table: str) -> str:
    return f"SELECT {', '.join(_cells(table))} FROM read_parquet('{snapshot / table}.parquet')"


def _cells(table: str) -> Iterator[str]:
    for name, column in CONTRACT[table].columns.items():
        if column.kind is Kind.MOMENT:
            time = f"strftime({name}_at AT TIME ZONE 'UTC' + {LOCAL}, '%d/%m/%Y %H:%M')"
            yield f"coalesce({time}, strftime({name}_on, '%d/%m/%Y')) AS {name}"
        elif column.kind is Kind.DAY:
            yield f"strftime({name}, '%d/%m/%Y') AS {name}"
        elif column.kind is Kind.FLAG:
            yield f"CASE WHEN {name} THEN 'có' WHEN NOT {name} THEN 'không' END AS {name}"
        else:
            yield name
