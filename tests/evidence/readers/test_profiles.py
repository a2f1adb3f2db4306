"""Profiles: shipped ones read their exports, wrong ones are refused with what would be right."""

from datetime import date
from pathlib import Path

import pytest

from motcua.evidence.readers import NamedProcedures, Reject, Row, load_profile, read, shipped_profiles
from motcua.language import Refusal
from tests.evidence.readers.layouts import expected, lay_out
from tests.evidence.readers.records import HINTS, RECORDS
from tests.evidence.readers.writers import write_csv, write_xlsx

UNIT = {"unit_id": "U1"}
SHIPPED = {
    "tracking-book-06-2018": "book_entry",
    "tracking-book-07-2025": "book_entry",
    "one-stop-export": "dossier",
    "outgoing-register": "outgoing_document",
    "payments": "payment",
    "postings": "posting",
    "report-assignments": "report_due",
    "obligations": "obligation",
}
FORM_06: list[list[object]] = [
    ["STT", "Mã hồ sơ", "Tên TTHC", "Số lượng hồ sơ (bộ)", "Tên cá nhân, tổ chức", "Địa chỉ, số điện thoại",
     "Cơ quan chủ trì giải quyết", "Nhận và trả kết quả", "", "", "", "", "Ghi chú"],
    ["", "", "", "", "", "", "", "Nhận hồ sơ", "Hẹn trả", "Trả kết quả", "Phương thức nhận kết quả", "Ký nhận", ""],
    [str(n) for n in range(1, 14)],
    [1, "H20-1", "Khai sinh", 1, "Lê Văn Ba", "Ấp 1", "UBND xã", "27/7/2023", "28/7/2023",
     "28/7/2023", "Trực tiếp", "", ""],
    [2, "H20-2", "Khai tử", 1, "Võ Thị Tư", "Ấp 2", "UBND xã", "28/7/2023", "29/7/2023", "", "", "", ""],
]  # fmt: skip


def written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def values(
    path: Path, profile: str | Path, catalogue: NamedProcedures | None = None
) -> list[tuple[str, list[dict[str, object]]]]:
    out = []
    for table in read(path, profile=load_profile(profile), constants=UNIT, catalogue=catalogue):
        rows = list(table.rows)
        assert all(isinstance(row, Row) for row in rows), rows
        out.append((table.table, [row.values for row in rows if isinstance(row, Row)]))
    return out


def refused(path: Path) -> str:
    with pytest.raises(Refusal) as caught:
        load_profile(path)
    return str(caught.value)


def test_the_promised_profiles_are_shipped() -> None:
    assert set(SHIPPED) <= set(shipped_profiles())
    assert all(load_profile(name).says for name in shipped_profiles())


@pytest.mark.parametrize(("name", "table"), list(SHIPPED.items()))
@pytest.mark.parametrize("layout", [0, 2, 5])
def test_a_shipped_profile_reads_its_table(tmp_path: Path, name: str, table: str, layout: int) -> None:
    assert table in RECORDS and table in HINTS
    (found,) = values(lay_out(tmp_path, table, layout), name)
    wanted = expected(table)
    assert found[0] == table
    assert [{column: row.get(column) for column in wanted[0]} for row in found[1]] == wanted


def test_form_06_is_read_as_a_tracking_book(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "so.csv", FORM_06)
    ((table, rows),) = values(path, "tracking-book-06-2018")
    assert table == "book_entry"
    assert [(r["serial"], r["year"], r["book_kind"], r["dossier_id"], r["returned_on"]) for r in rows] == [
        (1, 2023, "tracking", "H20-1", date(2023, 7, 28)),
        (2, 2023, "tracking", "H20-2", None),
    ]


def test_form_06_is_known_by_its_title_without_a_profile(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", [["", "", "SỔ THEO DÕI HỒ SƠ"], ["", "", "Năm 2022"], *FORM_06])
    (table,) = read(path, constants=UNIT)
    assert table.table == "book_entry"
    assert {row.values["year"] for row in table.rows if isinstance(row, Row)} == {2022}


def test_one_sheet_feeds_dossiers_and_the_slips_printed_with_them(tmp_path: Path) -> None:
    head = "Mã hồ sơ|Ngày tiếp nhận|Ngày hẹn trả|Số giấy tiếp nhận|Số phiếu xin lỗi|Ngày xin lỗi|Ngày hẹn lại"
    body = [
        ["A1", "3/7/2023 8:30", "5/7/2023", "01/TNHS", "", "", ""],
        ["A2", "4/7/2023 9:00", "6/7/2023", "", "02/PXL", "7/7/2023", "10/7/2023"],
    ]
    path = tmp_path / "a.xlsx"
    write_xlsx(path, {"Sheet1": [head.split("|"), *body]})
    found = values(path, "one-stop-export")
    assert [(table, len(rows)) for table, rows in found] == [("dossier", 2), ("slip", 1), ("slip", 1)]
    receipt, apology = found[1][1][0], found[2][1][0]
    assert (receipt["slip_id"], receipt["kind"], receipt["issued_on"], receipt["due_on"]) == (
        "A1-receipt",
        "receipt",
        date(2023, 7, 3),
        date(2023, 7, 5),
    )
    assert (apology["slip_id"], apology["kind"], apology["new_due_on"]) == (
        "A2-apology-02/PXL",
        "apology",
        date(2023, 7, 10),
    )


def test_a_profile_pins_columns_words_constants_and_rows(tmp_path: Path) -> None:
    profile = written(
        tmp_path / "zalo.yaml",
        "table: dossier\n"
        "columns: {dossier_id: Mã riêng, received: Vào lúc}\n"
        "words: {channel: {Zalo: online}}\n"
        "constants: {variant: thí điểm}\n"
        "skip_rows_where: {Loại: [Nháp]}\n",
    )
    head = ["Mã riêng", "Mã hồ sơ", "Vào lúc", "Hình thức nộp", "Loại"]
    path = write_csv(
        tmp_path / "a.csv", [head, ["A1", "x", "3/7/2023", "Zalo", ""], ["A2", "y", "3/7/2023", "Zalo", "Nháp"]]
    )
    ((_, rows),) = values(path, profile)
    assert [(r["dossier_id"], r["channel"], r["variant"]) for r in rows] == [("A1", "online", "thí điểm")]


def test_a_profile_names_the_sheet_and_the_header_row(tmp_path: Path) -> None:
    profile = written(tmp_path / "p.yaml", "table: dossier\nsheet: 'hồ sơ*'\nheader_row: 3\n")
    path = tmp_path / "a.xlsx"
    rows = [["Mã hồ sơ", "Ngày tiếp nhận"], ["cũ", "1/1/2020"], ["Mã hồ sơ", "Ngày tiếp nhận"], ["mới", "1/1/2023"]]
    write_xlsx(path, {"Khác": rows, "Hồ sơ T7": rows})
    ((_, found),) = values(path, profile)
    assert [row["dossier_id"] for row in found] == ["mới"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("tabel: dossier", "tabel"),
        ("table: dossiers", "dossiers"),
        ("table: dossier\ncolumns: {ma: Mã}", "ma"),
        ("table: dossier\nwords: {kenh: {Zalo: online}}", "kenh"),
        ("table: dossier\nwords: {channel: online}", "words"),
        ("table: dossier\nheader_row: hai", "header_row"),
        ("- table", "tables"),
        ("table: [", "YAML"),
    ],
)
def test_a_wrong_profile_is_refused_with_the_word_that_is_wrong(tmp_path: Path, text: str, told: str) -> None:
    assert f"{told}" in refused(written(tmp_path / "p.yaml", text))
    assert "p" in refused(tmp_path / "absent")


def test_a_pinned_heading_that_is_absent_is_refused(tmp_path: Path) -> None:
    profile = written(tmp_path / "p.yaml", "table: dossier\ncolumns: {due: Hạn}\n")
    path = write_csv(tmp_path / "a.csv", [["Mã hồ sơ", "Ngày tiếp nhận"], ["A", "1/1/2023"]])
    with pytest.raises(Refusal, match="“Hạn”"):
        list(read(path, profile=load_profile(profile), constants=UNIT))


def test_a_constant_that_cannot_be_is_refused(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", [["Mã hồ sơ", "Ngày tiếp nhận"], ["A", "1/1/2023"]])
    with pytest.raises(Refusal, match="channel"):
        list(read(path, constants={**UNIT, "channel": "bồ câu"}))


CATALOGUE = [
    ("1.001193", "Thủ tục đăng ký khai sinh"),
    ("1.004884", "Thủ tục đăng ký lại khai sinh"),
    ("1.000894", "Đăng ký kết hôn"),
    ("2.000815", "Thủ tục chứng thực bản sao từ bản chính giấy tờ, văn bản do cơ quan tổ chức có thẩm quyền cấp"),
]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Đăng ký khai sinh", "1.001193"),
        ("ĐĂNG KÝ  KHAI SINH", "1.001193"),
        ("dang ky khai sinh", "1.001193"),
        ("Đăng ký lại khai sinh", "1.004884"),
        ("“Đăng ký kết hôn” (1.000894)", "1.000894"),
        ("Đăng ký kết hôn - 1.000894.000.00.00.H20", "1.000894"),
        ("Chứng thực bản sao từ bản chính giấy tờ văn bản do cơ quan, tổ chức có thẩm quyền câp", "2.000815"),
        ("Đăng ký khai sinh lưu động", None),
        ("Đăng ký kết hôn có yếu tố nước ngoài", None),
    ],
)
def test_procedures_given_by_name_are_matched_and_never_guessed(name: str, code: str | None) -> None:
    catalogue = NamedProcedures(CATALOGUE)
    assert catalogue.match(name) == code
    assert dict(catalogue.unmatched) == ({} if code else {name: 1})


def test_names_without_a_procedure_are_counted_and_kept_aside_where_the_code_is_needed(tmp_path: Path) -> None:
    catalogue = NamedProcedures(CATALOGUE)
    head = ["Tên thủ tục", "Nơi niêm yết", "Ngày niêm yết"]
    names = ["Đăng ký khai sinh", "Bán phở", "Bán phở"]
    path = write_csv(tmp_path / "a.csv", [head, *[[name, "Một cửa", "1/1/2023"] for name in names]])
    (table,) = read(path, constants=UNIT, catalogue=catalogue)
    rows = list(table.rows)
    assert [type(row) for row in rows] == [Row, Reject, Reject]
    assert isinstance(rows[0], Row) and rows[0].values["procedure_code"] == "1.001193"
    assert isinstance(rows[1], Reject) and (rows[1].column, rows[1].value) == ("Tên thủ tục", "Bán phở")
    assert catalogue.unmatched == {"Bán phở": 2}


def test_keys_that_nobody_exports_are_stable(tmp_path: Path) -> None:
    path = write_csv(
        tmp_path / "thu.csv",
        [["Mã hồ sơ", "Số tiền", "Ngày nộp"], ["A", "8.000", "1/1/2023"], ["B", "8.000", "1/1/2023"]],
    )
    ((_, rows),) = values(path, "payments")
    assert [row["payment_id"] for row in rows] == ["thu.csv#thu#2", "thu.csv#thu#3"]


def test_totals_sections_signatures_and_repeated_headers_are_no_records(tmp_path: Path) -> None:
    head = ["STT", "Mã hồ sơ", "Chủ hồ sơ", "Ngày tiếp nhận"]
    body = [
        ["I", "Lĩnh vực Hộ tịch", "", ""],
        ["1", "A1", "Lê Văn Ba", "1/2/2023"],
        ["", "Cộng: 1", "", ""],
        head,
        ["2", "A2", "Tổng Văn Cộng", "1/2/2023"],
        ["3", "A3", "Võ Tư", ""],
        ["", "", "", ""],
        ["Tổng số: 3 hồ sơ", "", "", ""],
        ["Người lập biểu", "", "CHỦ TỊCH", ""],
        ["(Ký, ghi rõ họ tên)", "", "(Ký tên, đóng dấu)", ""],
        ["Trần Thị Mỹ", "", "Ngô Hữu", ""],
    ]
    (table,) = read(write_csv(tmp_path / "a.csv", [head, *body]), constants=UNIT)
    assert [(type(row), row.number) for row in table.rows] == [(Row, 3), (Row, 6), (Reject, 7)]
