"""Sheets: where the table in them starts, which are none, and what they must have."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from motcua.evidence.readers import Row, read
from tests.evidence.readers.files import BODY, HEAD, UNIT, only, refusal
from tests.evidence.readers.writers import write_csv, write_xlsx


def test_a_sheet_without_a_known_header_is_refused_and_shown(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", [["Món", "Giá"], ["Phở", "50"]])
    assert "Món | Giá" in refusal(path)


def test_missing_columns_are_named_with_the_headings_seen(tmp_path: Path) -> None:
    path = write_csv(
        tmp_path / "a.csv", [["Mã hồ sơ", "Tên thủ tục", "Chủ hồ sơ", "Ngày hẹn trả"], ["A", "B", "C", "1/2/2023"]]
    )
    sentence = refusal(path)
    assert "Ngày tiếp nhận" in sentence and "Mã hồ sơ | Tên thủ tục" in sentence


def test_a_sheet_of_a_workbook_that_is_no_table_is_reported(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write_xlsx(path, {"Hướng dẫn": [["Cách nhập"], ["Chọn", "Tệp"]], "Hồ sơ": [HEAD, *BODY], "Sheet3": []})
    guide, dossiers = read(path, constants=UNIT)
    assert (guide.table, guide.sheet, dossiers.table) == ("", "Hướng dẫn", "dossier")
    assert "Hướng dẫn" in guide.note
    assert len(list(dossiers.rows)) == 2


def test_rows_may_be_opened_again(tmp_path: Path) -> None:
    table = only(write_csv(tmp_path / "a.csv", [HEAD, *BODY]))
    assert list(table.rows) == list(table.open()) != []


@pytest.mark.parametrize(
    ("days", "times"),
    [("Ngày tiếp nhận", "Giờ tiếp nhận"), ("received_on", "received_at"), ("Tiếp nhận/Ngày", "Tiếp nhận/Giờ")],
)
def test_the_day_and_the_time_of_a_moment_may_stand_in_two_columns(tmp_path: Path, days: str, times: str) -> None:
    heads = [
        [text.partition("/")[::2][line] for text in ("Mã hồ sơ", days, times)] for line in range(1 + ("/" in days))
    ]
    path = write_csv(tmp_path / "a.csv", [*heads, ["A1", "27/7/2023", "13:30"], ["A2", "28/7/2023", ""]])
    first, second = only(path).rows
    assert isinstance(first, Row) and isinstance(second, Row)
    assert first.values["received_at"] == datetime(2023, 7, 27, 6, 30, tzinfo=UTC)
    assert (second.values["received_on"], second.values["received_at"]) == (date(2023, 7, 28), None)


def test_a_table_may_start_anywhere_in_its_sheet(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    shift = ["", "", ""]
    rows: list[list[object]] = [
        [],
        [],
        [*shift, "DANH SÁCH HỒ SƠ THÁNG 7"],
        [*shift, "STT", "Thông tin hồ sơ", "", "Thời gian", "", ""],
        [*shift, "", "Mã HS", "Chủ hồ sơ", "Nhận", "Trả kết quả", ""],
        [*shift, "", "", "", "", "Hẹn trả", "Thực trả"],
        [*shift, 1, "A1", "Lê Văn Ba", "1/2/2023", "3/2/2023", "2/2/2023"],
    ]
    write_xlsx(path, {"Sheet1": rows}, [(2, 3, 2, 8), (3, 3, 5, 3), (3, 4, 3, 5), (3, 6, 3, 8), (4, 7, 4, 8)])
    (row,) = only(path).rows
    assert isinstance(row, Row)
    assert (row.number, row.values["dossier_id"], row.values["due_on"]) == (7, "A1", date(2023, 2, 3))
    assert row.values["returned_on"] == date(2023, 2, 2)


def test_header_lines_that_say_nothing_read_are_no_rows(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    rows: list[list[object]] = [
        ["Mã hồ sơ", "Ngày tiếp nhận", "Quê quán", ""],
        ["", "", "Xóm", "Làng"],
        ["", "(ngày/tháng/năm)", "", ""],
        ["A1", "1/2/2023", "Ba", "Nhất"],
    ]
    write_xlsx(path, {"Sheet1": rows}, [(0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 0, 3)])
    assert [(type(row), row.number) for row in only(path).rows] == [(Row, 4)]


def test_a_book_whose_kind_nobody_tells_is_refused(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", [["Số vào sổ", "Năm sổ", "Ngày hẹn"], ["1", "2023", "1/2/2023"]])
    assert "Loại sổ" in refusal(path)
