"""The district's slips, steps, papers, results, fees and feedback."""

from datetime import date, timedelta

from tools.example_cao_lanh import procedures as p
from tools.example_cao_lanh.books import Cell, Sheet
from tools.example_cao_lanh.chance import chance
from tools.example_cao_lanh.days import SEEN, plus
from tools.example_cao_lanh.district.dossiers import BEFORE_LETTERS, closed_early
from tools.example_cao_lanh.dossiers import Dossier
from tools.example_cao_lanh.office import paper_sheet

SLIPS = ("Mã hồ sơ", "Loại phiếu", "Số phiếu", "Ngày lập phiếu", "Số dòng thành phần", "Ngày hẹn trả")
STEPS = ("Mã hồ sơ", "Bước số", "Người xử lý", "Thời điểm giao", "Thời điểm nhận", "Thời điểm xử lý xong")
RESULTS = (
    *("Mã kết quả", "Mã hồ sơ", "Mã TTHC", "Trường hợp", "Loại kết quả", "Ngày cấp", "Ngày số hóa"),
    *("Ngày chuyển về một cửa", "Có số hiệu", "Chữ ký số cá nhân", "Chữ ký số cơ quan"),
)
PAYMENTS = ("Số biên lai", "Mã hồ sơ", "Nội dung thu", "Số tiền", "Ngày nộp", "Hình thức thanh toán")
FEEDBACK = (
    "Mã phản ánh",
    "Mã hồ sơ",
    "Loại phản ánh",
    "Nội dung",
    "Ngày nhận",
    "Hạn trả lời",
    "Ngày trả lời",
    "Có cơ sở",
)
NEVER_DIGITISED = (p.NEW_BUSINESS, p.CIVIL_CHANGE, p.FOREIGN_MARRIAGE)
NOT_TO_DESK = 5
ONLINE_PART = 6  # one fee in so many paid online
DIGITISED_PART, SCANNED_PART = 3, 3
DESK, OFFICERS = "Lý Thị Thanh Nhi", ("Hồ Quốc Duy", "Cao Thị Mỹ Linh", "Ngô Tấn Phát")


def slips(everyone: list[Dossier]) -> Sheet:
    rows: list[list[Cell]] = []
    for number, d in enumerate(_termed(everyone), start=1):
        listed = len(d.procedure.papers) or 1
        rows.append([d.code, "Giấy tiếp nhận và hẹn trả", f"{number}/TNHS", d.received, listed, d.due])
        rows.append([d.code, "Phiếu kiểm soát", f"{number}/KS", d.received, None, None])
    return Sheet("Phiếu", SLIPS, rows, ("DANH SÁCH PHIẾU TRONG HỒ SƠ",))


def _termed(everyone: list[Dossier]) -> list[Dossier]:
    return [d for d in everyone if d.procedure.term]


def steps(everyone: list[Dossier]) -> Sheet:
    rows: list[list[Cell]] = []
    for place, d in enumerate(_termed(everyone)):
        given = d.received + timedelta(minutes=25)
        rows.append([d.code, 1, DESK, d.received, d.received, given])
        rows.append([d.code, 2, OFFICERS[place % 3], given, given + timedelta(minutes=15), d.finished])
    return Sheet("Quá trình xử lý", STEPS, rows)


def papers(everyone: list[Dossier]) -> Sheet:
    return paper_sheet(everyone, SCANNED_PART)


def results(everyone: list[Dossier]) -> Sheet:
    """Four kinds of result never digitised, of the others one in three; five marriages never came to the desk."""
    kinds = [d for d in everyone if d.finished and d.procedure.papers]
    marriages = [d.code for d in kinds if d.procedure is p.FOREIGN_MARRIAGE]
    away = set(marriages[:NOT_TO_DESK])
    seen: dict[str, int] = {}
    rows: list[list[Cell]] = []
    for d in kinds:
        place = seen[d.procedure.code] = seen.get(d.procedure.code, -1) + 1
        digitised = d.procedure not in NEVER_DIGITISED and place % DIGITISED_PART == 0
        rows.append(_result(d, digitised, d.code in away))
    return Sheet("Kết quả", RESULTS, rows, ("DANH SÁCH KẾT QUẢ GIẢI QUYẾT TTHC VÀ SỐ HÓA",))


def _result(d: Dossier, digitised: bool, away: bool) -> list[Cell]:
    """A dossier that was closed too early has its permit some working days later."""
    finished = d.finished.date() if d.finished else d.received.date()
    issued = plus(finished, 4) if closed_early(d) else finished
    scanned = issued if digitised else None
    mark = "Hợp lệ" if digitised else None
    return [
        *(f"KQ-{d.code}", d.code, d.procedure.code, d.variant or None, d.procedure.result, issued, scanned),
        *(None if away else issued, "Có", mark, mark),
    ]


def payments(everyone: list[Dossier]) -> Sheet:
    owed = [d for d in everyone if d.procedure.fee]
    rows: list[list[Cell]] = [
        [
            *(f"HBL{n:05}", d.code, "Phí, lệ phí", d.procedure.fee, d.received),
            "Cổng DVCQG" if d.online and n % ONLINE_PART == 0 else "Tiền mặt",
        ]
        for n, d in enumerate(owed, start=1)
    ]
    return Sheet("Biên lai", PAYMENTS, rows)


def feedback(everyone: list[Dossier]) -> Sheet:
    """All answered in time; two found an error of the office, and nobody apologised."""
    random = chance("feedback of the district")
    own = [d for d in everyone if d.finished and BEFORE_LETTERS < d.finished.date() < date(2023, 6, 25)]
    rows: list[list[Cell]] = []
    for n, d in enumerate(random.sample(own, 6), start=1):
        received = plus(d.finished.date() if d.finished else SEEN, 1)
        upheld = "Có" if n <= 2 else "Không"
        about = "Sai thông tin trên kết quả" if n <= 2 else "Hỏi về thành phần hồ sơ"
        rows.append(
            [f"PA-{n:02}", d.code, "Thủ tục hành chính", about, received, plus(received, 15), plus(received, 4), upheld]
        )
    return Sheet("Phản ánh", FEEDBACK, rows, ("PHẢN ÁNH, KIẾN NGHỊ",))


def look_ups(everyone: list[Dossier]) -> Sheet:
    """Residence data looked up for changes of civil status and for businesses."""
    seen = [d for d in everyone if d.procedure in (p.CIVIL_CHANGE, p.NEW_BUSINESS)]
    rows: list[list[Cell]] = [[d.code, d.received, "Hệ thống thông tin giải quyết TTHC", "Không"] for d in seen]
    heads = ("Mã hồ sơ", "Ngày tra cứu", "Cách tra cứu", "Yêu cầu giấy tờ cư trú")
    return Sheet("Tra cứu cư trú", heads, rows, ("TRA CỨU THÔNG TIN CƯ TRÚ",))
