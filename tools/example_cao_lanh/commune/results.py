"""The commune's results and how they were digitised, its fees, its residence dossiers."""

from datetime import date, timedelta
from random import Random

from tools.example_cao_lanh import procedures as p
from tools.example_cao_lanh.books import Cell, Sheet
from tools.example_cao_lanh.chance import chance
from tools.example_cao_lanh.days import SEEN, between, some_time
from tools.example_cao_lanh.dossiers import Dossier

RESULTS = (
    *("Mã kết quả", "Mã hồ sơ", "Mã TTHC", "Loại kết quả", "Ngày cấp", "Ngày số hóa", "Ngày chuyển về một cửa"),
    *("Có số hiệu", "Chữ ký số cá nhân", "Chữ ký số cơ quan"),
)
OLDER = 60  # results of earlier years that are still in force, none digitised
EARLY, UNSIGNED, UNSEALED = 6, 9, 11
PAID_ONLINE = 43
LAND_TAX = 220
PAYMENTS = ("Số biên lai", "Mã hồ sơ", "Nội dung thu", "Số tiền", "Ngày nộp", "Hình thức thanh toán")
LATE_TO_ARCHIVE, NEVER_IN_ARCHIVE = 7, 3
ARCHIVE = ("Mã hồ sơ", "Loại đăng ký cư trú", "Ngày giải quyết", "Ngày nộp tàng thư")
LOOK_UPS = ("Mã hồ sơ", "Ngày tra cứu", "Cách tra cứu", "Yêu cầu giấy tờ cư trú")


def results(everyone: list[Dossier]) -> Sheet:
    """Two in five digitised; of these some before they were final, some unsigned, some unsealed."""
    random = chance("results of the commune")
    own = [d for d in everyone if d.finished and d.procedure.domain != p.CERTIFY]
    first = {d.procedure.code: d.code for d in reversed(own)}
    chosen = set(random.sample([d.code for d in own], len(own) * 2 // 5)) | set(first.values())
    digitised = [d for d in own if d.code in chosen]
    marked = random.sample([d.code for d in digitised if d.code not in first.values()], EARLY + UNSIGNED + UNSEALED)
    early, unsigned = set(marked[:EARLY]), set(marked[EARLY : EARLY + UNSIGNED])
    unsealed = set(marked[EARLY + UNSIGNED :])
    rows = [_result(d, d.code in chosen, d.code in early, d.code in unsigned, d.code in unsealed) for d in own]
    return Sheet("Kết quả", RESULTS, [*rows, *_older(random)], ("DANH SÁCH KẾT QUẢ GIẢI QUYẾT TTHC VÀ SỐ HÓA",))


def _result(d: Dossier, digitised: bool, early: bool, unsigned: bool, unsealed: bool) -> list[Cell]:
    issued = d.issued or d.received.date()
    scanned = (issued - timedelta(days=1) if early else issued) if digitised else None
    signature = None if not digitised else "Chưa ký" if unsigned else "Hợp lệ"
    seal = None if not digitised else "Chưa ký" if unsealed else "Hợp lệ"
    number = "Chưa có" if early else "Có"
    return [
        *(f"KQ-{d.code}", d.code, d.procedure.code, d.procedure.result, issued, scanned, issued),
        *(number, signature, seal),
    ]


def _older(random: Random) -> list[list[Cell]]:
    kinds = (p.BIRTHS, p.MARRIAGES, p.ALLOWANCE, p.CORRECTIONS)
    days = sorted(random.choices(between(date(2021, 2, 1), date(2022, 12, 30)), k=OLDER))
    rows: list[list[Cell]] = []
    for number, day in enumerate(days, start=1):
        kind = kinds[number % len(kinds)]
        rows.append([f"KQ-CU-{number:03}", None, kind.code, kind.result, day, None, day, "Có", None, None])
    return rows


def payments(everyone: list[Dossier]) -> Sheet:
    """Every fee of a dossier, a few of them online; land tax taken at the desk; three lines that cannot be read."""
    random = chance("payments of the commune")
    owed = [d for d in everyone if d.procedure.fee]
    online = set(random.sample([d.code for d in owed if d.online], PAID_ONLINE))
    rows: list[list[Cell]] = [
        [
            *(f"BL{n:05}", d.code, "Phí, lệ phí", d.procedure.fee, d.received),
            "Cổng DVCQG" if d.code in online else "Tiền mặt",
        ]
        for n, d in enumerate(owed, start=1)
    ]
    for n, day in enumerate(sorted(random.choices(between(date(2023, 2, 1), date(2023, 7, 21)), k=LAND_TAX)), start=1):
        paid = some_time(random, day)
        amount = random.randrange(20, 150) * 1000
        rows.append([f"TD{n:05}", None, "Thuế sử dụng đất phi nông nghiệp", amount, paid, "Tiền mặt"])
    rows.append(["BL90001", None, "Phí, lệ phí", 8000, "31/02/2023", "Tiền mặt"])
    rows.append(["BL90002", None, "Phí, lệ phí", 8000, "15/3/2023 09:10", "Ghi nợ"])
    rows.append(rows[0][:])
    return Sheet("Biên lai", PAYMENTS, rows, ("BẢNG KÊ THU PHÍ, LỆ PHÍ NĂM 2023",))


def residence(everyone: list[Dossier]) -> list[Sheet]:
    """Dossiers of residence on their way to the archive, and look-ups of residence data at the desk."""
    own = [d for d in everyone if d.procedure.domain == p.RESIDENCE and d.finished and d.issued]
    permanent = [d for d in own if d.procedure is p.PERMANENT]
    late = {d.code for d in permanent[5::8][:LATE_TO_ARCHIVE]}
    never = {d.code for d in permanent[2::15][:NEVER_IN_ARCHIVE]}
    handed: list[list[Cell]] = []
    for d in own:
        settled = d.issued or d.received.date()
        days = 11 if d.code in late else 2
        kind = "Thường trú" if d.procedure is p.PERMANENT else "Tạm trú"
        day = settled + timedelta(days=days)
        handed.append([d.code, kind, settled, None if d.code in never or day > SEEN else day])
    seen = [d for d in everyone if d.procedure in (p.ALLOWANCE, p.SINGLE)]
    looked: list[list[Cell]] = [[d.code, d.received, "Hệ thống thông tin giải quyết TTHC", "Không"] for d in seen]
    return [
        Sheet("Tàng thư", ARCHIVE, handed, ("NỘP HỒ SƠ CƯ TRÚ VÀO TÀNG THƯ",)),
        Sheet("Tra cứu cư trú", LOOK_UPS, looked, ("TRA CỨU THÔNG TIN CƯ TRÚ",)),
    ]
