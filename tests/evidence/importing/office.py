"""A small office whose exports the tests of importing read: two wards, their dossiers and slips."""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
from python_calamine import CalamineWorkbook

from motcua.evidence.importing.plan import Defaults, plan
from motcua.evidence.importing.run import Asked, Report, run_import
from motcua.evidence.snapshot import open_snapshot

AS_OF = datetime(2023, 8, 1, tzinfo=UTC)
KEY = b"the key of the tests, long enough"
UNITS = """Mã đơn vị,Tên đơn vị,Cấp,Loại đơn vị,Thành lập từ ngày
ward-12,UBND Phường 12,xã,UBND,01/01/2021
ward-13,UBND Phường 13,xã,UBND,01/01/2021
"""
DOSSIERS = """Mã hồ sơ,Tên TTHC,Người nộp,Ngày tiếp nhận,Ngày hẹn trả,Hình thức nộp,Đơn vị
H20.17.23-230703-0001,Đăng ký khai sinh,Nguyễn Văn Bình,03/07/2023 08:30,04/07/2023,Trực tiếp,Phường 12
H20.17.23-230704-0002,Đăng ký khai sinh,Trần Thị Lan,04/07/2023,05/07/2023,Trực tuyến,UBND phường 12
H20.17.23-230710-0003,Đăng ký kết hôn,Lê Văn Nam,10/07/2023,,Trực tiếp,ward-13
"""


def office(folder: Path, **files: str) -> Path:
    """A folder of CSV files; `don_vi` is don-vi.csv."""
    folder.mkdir(exist_ok=True)
    for name, text in ({"don_vi": UNITS, "ho_so": DOSSIERS} | files).items():
        (folder / f"{name.replace('_', '-')}.csv").write_text(text, encoding="utf-8")
    return folder


def bring(
    folder: Path, to: Path, *, key: bytes = KEY, strict: bool = False, defaults: Defaults | None = None
) -> Report:
    sources = plan([folder], defaults or Defaults()).sources
    return run_import(Asked(sources, to, to.with_name(f"{to.name}-rejects.xlsx"), AS_OF, key, strict))


def stored(to: Path, table: str) -> list[dict[str, Any]]:
    (path,) = open_snapshot(to).paths(table)
    rows: list[dict[str, Any]] = pq.read_table(path).to_pylist()
    return rows


def rejected(to: Path) -> list[list[Any]]:
    """The cells of the rejects workbook under its headings."""
    book = CalamineWorkbook.from_path(to.with_name(f"{to.name}-rejects.xlsx"))
    return list(book.get_sheet_by_index(0).to_python()[1:])


def contents(folder: Path) -> Mapping[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}
