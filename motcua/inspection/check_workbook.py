"""The check workbook: a row a drawn dossier, a drop-down for each thing that only the paper shows."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
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


@dataclass(frozen=True)
class Item:
    """A question of the workbook: its heading, and what Excel says beside a chosen cell (at most 255 letters)."""

    heading: str
    guide: str


ITEMS: Mapping[str, Item] = {
    "receipt_present": Item(
        "Có giấy tiếp nhận và hẹn trả", "Trong hồ sơ có giấy tiếp nhận hồ sơ và hẹn trả kết quả hay không."
    ),
    "components_listed": Item(
        "Giấy tiếp nhận ghi đủ thành phần hồ sơ",
        "Giấy tiếp nhận liệt kê đủ các giấy tờ đã nhận hay không. Không có giấy tiếp nhận thì để trống.",
    ),
    "control_slip_present": Item(
        "Có phiếu kiểm soát quá trình", "Trong hồ sơ có phiếu kiểm soát quá trình giải quyết hồ sơ hay không."
    ),
    "original_kept": Item(
        "Còn giữ bản chính của công dân",
        "Chọn Có nếu bản chính chỉ dùng để đối chiếu vẫn nằm trong hồ sơ lưu; chọn Không nếu chỉ lưu bản sao.",
    ),
    "pages_complete": Item(
        "Bản số hóa đủ số trang", "So bản số hóa với kết quả giấy. Kết quả chưa số hóa thì để trống."
    ),
    "person_signature": Item(
        "Bản số hóa có chữ ký số của người ký",
        "Mở bản số hóa, xem chữ ký số của người có thẩm quyền có hợp lệ không. Chưa số hóa thì để trống.",
    ),
    "agency_seal": Item(
        "Bản số hóa có chữ ký số của cơ quan",
        "Mở bản số hóa, xem chữ ký số (con dấu) của cơ quan có hợp lệ không. Chưa số hóa thì để trống.",
    ),
    "two_witnesses": Item(
        "Có đủ hai người làm chứng",
        "Chỉ trả lời cho hồ sơ của người không đọc, không nghe, không ký, không điểm chỉ được.",
    ),
}
NOTE = Item("Ghi chú kiểm tra", "Ghi điều đã thấy. Không ghi họ tên, số giấy tờ của công dân.")
HEADS_AT = 4  # the row of headings, counted from 0: title and guidance stand above
GUIDANCE = "Chọn Có, Không hoặc Không rõ; ô để trống là chưa xem hoặc không thuộc hồ sơ đó. Không sửa các cột bên trái."


def check_workbook(drawn: Drawn, *, at: datetime) -> bytes:
    """An .xlsx to be filled in on site; `motcua evidence import --profile check-workbook` reads it back.

    `at`: the moment of drawing, aware, in Vietnamese time. Holds no person.
    """
    out = BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    book.set_properties({"created": at.replace(tzinfo=None)})
    sheet = book.add_worksheet(SHEET)
    _above(book, sheet, drawn)
    _heads(book, sheet)
    _dossiers(book, sheet, drawn, at.date())
    _drop_downs(sheet, len(drawn.dossiers))
    sheet.autofilter(HEADS_AT, 0, HEADS_AT + len(drawn.dossiers), len(KNOWN) + len(ITEMS))
    sheet.freeze_panes(HEADS_AT + 1, 3)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(HEADS_AT)
    book.close()
    return out.getvalue()


def _above(book: Any, sheet: Any, drawn: Drawn) -> None:
    title = book.add_format({"bold": True, "font_size": 14})
    sheet.write_string(0, 0, "PHIẾU KIỂM TRA HỒ SƠ GIẤY", title)
    sheet.write_string(1, 0, f"{drawn.unit_name}: rút {counted(len(drawn.dossiers))} trong {drawn.population} hồ sơ")
    sheet.write_string(2, 0, GUIDANCE)


def _heads(book: Any, sheet: Any) -> None:
    head = book.add_format({"bold": True, "bg_color": "#DDE5EE", "text_wrap": True, "valign": "top", "border": 1})
    asked = book.add_format({"bold": True, "bg_color": "#F5EFD5", "text_wrap": True, "valign": "top", "border": 1})
    for column, (text, width) in enumerate(KNOWN):
        sheet.write_string(HEADS_AT, column, text, head)
        sheet.set_column(column, column, width)
    for column, item in enumerate([*ITEMS.values(), NOTE], start=len(KNOWN)):
        sheet.write_string(HEADS_AT, column, item.heading, asked)
        sheet.set_column(column, column, 16)


def _dossiers(book: Any, sheet: Any, drawn: Drawn, today: date) -> None:
    day_format = book.add_format({"num_format": "dd/mm/yyyy", "valign": "top"})
    text_format = book.add_format({"text_wrap": True, "valign": "top"})
    for line, row in enumerate(drawn.dossiers, start=HEADS_AT + 1):
        texts = (drawn.sample_id, row["unit_id"], row["dossier_id"], row["procedure_name"], row["domain"])
        for column, text in enumerate(texts):
            sheet.write_string(line, column, str(text or ""), text_format)
        days = (row["received_on"], row["due_on"], row["finished_on"], today)
        for column, on in enumerate(days, start=len(texts)):
            if on is not None:
                sheet.write_datetime(line, column, datetime(on.year, on.month, on.day), day_format)  # noqa: DTZ001
        sheet.write_number(line, len(KNOWN) - 1, drawn.seed)


def _drop_downs(sheet: Any, lines: int) -> None:
    first, last = HEADS_AT + 1, HEADS_AT + lines
    for column, item in enumerate(ITEMS.values(), start=len(KNOWN)):
        answers = {
            "validate": "list",
            "source": list(ANSWERS),
            "input_message": item.guide,
            "error_title": "Chọn trong danh sách",
            "error_message": f"Ô này nhận: {', '.join(ANSWERS)}, hoặc để trống.",
        }
        sheet.data_validation(first, column, last, column, answers)
    column = len(KNOWN) + len(ITEMS)
    sheet.data_validation(first, column, last, column, {"validate": "any", "input_message": NOTE.guide})
