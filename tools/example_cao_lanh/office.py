"""Sheets that both units keep alike: outgoing documents, procedures offered and posted, computers."""

from collections.abc import Sequence
from datetime import date

from tools.example_cao_lanh.books import Cell, Sheet
from tools.example_cao_lanh.chance import chance
from tools.example_cao_lanh.days import between
from tools.example_cao_lanh.dossiers import Dossier
from tools.example_cao_lanh.procedures import Procedure

DOCUMENTS = (
    *("Mã văn bản", "Số ký hiệu", "Loại văn bản", "Ngày ban hành", "Mật"),
    *("Chữ ký số cá nhân", "Chữ ký số cơ quan"),
)
KINDS = (("Công văn", "UBND"), ("Báo cáo", "BC-UBND"), ("Quyết định", "QĐ-UBND"), ("Kế hoạch", "KH-UBND"))
OFFERED = ("Mã TTHC", "Tên thủ tục", "Áp dụng từ", "Một cửa", "Mức độ trực tuyến", "Có phí, lệ phí")
POSTED = ("Mã TTHC", "Tên thủ tục", "Nơi niêm yết", "Ngày niêm yết", "Niêm yết đầy đủ", "Mã QR")
PAPERS = ("Mã hồ sơ", "STT giấy tờ", "Tên giấy tờ", "STT theo quy định", "Loại bản", "Số lượng", "Đã số hóa")
DEVICES = (
    *("Mã thiết bị", "Loại thiết bị", "Nơi đặt", "Năm trang bị"),
    *("Đạt cấu hình tối thiểu", "Phòng chống mã độc tập trung"),
)


def documents(seed: str, total: int, signed: int, both: int, secret: int = 0) -> Sheet:
    """So many issued, so many of them signed at all and by both; secret ones come on top and carry no signature."""
    random = chance(seed)
    days = sorted(random.choices(between(date(2023, 1, 3), date(2023, 7, 25)), k=total + secret))
    state = ["both"] * both + ["agency"] * (signed - both) + ["none"] * (total - signed) + ["secret"] * secret
    random.shuffle(state)
    numbers = dict.fromkeys(KINDS, 0)
    rows: list[list[Cell]] = []
    for place, (day, how) in enumerate(zip(days, state, strict=True), start=1):
        kind = random.choice(KINDS)
        numbers[kind] += 1
        person = "Hợp lệ" if how == "both" else "Chưa ký"
        agency = "Hợp lệ" if how in ("both", "agency") else "Chưa ký"
        level = "Mật" if how == "secret" else "Thường"
        rows.append([f"VB{place:05}", f"{numbers[kind]:02}/{kind[1]}", kind[0], day, level, person, agency])
    return Sheet("Văn bản đi", DOCUMENTS, rows, ("SỔ ĐĂNG KÝ VĂN BẢN ĐI NĂM 2023",))


def offered(procedures: Sequence[Procedure], outside: int = 0) -> Sheet:
    """What the unit offers; the last ones are taken in outside the one-stop desk."""
    inside = len(procedures) - outside
    rows: list[list[Cell]] = [
        [
            *(p.code, p.name, date(2022, 10, 3), "Có" if place < inside else "Không"),
            *("Toàn trình" if place % 3 else "Một phần", "Có" if p.fee else "Không"),
        ]
        for place, p in enumerate(procedures)
    ]
    return Sheet("Thủ tục thực hiện", OFFERED, rows, ("DANH MỤC THỦ TỤC TIẾP NHẬN TẠI MỘT CỬA",))


def posted(procedures: Sequence[Procedure], lacking: frozenset[str] = frozenset()) -> Sheet:
    rows: list[list[Cell]] = [
        [p.code, p.name, "Bộ phận Một cửa", date(2022, 10, 5), "Thiếu" if p.code in lacking else "Đủ", "Không"]
        for p in procedures
    ]
    return Sheet("Niêm yết", POSTED, rows, ("DANH MỤC THỦ TỤC NIÊM YẾT CÔNG KHAI",))


def paper_sheet(dossiers: Sequence[Dossier], part: int) -> Sheet:
    """Papers of each dossier, those of one dossier in `part` scanned; a procedure without a list has one paper."""
    rows: list[list[Cell]] = []
    for place, d in enumerate(dossiers):
        scanned = "Không" if place % part else "Có"
        if not d.procedure.papers:
            rows.append([d.code, 1, "Hồ sơ nộp theo thủ tục", None, "Bản sao", 1, scanned])
        for number, (name, originals, _, _) in enumerate(d.procedure.papers, start=1):
            rows.append([d.code, number, name, number, "Bản chính" if originals else "Bản sao", 1, scanned])
    return Sheet("Thành phần hồ sơ", PAPERS, rows, ("THÀNH PHẦN HỒ SƠ ĐÃ NHẬN",))


def devices(prefix: str, number: int, weak: int, bare: int, at_desk: int) -> Sheet:
    """So many computers, the first at the desk and weak, the last without anti-malware; some printers."""
    rows: list[list[Cell]] = [
        [
            *(f"{prefix}-{place:03}", "Máy tính", "Bộ phận Một cửa" if place <= at_desk else "Văn phòng"),
            *(2012 + place % 3 if place <= weak else 2018 + place % 5, "Không" if place <= weak else "Có"),
            "Không" if place > number - bare else "Có",
        ]
        for place in range(1, number + 1)
    ]
    rows += [[f"{prefix}-MI{n:02}", "Máy in", "Văn phòng", 2019, "Có", None] for n in range(1, 4)]
    return Sheet("Thiết bị", DEVICES, rows, ("KIỂM KÊ THIẾT BỊ CÔNG NGHỆ THÔNG TIN",))
