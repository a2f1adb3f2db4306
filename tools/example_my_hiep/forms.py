"""What the one-stop centre writes of its dossiers: the list, slips, hand-overs, papers, the tracking book."""

from datetime import date

from tools.example_cao_lanh.books import Cell, Sheet
from tools.example_my_hiep.dossiers import CERTIFY, CIVIL, LAND, RESIDENCE, Dossier

DESK = "Trung tâm Phục vụ hành chính công xã Mỹ Hiệp"
OFFICERS = {CERTIFY: "Đỗ Thị Kim Ngọc", CIVIL: "Hồ Minh Trí", LAND: "Mai Quốc Phong", RESIDENCE: "Lý Thanh Tuấn"}
NOT_IN_BOOK = ("1.004837", 2)  # procedure, dossiers that the book forgot
NO_RESULT_IN_BOOK = ("2.000815", 3)
DIGITISED_AT_COUNTER = 24
LIST = (
    *("Mã hồ sơ", "Mã TTHC", "Tên thủ tục hành chính", "Lĩnh vực", "Chủ hồ sơ", "Hình thức nộp", "Đối tượng nộp"),
    *("Ngày tiếp nhận", "Ngày hẹn trả ban đầu", "Ngày hẹn trả", "Ngày xử lý xong", "Ngày ký kết quả"),
    *("Ngày trả kết quả", "Nơi trả kết quả", "Trạng thái", "Số lần yêu cầu bổ sung", "Lệ phí", "Ngày đồng bộ"),
)
SLIPS = (
    *("Mã hồ sơ", "Loại phiếu", "Số phiếu", "Ngày lập phiếu", "Số dòng thành phần", "Ngày hẹn trả", "Lý do"),
    "Ngày hẹn lại",
)
STEPS = ("Mã hồ sơ", "Bước số", "Người xử lý", "Thời điểm giao", "Thời điểm nhận", "Thời điểm xử lý xong")
PAPERS = ("Mã hồ sơ", "STT giấy tờ", "Tên giấy tờ", "Loại bản", "Số lượng", "Đã số hóa")
BOOK = ("STT", "Mã hồ sơ", "Họ và tên", "Nội dung hồ sơ", "Ngày nhận hồ sơ", "Ngày hẹn trả", "Ngày trả kết quả")


def one_stop(everyone: list[Dossier]) -> Sheet:
    """The list as the software exports it; one line has a day that does not exist and is rejected."""
    rows = [_listed(d) for d in everyone]
    odd = _listed(everyone[-1])
    odd[0], odd[7] = f"{everyone[-1].code[:-4]}0099", "31/6/2026 08:00"
    titles = ("UBND XÃ MỸ HIỆP", "DANH SÁCH HỒ SƠ THỦ TỤC HÀNH CHÍNH", "Từ ngày 01/01/2026 đến ngày 30/6/2026")
    return Sheet("Hồ sơ", LIST, [*rows, odd], titles)


def _listed(d: Dossier) -> list[Cell]:
    done = d.finished
    asked: list[Cell] = [d.code, d.procedure.code, d.procedure.name, d.procedure.domain, d.applicant]
    filed: list[Cell] = ["Trực tuyến" if d.online else "Trực tiếp", "Chính chủ", d.received, d.first_due, d.due]
    ended: list[Cell] = [done, done.date() if done else None, done, DESK if done else None, d.status]
    return [*asked, *filed, *ended, d.supplement_requests, d.procedure.fee, d.synced or d.received]


def slips(everyone: list[Dossier]) -> Sheet:
    """Forms 01 to 06 of the circular of 2025; form 05 says that work on a dossier stops."""
    rows: list[list[Cell]] = []
    for number, d in enumerate((d for d in everyone if d.procedure.term), start=1):
        rows.append([d.code, "Giấy tiếp nhận và hẹn trả", f"{number}/TNHS", d.received, 1, d.first_due or d.due])
        rows.append([d.code, "Phiếu kiểm soát", f"{number}/KS", d.received])
        rows += [[d.code, "Phiếu yêu cầu bổ sung", f"{number}/HDHS", day] for day in d.supplements]
        if d.apology:
            kind, letter = "Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết", d.apology
            rows.append([d.code, kind, f"{number}/XL", letter.on, None, d.due, "Quá hạn", letter.new_due])
        if d.stopped:
            rows.append([d.code, "Thông báo dừng giải quyết hồ sơ", f"{number}/TBD", d.stopped])
    return Sheet("Phiếu", SLIPS, [_filled(row, len(SLIPS)) for row in rows], ("DANH SÁCH PHIẾU TRONG HỒ SƠ",))


def _filled(row: list[Cell], width: int) -> list[Cell]:
    return [*row, *[None] * (width - len(row))]


def steps(everyone: list[Dossier]) -> Sheet:
    rows: list[list[Cell]] = [
        [d.code, 1, OFFICERS[d.procedure.domain], d.handed_over, d.handed_over, d.finished]
        for d in everyone
        if d.procedure.term
    ]
    return Sheet("Quá trình xử lý", STEPS, rows)


def papers(everyone: list[Dossier]) -> Sheet:
    """One paper a dossier: electronic where filed online, at the counter scanned for the first so many."""
    scanned = {d.code for d in [d for d in _received(everyone) if not d.online][:DIGITISED_AT_COUNTER]}
    rows: list[list[Cell]] = [
        [
            *(d.code, 1, "Tờ khai theo mẫu", "Bản điện tử" if d.online else "Bản chính", 1),
            "Có" if d.online or d.code in scanned else "Không",
        ]
        for d in _received(everyone)
    ]
    return Sheet("Thành phần hồ sơ", PAPERS, rows, ("THÀNH PHẦN HỒ SƠ ĐÃ NHẬN",))


def tracking_book(everyone: list[Dossier]) -> Sheet:
    """Form 07: two dossiers are missing, three lines never got their result."""
    own = _received(everyone)
    missing, blank = _first(own, *NOT_IN_BOOK), _first(own, *NO_RESULT_IN_BOOK)
    lines = [d for d in own if d.code not in missing]
    rows: list[list[Cell]] = [
        [
            *(number, d.code, d.applicant, d.procedure.name, d.received.date(), d.due.date()),
            None if d.code in blank or not d.finished else d.finished.date(),
        ]
        for number, d in enumerate(lines, start=1)
    ]
    titles = ("UBND XÃ MỸ HIỆP", "SỔ THEO DÕI HỒ SƠ (Mẫu số 07)", "Năm 2026")
    return Sheet("Sổ theo dõi", BOOK, rows, titles)


def _received(everyone: list[Dossier]) -> list[Dossier]:
    return [d for d in everyone if d.received.date() >= date(2026, 1, 1)]


def _first(dossiers: list[Dossier], procedure: str, number: int) -> set[str]:
    return {d.code for d in [d for d in dossiers if d.procedure.code == procedure][:number]}
