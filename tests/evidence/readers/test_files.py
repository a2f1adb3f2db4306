"""Encodings, and files that must be refused in one sentence."""

import struct
import zipfile
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from motcua.evidence.readers import Reject, Row, SourceTable, guard, read
from motcua.language import Refusal
from tests.evidence.readers.writers import windows_1258, write_csv, write_ods, write_xls, write_xlsx

HEAD = ["Mã hồ sơ", "Tên thủ tục", "Chủ hồ sơ", "Ngày tiếp nhận", "Ngày hẹn trả"]
BODY = [
    ["H20-1", "Đăng ký kết hôn", "Nguyễn Thị Ngọc Ánh", "27/7/2023 13:30", "30/7/2023"],
    ["H20-2", "Chứng thực chữ ký", "Trần Hữu Phước; Lê Thị Bưởi", "28/7/2023", ""],
]
UNIT = {"unit_id": "U1"}


def only(path: Path) -> SourceTable:
    (table,) = read(path, constants=UNIT)
    return table


def refusal(path: Path) -> str:
    with pytest.raises(Refusal) as refused:
        for table in read(path, constants=UNIT):
            list(table.rows)
    sentence = str(refused.value)
    assert "\n" not in sentence
    assert path.name in sentence
    return sentence


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1258"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_csv_is_read_in_every_encoding_and_with_every_delimiter(tmp_path: Path, encoding: str, delimiter: str) -> None:
    path = write_csv(tmp_path / "hs.csv", [HEAD, *BODY], encoding=encoding, delimiter=delimiter)
    rows = list(only(path).rows)
    assert [row.values["applicant"] for row in rows if isinstance(row, Row)] == [
        "Nguyễn Thị Ngọc Ánh",
        "Trần Hữu Phước; Lê Thị Bưởi",
    ]


def test_tone_marks_of_windows_1258_become_one_letter_with_their_vowel() -> None:
    assert windows_1258("ệ").decode("cp1258") == "ê\u0323"


def test_a_quoted_line_break_stays_in_its_cell(tmp_path: Path) -> None:
    path = tmp_path / "hs.csv"
    path.write_text(
        'Mã hồ sơ;Chủ hồ sơ;Ngày tiếp nhận\nA;"Lê Thị\nBưởi";1/2/2023\nB;Võ Tư;2/2/2023\n', encoding="utf-8"
    )
    first, second = only(path).rows
    assert isinstance(first, Row) and isinstance(second, Row)
    assert (first.values["applicant"], second.number) == ("Lê Thị Bưởi", 3)


def test_a_quote_that_never_closes_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "hs.csv"
    lines = "".join(f"A{n};Võ Tư;1/2/2023\n" for n in range(500))
    path.write_text('Mã hồ sơ;Chủ hồ sơ;Ngày tiếp nhận\nA;"Lê Thị;1/2/2023\n' + lines, encoding="utf-8")
    assert "ngoặc kép" in refusal(path)


TCVN3 = [
    ["M· hå s¬", "Chñ hå s¬", "Ngµy tiÕp nhËn"],
    ["A1", "NguyÔn ThÞ T©m", "1/2/2023"],
    ["A2", "TrÇn V¨n §øc", "2/2/2023"],
]
VNI = [
    ["Maõ hoà sô", "Chuû hoà sô", "Ngaøy tieáp nhaän"],
    ["A1", "Nguyeãn Thò Taâm", "1/2/2023"],
    ["A2", "Traàn Vaên Ñöùc, huyeän Cao Laõnh", "2/2/2023"],
]


@pytest.mark.parametrize(("rows", "font"), [(TCVN3, "TCVN3"), (VNI, "VNI")])
def test_text_in_old_fonts_is_refused_with_its_name(tmp_path: Path, rows: list[list[str]], font: str) -> None:
    sheet, text, bytes_ = tmp_path / "a.xlsx", tmp_path / "b.csv", tmp_path / "c.csv"
    write_xlsx(sheet, {"Sheet1": rows})
    write_csv(text, rows)
    write_csv(bytes_, rows, encoding="latin-1")
    for path in (sheet, text, bytes_):
        sentence = refusal(path)
        assert font in sentence and "Unicode" in sentence
    assert "dòng 1" in refusal(sheet)


def test_a_truncated_workbook_is_refused(tmp_path: Path) -> None:
    whole, cut = tmp_path / "a.xlsx", tmp_path / "b.xlsx"
    write_xlsx(whole, {"Sheet1": [HEAD, *BODY]})
    for part in (0.3, 0.7, 0.95):
        cut.write_bytes(whole.read_bytes()[: int(whole.stat().st_size * part)])
        assert "hỏng" in refusal(cut)


def test_a_workbook_with_damaged_content_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write_xlsx(path, {"Sheet1": [HEAD, *BODY * 50]})
    data = bytearray(path.read_bytes())
    at = data.find(b"xl/worksheets/sheet1.xml") + 60
    data[at : at + 40] = b"\x00" * 40
    path.write_bytes(bytes(data))
    assert "hỏng" in refusal(path)


def test_a_truncated_xls_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.xls"
    write_xls(path, {"Sheet1": [HEAD, *BODY * 50]})
    path.write_bytes(path.read_bytes()[:3000])
    refusal(path)


def test_a_locked_workbook_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600 + "EncryptedPackage".encode("utf-16-le") + b"\x00" * 400
    )
    assert "mật khẩu" in refusal(path)


def test_a_locked_xls_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.xls"
    write_xls(path, {"Sheet1": [HEAD, *BODY]})
    data = bytearray(path.read_bytes())
    # The FILEPASS record (0x2F) right after the first record of the workbook stream.
    start = data.find(b"\x09\x08\x10\x00")
    size = 4 + struct.unpack_from("<H", data, start + 2)[0]
    record = struct.pack("<HHH", 0x2F, 54, 1) + b"\x01\x00\x01\x00" + b"\x5a" * 48
    data[start + size : start + size + len(record)] = record
    path.write_bytes(bytes(data))
    assert "mật khẩu" in refusal(path)


def test_a_locked_zip_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.ods"
    write_ods(path, {"Sheet1": [HEAD, *BODY]})
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    members["META-INF/manifest.xml"] = members["META-INF/manifest.xml"].replace(
        b"</manifest:", b"<manifest:encryption-data/></manifest:", 1
    )
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    assert "mật khẩu" in refusal(path)


def test_a_zip_bomb_is_refused_by_its_directory(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("xl/worksheets/sheet1.xml", b" " * (guard.FROM + 1))
    assert "vượt mức an toàn" in refusal(path)


def test_a_zip_bomb_whose_directory_lies_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("xl/worksheets/sheet1.xml", b" " * (guard.FROM + 1))
    data = path.read_bytes().replace(struct.pack("<L", guard.FROM + 1), struct.pack("<L", 1000))
    path.write_bytes(data)
    assert "hỏng" in refusal(path)


def test_a_stray_cell_far_out_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write_xlsx(path, {"Sheet1": [HEAD, *BODY]})
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    sheet = members["xl/worksheets/sheet1.xml"]
    stray = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    members["xl/worksheets/sheet1.xml"] = sheet.replace(b"</sheetData>", stray)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    assert "ô lạc" in refusal(path)


def html(path: Path) -> None:
    path.write_text("<html><table><tr><td>Mã hồ sơ</td></tr></table></html>", encoding="utf-8")


def plain(path: Path) -> None:
    write_csv(path, [HEAD, *BODY])


def old(path: Path) -> None:
    write_xls(path, {"Sheet1": [HEAD, *BODY]})


def new(path: Path) -> None:
    write_xlsx(path, {"Sheet1": [HEAD, *BODY]})


def word(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<document/>")


def pdf(path: Path) -> None:
    path.write_bytes(b"%PDF-1.7 ...")


@pytest.mark.parametrize(
    ("name", "make", "found"),
    [
        ("a.xlsx", html, "HTML"),
        ("a.xls", html, "HTML"),
        ("a.xlsx", plain, "CSV"),
        ("a.xlsx", old, "Excel 97–2003"),
        ("a.xls", new, "Excel (.xlsx)"),
        ("a.csv", new, "Excel (.xlsx)"),
        ("a.xlsx", word, "Word"),
        ("a.csv", pdf, "PDF"),
        ("a.ods", new, "Excel (.xlsx)"),
        ("a.parquet", plain, "CSV"),
    ],
)
def test_a_file_that_is_not_what_its_name_says_is_named(
    tmp_path: Path, name: str, make: Callable[[Path], None], found: str
) -> None:
    path = tmp_path / name
    make(path)
    assert f"nội dung là {found}" in refusal(path)


def test_an_empty_file_a_missing_file_and_a_strange_suffix_are_refused(tmp_path: Path) -> None:
    empty, blank, strange = tmp_path / "a.csv", tmp_path / "b.xlsx", tmp_path / "c.docx"
    empty.write_bytes(b"")
    write_xlsx(blank, {"Sheet1": []})
    strange.write_bytes(b"x")
    assert "rỗng" in refusal(empty)
    assert "không có ô nào" in refusal(blank)
    assert "kiểu tệp" in refusal(strange)
    assert "không có tệp này" in refusal(tmp_path / "d.csv")


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


def test_parquet_in_the_contract_is_read_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "courtesy_letter.parquet"
    columns = {"letter_id": ["1", None], "unit_id": ["U1", "U1"], "kind": ["condolence", "condolence"]}
    pq.write_table(pa.table(columns), path)
    first, second = only(path).rows
    assert isinstance(first, Row) and first.values["letter_id"] == "1"
    assert isinstance(second, Reject) and second.column == "letter_id"


def test_parquet_outside_the_contract_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    pq.write_table(pa.table({"letter_id": [1], "unit_id": ["U1"], "kind": ["condolence"]}), path)
    assert "letter_id" in refusal(path)
    pq.write_table(pa.table({"mon": ["Phở"]}), path)
    assert "mon" in refusal(path)
    path.write_bytes(path.read_bytes()[:40])
    assert "hỏng" in refusal(path)


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


def test_a_cell_repeated_without_end_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.ods"
    write_ods(path, {"Sheet1": [HEAD, *BODY]})
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    row, many = b"<table:table-row>", b'<table:table-row table:number-rows-repeated="1048000">'
    assert row in members["content.xml"]
    members["content.xml"] = members["content.xml"].replace(row, many, 1)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    assert "lặp lại" in refusal(path)


def test_a_book_whose_kind_nobody_tells_is_refused(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", [["Số vào sổ", "Năm sổ", "Ngày hẹn"], ["1", "2023", "1/2/2023"]])
    assert "Loại sổ" in refusal(path)
