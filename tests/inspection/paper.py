"""A ward whose records are silent on its paper, and an inspector who fills in the check workbook."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pyarrow as pa
import xlsxwriter
from python_calamine import CalamineWorkbook

from motcua.evidence.engines import DuckEngine
from motcua.evidence.importing import Asked, Defaults, Report, plan, run_import
from motcua.evidence.readers.profile import load_profile
from motcua.evidence.snapshot import SnapshotWriter, arrow_schema, open_snapshot
from motcua.evidence.tables import CONTRACT
from motcua.inspection.check_workbook import HEADS_AT, check_workbook
from motcua.inspection.period import Period
from motcua.inspection.sample import Drawn, draw
from motcua.worktime import calendar_rows

Rows = list[dict[str, Any]]
WARD = "ward-12"
SPRING = Period.of(date(2023, 1, 1), date(2023, 6, 30))
AS_OF = datetime(2023, 7, 1, tzinfo=UTC)
CODE = "2.000815"
SINCE = date(2021, 1, 1)
SIZE = 60


def dossier_id(number: int) -> str:
    return f"H20.17.23-230601-{number:04}"


def silent() -> dict[str, Rows]:
    """Certification dossiers, receipts of the first half, digitised results; nothing is told of the paper."""
    dossiers = [dossier_id(number) for number in range(1, SIZE + 1)]
    return {
        "unit": [
            {
                "unit_id": WARD,
                "name": "UBND Phường 12",
                "level": "commune",
                "kind": "committee",
                "valid_from": SINCE,
            }
        ],
        "calendar_day": list(calendar_rows(2022, 2024)),
        "procedure": [
            {
                "procedure_code": CODE,
                "version": "1",
                "name": "Chứng thực bản sao từ bản chính",
                "domain": "Chứng thực",
                "in_force_from": SINCE,
                "term_value": 2,
                "term_unit": "working_day",
            }
        ],
        "procedure_component": [
            {
                "procedure_code": CODE,
                "version": "1",
                "component_no": 1,
                "name": "Bản chính",
                "keeps_original": False,
            }
        ],
        "dossier": [_dossier(code, place) for place, code in enumerate(dossiers)],
        "slip": [
            {
                "unit_id": WARD,
                "slip_id": f"tn-{code}",
                "dossier_id": code,
                "kind": "receipt",
                "issued_on": date(2023, 6, 1),
            }
            for code in dossiers[: SIZE // 2]
        ],
        "result": [
            {
                "unit_id": WARD,
                "result_id": f"kq-{code}",
                "dossier_id": code,
                "procedure_code": CODE,
                "digitised_on": date(2023, 6, 5),
            }
            for code in dossiers
        ],
    }


def _dossier(code: str, place: int) -> dict[str, Any]:
    return {
        "unit_id": WARD,
        "dossier_id": code,
        "procedure_code": CODE,
        "applicant": "0123456789abcdef",
        "channel": ("counter", "online", "post")[place % 3],
        "received_on": date(2023, 6, 1),
        "due_on": date(2023, 6, 5),
        "finished_on": date(2023, 6, 2) + timedelta(days=place % 3),
        "special_case": True,
    }


def store(folder: Path, tables: Mapping[str, Rows]) -> Path:
    """The rows as a snapshot, each with the sheet and row it would have come from."""
    with SnapshotWriter(folder, as_of=AS_OF) as writer:
        for table, rows in tables.items():
            sourced = [
                {"source_file": f"{table}.xlsx", "sheet": "Sheet1", "row": n} | row for n, row in enumerate(rows, 2)
            ]
            writer.append(table, pa.Table.from_pylist(sourced, arrow_schema(table)))
    return folder


def engine_of(snapshot: Path) -> DuckEngine:
    opened = open_snapshot(snapshot)
    return DuckEngine({table: opened.paths(table) for table in CONTRACT})


def workbook(snapshot: Path, *, n: int = 30, seed: int = 7) -> tuple[Drawn, bytes]:
    drawn = draw(engine_of(snapshot), WARD, SPRING, n=n, seed=seed)
    return drawn, check_workbook(drawn, at=AS_OF)


def cells(content: bytes) -> list[list[Any]]:
    book = CalamineWorkbook.from_filelike(BytesIO(content))
    return list(book.get_sheet_by_index(0).to_python(skip_empty_area=False))


def fill(content: bytes, answers: Mapping[str, Mapping[str, str]], to: Path) -> Path:
    """The workbook as an inspector hands it back: `answers` by heading, then by dossier."""
    rows = cells(content)
    heads = rows[HEADS_AT]
    for row in rows[HEADS_AT + 1 :]:
        for heading, given in answers.items():
            row[heads.index(heading)] = given.get(row[heads.index("Mã hồ sơ")], "")
    book = xlsxwriter.Workbook(to)
    sheet = book.add_worksheet("Phiếu kiểm tra")
    days = book.add_format({"num_format": "dd/mm/yyyy"})
    for line, row in enumerate(rows):
        for column, cell in enumerate(row):
            if isinstance(cell, date):
                sheet.write_datetime(line, column, datetime(cell.year, cell.month, cell.day), days)  # noqa: DTZ001
            elif cell != "":
                sheet.write(line, column, cell)
    book.close()
    return to


def bring_back(snapshot: Path, filled: Path, to: Path) -> Report:
    read = plan([snapshot, filled], Defaults(profile=load_profile("check-workbook")))
    rejects = to.with_name(f"{to.name}-rejects.xlsx")
    return run_import(
        Asked(read.sources, to, rejects, AS_OF, b"the key of the tests, long enough", earlier=read.earlier)
    )
