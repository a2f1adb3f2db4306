"""The check workbook: a row a drawn dossier, a drop-down for each thing that only the paper shows."""

from datetime import datetime
from io import BytesIO
from typing import Any

import xlsxwriter

from motcua.inspection.sample import Drawn
from motcua.language import counted

SHEET = "Phiếu kiểm tra"
ANSWERS = ("Có", "Không", "Không rõ")
KNOWN = (
    ("Mã mẫu", 16),
    ("Mã đơn vị", 12),
    ("Mã hồ sơ", 26),
    ("Tên thủ tục", 44),
    ("Lĩnh vực", 18),
    ("Ngày tiếp nhận", 13),
    ("Ngày hẹn trả", 13),
    ("Ngày giải quyết xong", 13),
    ("Ngày rút mẫu", 13),
    ("Số gieo", 9),
)
ITEMS = {
    "receipt_present": "Có giấy tiếp nhận và hẹn trả",
    "components_listed": "Giấy tiếp nhận ghi đủ thành phần hồ sơ",
    "control_slip_present": "Có phiếu kiểm soát quá trình",
    "original_kept": "Giữ bản chính của công dân",
    "pages_complete": "Bản số hóa đủ số trang",
    "person_signature": "Kết quả có chữ ký số cá nhân",
    "agency_seal": "Kết quả có chữ ký số cơ quan",
    "two_witnesses": "Có hai người làm chứng (khi phải có)",
}
NOTE = "Ghi chú kiểm tra"
HEADS_AT = 4  # the row of headings, counted from 0: title and guidance stand above


def check_workbook(drawn: Drawn, *, at: datetime) -> bytes:
    """An .xlsx to be filled in on site; `motcua evidence import --profile check-workbook` reads it back.

    `at`: the moment of drawing, aware, in Vietnamese time.
    """
    out = BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    book.set_properties({"created": at.replace(tzinfo=None)})
    sheet = book.add_worksheet(SHEET)
    _above(book, sheet, drawn)
    _heads(book, sheet)
    day_format = book.add_format({"num_format": "dd/mm/yyyy", "valign": "top"})
    text_format = book.add_format({"text_wrap": True, "valign": "top"})
    for line, row in enumerate(drawn.dossiers, start=HEADS_AT + 1):
        texts = (drawn.sample_id, row["unit_id"], row["dossier_id"], row["procedure_name"], row["domain"])
        for column, text in enumerate(texts):
            sheet.write_string(line, column, str(text or ""), text_format)
        days = (row["received_on"], row["due_on"], row["finished_on"], at.date())
        for column, on in enumerate(days, start=len(texts)):
            if on is not None:
                sheet.write_datetime(line, column, datetime(on.year, on.month, on.day), day_format)  # noqa: DTZ001
        sheet.write_number(line, len(KNOWN) - 1, drawn.seed)
    first, last = HEADS_AT + 1, HEADS_AT + len(drawn.dossiers)
    sheet.data_validation(
        first,
        len(KNOWN),
        last,
        len(KNOWN) + len(ITEMS) - 1,
        {"validate": "list", "source": list(ANSWERS), "error_title": "Chọn trong danh sách"},
    )
    sheet.autofilter(HEADS_AT, 0, last, len(KNOWN) + len(ITEMS))
    sheet.freeze_panes(HEADS_AT + 1, 3)
    book.close()
    return out.getvalue()


def _above(book: Any, sheet: Any, drawn: Drawn) -> None:
    title = book.add_format({"bold": True, "font_size": 14})
    sheet.write_string(0, 0, "PHIẾU KIỂM TRA HỒ SƠ GIẤY", title)
    sheet.write_string(1, 0, f"{drawn.unit_name}: rút {counted(len(drawn.dossiers))} trong {drawn.population} hồ sơ")
    sheet.write_string(2, 0, "Chọn Có, Không hoặc Không rõ ở từng ô; ô không thuộc hồ sơ đó thì để trống.")


def _heads(book: Any, sheet: Any) -> None:
    head = book.add_format({"bold": True, "bg_color": "#DDE5EE", "text_wrap": True, "valign": "top", "border": 1})
    asked = book.add_format({"bold": True, "bg_color": "#F5EFD5", "text_wrap": True, "valign": "top", "border": 1})
    for column, (text, width) in enumerate(KNOWN):
        sheet.write_string(HEADS_AT, column, text, head)
        sheet.set_column(column, column, width)
    for column, text in enumerate([*ITEMS.values(), NOTE], start=len(KNOWN)):
        sheet.write_string(HEADS_AT, column, text, asked)
        sheet.set_column(column, column, 16)
