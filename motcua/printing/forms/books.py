"""Which columns the books and the stock-flow report have, and what stands in them."""

from motcua.language import day
from motcua.printing.document import Signer
from motcua.printing.forms.form_sets import FormName, forms_on
from motcua.printing.forms.sheet import Cell, Column, Sheet
from motcua.printing.forms.stock_flow import StockFlow, StockFlowRow
from motcua.printing.forms.volumes import Book, BookLine, CertificationBook, CertificationLine, TrackingBook

PAGES = "{pages}"
_RETURN = "Nhận và trả kết quả"
_TRACKING = (
    Column("STT", 11, "center"),
    Column("Mã hồ sơ", 30),
    Column("Tên thủ tục hành chính", 42),
    Column("Số lượng hồ sơ (bộ)", 14, "center"),
    Column("Tên cá nhân, tổ chức", 32),
    Column("Địa chỉ, số điện thoại", 36),
    Column("Cơ quan chủ trì giải quyết", 27),
    Column("Nhận hồ sơ", 19, "center", _RETURN),
    Column("Hẹn trả kết quả", 19, "center", _RETURN),
    Column("Trả kết quả", 19, "center", _RETURN),
    Column("Phương thức nhận kết quả", 19, "left", _RETURN),
    Column("Ký nhận", 16, "left", _RETURN),
    Column("Ghi chú", 16),
)
_CERTIFICATION = (
    Column("Số thứ tự", 14, "center"),
    Column("Ngày, tháng, năm", 22, "center"),
    Column("Người yêu cầu chứng thực", 45),
    Column("Loại việc chứng thực", 34),
    Column("Giấy tờ, văn bản được chứng thực", 62),
    Column("Số bản", 14, "center"),
    Column("Người ký chứng thực", 36),
    Column("Phí (đồng)", 20, "right"),
    Column("Ghi chú", 23),
)
_RECEIVED, _SETTLED, _OPEN = "Số hồ sơ tiếp nhận", "Số hồ sơ đã giải quyết", "Số hồ sơ đang giải quyết"
_STOCK_FLOW = (
    Column("STT", 11, "center"),
    Column("Lĩnh vực", 46),
    *(
        Column(heading, 20.5, "right", group)
        for group, headings in {
            _RECEIVED: ("Tổng số", "Trực tuyến", "Trực tiếp, BCCI", "Từ kỳ trước"),
            _SETTLED: ("Tổng số", "Trước hạn", "Đúng hạn", "Quá hạn"),
            _OPEN: ("Tổng số", "Trong hạn", "Quá hạn"),
        }.items()
        for heading in headings
    ),
)
_STOCK_FLOW_MARKS = (
    *("(1)", "(2)", "(3)=(4)+(5)+(6)", "(4)", "(5)", "(6)"),
    *("(7)=(8)+(9)+(10)", "(8)", "(9)", "(10)", "(11)=(12)+(13)", "(12)", "(13)"),
)


def sheet_of(book: Book | StockFlow) -> Sheet:
    """The sheet of a book or report; a stock-flow report whose figures do not add up is refused."""
    match book:
        case TrackingBook():
            form = forms_on(book.opened_on).form(FormName.TRACKING_BOOK)
            return _book(book, form.title, f"Mẫu số {form.number}", _TRACKING, [_tracking(at) for at in book.lines])
        case CertificationBook():
            lines = [_certification(line) for line in book.lines]
            return _book(book, "Sổ chứng thực", "Sổ chứng thực", _CERTIFICATION, lines)
        case StockFlow():
            return _stock_flow(book)
    raise TypeError(f"no sheet is known for {type(book).__name__}")


def _book(book: Book, title: str, running: str, columns: tuple[Column, ...], rows: list[tuple[Cell, ...]]) -> Sheet:
    closed = Signer("Người đứng đầu", note="(Ký, ghi rõ họ tên, đóng dấu)")
    return Sheet(
        letterhead=book.letterhead,
        title=title,
        subtitle=f"Năm {book.year} - Quyển số {book.volume:02d} - Mở sổ ngày {day(book.opened_on)}",
        columns=columns,
        rows=rows,
        closing=_closing(book) if book.closed_on else "",
        on=book.closed_on,
        signers=(book.closed_by or closed,) if book.closed_on else (),
        running=f"{running} · Năm {book.year} · Quyển số {book.volume:02d}",
    )


def _closing(book: Book) -> str:
    numbers = "không có dòng nào"
    if book.lines:
        numbers = f"{len(book.lines)} dòng, từ số {book.lines[0].serial:02d} đến số {book.lines[-1].serial:02d}"
    return f"Quyển sổ này có {PAGES} trang, {numbers}. Khóa sổ ngày {day(book.closed_on or book.opened_on)}."


def _tracking(line: BookLine) -> tuple[Cell, ...]:
    contact = "; ".join(part for part in (line.party.address, line.party.phone) if part)
    dossier = (line.serial, line.code, line.procedure, line.sets, line.party.name, contact, line.settling)
    return (*dossier, line.received_on, line.due_on, line.returned_on, line.way, "", line.note)


def _certification(line: CertificationLine) -> tuple[Cell, ...]:
    asked = (line.serial, line.on, line.requester, line.kind, line.document)
    return (*asked, line.copies, line.signer, line.fee, line.note)


def _stock_flow(report: StockFlow) -> Sheet:
    report.check()
    return Sheet(
        letterhead=report.letterhead,
        title="Tình hình, kết quả giải quyết thủ tục hành chính",
        subtitle=f"Từ ngày {day(report.since)} đến ngày {day(report.until)}",
        columns=_STOCK_FLOW,
        rows=[(number, row.field, *_figures(row)) for number, row in enumerate(report.rows, start=1)],
        total=("", report.total.field, *_figures(report.total)),
        marks=_STOCK_FLOW_MARKS,
        on=report.on,
        signers=(report.signer,) if report.signer else (),
        running=f"Kỳ báo cáo {day(report.since)} - {day(report.until)}",
    )


def _figures(row: StockFlowRow) -> tuple[int, ...]:
    received = (row.received, row.online, row.direct, row.carried_over)
    settled = (row.settled, row.early, row.on_time, row.late)
    return (*received, *settled, row.open, row.open_in_time, row.open_late)
