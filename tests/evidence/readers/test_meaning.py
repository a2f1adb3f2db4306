"""What offices say in their own words: headings by meaning, words in any order, cells that tell their column."""

from pathlib import Path

import pytest
import xlsxwriter

from motcua.evidence.readers import read
from motcua.evidence.readers.concepts import concept
from motcua.evidence.readers.folding import fold
from motcua.evidence.readers.matching import match
from motcua.evidence.readers.notes import is_total
from motcua.evidence.readers.procedures import NamedProcedures
from motcua.evidence.readers.rows import Reject, Row
from motcua.evidence.readers.terms import amount, unit
from motcua.evidence.readers.unreadable import Unreadable
from motcua.evidence.readers.vocabulary import parser
from motcua.evidence.tables import CONTRACT
from motcua.language import Refusal

OFFICE = {"unit_id": "U1"}


def parsed(table: str, column: str, word: str) -> object:
    return parser(table, column, CONTRACT[table].columns[column], {})(word)


def rows_of(path: Path, text: str) -> list[Row | Reject]:
    path.write_text(text, encoding="utf-8")
    (table,) = read(path, constants=OFFICE)
    return list(table.rows)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Phải trả trước", "Hạn trả"),
        ("Dân lấy kết quả lúc", "Ngày trả kết quả"),
        ("Nộp chậm nhất ngày", "Hạn nộp"),
        ("Dán ở đâu", "Nơi dán"),
        ("Đã quét", "Đã số hóa"),
    ],
)
def test_headings_that_mean_the_same_are_the_same(one: str, other: str) -> None:
    assert concept(fold(one)) == concept(fold(other)) != ""


@pytest.mark.parametrize(
    ("one", "other"), [("Ngày trả kết quả", "Ngày hẹn trả kết quả"), ("Ngày nhận", "Ngày nhận kết quả")]
)
def test_headings_that_mean_something_else_stay_apart(one: str, other: str) -> None:
    assert concept(fold(one)) != concept(fold(other))


def test_whose_a_number_is_does_not_change_what_it_is() -> None:
    assert match([("Mã hồ sơ bên Chi nhánh",)], "dossier", {}).columns == {"dossier_id": 0}


def test_a_count_of_dossiers_is_no_code_of_one() -> None:
    assert match([("Số hồ sơ trong kỳ",)], "dossier", {}).columns == {}


@pytest.mark.parametrize(
    ("table", "column", "word", "meant"),
    [
        ("activity", "kind", "Đối thoại với người dân", "dialogue"),
        ("payment", "channel", "QR, quét mã", "transfer"),
        ("posting", "place", "Chợ Tịnh Thới", "market"),
        ("posting", "place", "Nhà lồng chợ Mỹ Hiệp", "market"),
        ("posting", "place", "Nhà văn hóa ấp Đông Bình", "hamlet"),
        ("activity", "channel", "Zalo và Facebook của xã", "social_network"),
        ("dossier", "channel", "Nộp trực tiếp tại bộ phận một cửa", "counter"),
    ],
)
def test_words_of_a_list_are_read_in_any_order_and_with_names_beside_them(
    table: str, column: str, word: str, meant: str
) -> None:
    assert parsed(table, column, word) == meant


@pytest.mark.parametrize(
    ("table", "column", "word"),
    [
        ("dossier", "status", "Chưa trả kết quả"),
        ("dossier", "channel", "Không nộp trực tuyến"),
        ("dossier", "channel", "Trực tiếp hoặc trực tuyến"),
        ("outgoing_document", "person_signature", "Chưa hợp lệ"),
    ],
)
def test_what_is_denied_or_said_twice_is_not_guessed(table: str, column: str, word: str) -> None:
    with pytest.raises(Unreadable):
        parsed(table, column, word)


def test_a_place_of_two_kinds_stays_as_it_was_written() -> None:
    assert parsed("posting", "place", "Bảng tin ấp Chợ, cạnh chợ và website xã") == (
        "Bảng tin ấp Chợ, cạnh chợ và website xã"
    )


@pytest.mark.parametrize(
    "text", ["Cộng tháng 4", "Cộng quý II", "Lũy kế từ đầu năm", "Tổng số: 03 người", "Khóa sổ ngày 31-3-2023: 3 hồ sơ"]
)
def test_sums_of_a_month_and_closing_lines_are_no_records(text: str) -> None:
    assert is_total([None, text, 20000])


@pytest.mark.parametrize("text", ["Tổng hợp báo cáo", "Công ty Tân Phát", "Khóa học", "Tổng kết năm 2023"])
def test_what_only_begins_like_a_sum_is_a_record(text: str) -> None:
    assert not is_total([text, 20000])


@pytest.mark.parametrize(
    ("written", "number", "of"),
    [
        ("03 ngày làm việc", 3, "working_day"),
        ("8 giờ", 8, "hour"),
        ("Không quá 45 ngày", 45, "calendar_day"),
        ("15", 15, None),
        (15, 15, None),
    ],
)
def test_a_term_is_read_with_its_unit_from_one_cell(written: object, number: int, of: str | None) -> None:
    assert (amount(written), unit(written)) == (number, of)


def test_a_term_that_is_none_is_refused() -> None:
    with pytest.raises(Unreadable):
        amount("trong ngày")
    assert unit("trong ngày") is None


def test_cells_that_keep_to_a_list_tell_a_column_whose_heading_says_little(tmp_path: Path) -> None:
    head = "Mã phản ánh;Phản ánh về;Nội dung;Ngày nhận\n"
    told = rows_of(tmp_path / "a.csv", head + "P1;Thái độ cán bộ;Nói to;1/2/2023\nP2;Góp ý;Mở thêm;2/2/2023\n")
    assert [row.values["kind"] for row in told if isinstance(row, Row)] == ["officer", "proposal"]


def test_money_merged_over_two_rows_is_counted_once(tmp_path: Path) -> None:
    path = tmp_path / "thu phí.xlsx"
    book = xlsxwriter.Workbook(str(path))
    page = book.add_worksheet()
    page.write_row(0, 0, ["Số biên lai", "Mã hồ sơ", "Số tiền", "Ngày nộp"])
    page.write_row(1, 0, ["B1", "H1", "", "1/2/2023"])
    page.write_row(2, 0, ["B2", "H2", "", "1/2/2023"])
    page.merge_range(1, 2, 2, 2, 8000)
    book.close()
    (table,) = read(path, constants=OFFICE)
    assert [row.values["amount"] for row in table.rows if isinstance(row, Row)] == [8000, None]


def test_a_published_procedure_without_a_version_is_named_by_its_day(tmp_path: Path) -> None:
    (row,) = rows_of(
        tmp_path / "danh mục TTHC.csv",
        "Mã thủ tục;Tên thủ tục;Lĩnh vực;Ngày công bố;Áp dụng từ\n"
        "1.001193;Đăng ký khai sinh;Hộ tịch;1/6/2022;15/6/2022\n",
    )
    assert isinstance(row, Row)
    assert row.values["version"] == "2022-06-01"


def test_a_name_near_one_of_many_is_still_found() -> None:
    many = [(f"9.{number:06}", f"Cấp giấy phép hoạt động loại {number} cho cơ sở dịch vụ") for number in range(3000)]
    named = NamedProcedures([*many, ("1.001193", "Đăng ký khai sinh có yếu tố nước ngoài")])
    assert named.match("Đăng ký khai sinh có yếu tô nước ngoaì") == "1.001193"
    assert named.match("Cấp giấy phép hoạt động loại 3001 cho cơ sở dịch vụ") is None


def test_what_all_rows_are_about_need_not_be_said() -> None:
    heads = [("Mã số PAKN",), ("Phân loại PAKN",), ("Hạn trả lời PAKN",), ("Ngày trả lời PAKN",)]
    assert match(heads, "feedback", {}).columns == {"feedback_id": 0, "kind": 1, "due": 2, "answered": 3}


@pytest.mark.parametrize(
    ("table", "heading"),
    [
        ("result", "Ngày hết hạn CCCD"),
        ("dossier", "Ngày nộp phí"),
        ("dossier", "Ngày hẹn lại"),
        ("payment", "Số tiền hoàn"),
        ("payment", "Tổng số hồ sơ"),
        ("outgoing_document", "Ký nhận ngày"),
        ("dossier_step", "Số ngày"),
        ("dossier_step", "Người giao"),
        ("feedback", "Số ngày trả lời"),
    ],
)
def test_a_word_that_parts_two_headings_is_not_overlooked(table: str, heading: str) -> None:
    assert match([(heading,)], table, {}).columns == {}


def test_no_record_is_taken_for_a_line_of_the_header(tmp_path: Path) -> None:
    told = rows_of(
        tmp_path / "niêm yết.csv",
        "Mã TTHC;Nơi niêm yết;Thời gian\n;;Bắt đầu\n1.001193;Bảng niêm yết;3/1/2023\n1.000894;Chợ Cao Lãnh;4/1/2023\n",
    )
    assert [row.number for row in told if isinstance(row, Row)] == [3, 4]


def test_done_is_yes_and_not_yet_is_no() -> None:
    assert [parsed("result", "stored", word) for word in ("Đã lưu", "Chưa lưu")] == [True, False]


@pytest.mark.parametrize(
    "sheet",
    [
        "STT;Họ và tên chủ hộ;Ngày sinh;Địa chỉ;Số nhân khẩu;Loại hộ\n1;Lê An;1/2/1970;Ấp 1;4;Nghèo\n",
        "STT;Mã hàng;Tên hàng;Đơn vị tính;Số lượng;Thành tiền;Ngày nhập\n1;H1;Giấy A4;Ram;10;600.000;1/2/2023\n",
        "STT;Biển số;Chủ xe;Ngày đăng ký;Nhãn hiệu;Số máy;Số khung\n1;66-A1;Lê An;1/2/2023;Hon;1;2\n",
        "STT;Lĩnh vực;Tổng số hồ sơ;Số hồ sơ đã giải quyết;Quá hạn;Số hồ sơ đang giải quyết\n1;Hộ tịch;9;8;0;1\n",
        "STT;Nội dung công việc;Người thực hiện;Thời gian;Kết quả\n1;Dọn kho;Lê An;1/2/2023;Xong\n",
        "Số đến;Ngày đến;Tác giả;Số ký hiệu;Ngày văn bản;Trích yếu;Người nhận\n1;1/2/2023;Huyện;01/CV;31/1/2023;a;B\n",
    ],
)
def test_a_sheet_of_another_subject_is_refused(tmp_path: Path, sheet: str) -> None:
    with pytest.raises(Refusal):
        rows_of(tmp_path / "bảng.csv", sheet)


def test_what_stands_under_two_lines_is_read_as_one(tmp_path: Path) -> None:
    (row,) = rows_of(
        tmp_path / "văn bản đi.csv",
        "Số ký hiệu;Ngày ban hành;Trạng thái ký số;\n;;Lãnh đạo;Cơ quan\n01/KH;1/2/2023;Đã ký số;Chưa ký số\n",
    )
    assert isinstance(row, Row)
    assert (row.values["person_signature"], row.values["agency_seal"]) == ("valid", "none")
    assert row.values["unit_id"] == "U1"
