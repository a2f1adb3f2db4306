"""The rest of the commune's records: results, fees, archive, feedback, satisfaction, plans, meetings, units."""

from datetime import date

from tools.example_cao_lanh.books import Cell, Sheet
from tools.example_my_hiep.dossiers import AGENCY, CERTIFY, OLD_AGENCY, PERMANENT, RESIDENCE, Dossier, at, on

UNITS = (
    *("Mã đơn vị", "Tên đơn vị", "Cấp", "Loại đơn vị", "Mã đơn vị cấp trên", "Mã định danh", "Thành lập từ ngày"),
    *("Kết thúc hoạt động", "Đơn vị kế thừa"),
)
RESULTS = (
    *("Mã kết quả", "Mã hồ sơ", "Mã TTHC", "Loại kết quả", "Ngày cấp", "Ngày số hóa", "Ngày chuyển về một cửa"),
    *("Có số hiệu", "Chữ ký số cá nhân", "Chữ ký số cơ quan"),
)
PAYMENTS = ("Số biên lai", "Mã hồ sơ", "Nội dung thu", "Số tiền", "Ngày nộp", "Hình thức thanh toán")
PAID_ONLINE = 38
ARCHIVE = ("Mã hồ sơ", "Loại đăng ký cư trú", "Ngày giải quyết", "Ngày nộp tàng thư")
FEEDBACK = ("Mã phản ánh", "Loại phản ánh", "Nội dung phản ánh", "Ngày nhận", "Ngày trả lời")
FACTORS = ("Tiếp cận dịch vụ", "Thủ tục hành chính", "Công chức", "Kết quả", "Tiếp nhận, xử lý ý kiến")
ASKED, DISSATISFIED = 20, 7
DOMAINS = (
    *("Công tác chỉ đạo, điều hành", "Cải cách thể chế", "Cải cách thủ tục hành chính"),
    *("Cải cách tổ chức bộ máy hành chính", "Cải cách chế độ công vụ", "Cải cách tài chính công"),
    "Hiện đại hóa hành chính",  # a name of the programme that ended in 2020
)


def units() -> Sheet:
    """A province and its communes, no district between; two communes of before, with the one they went into."""
    merged, before, last = date(2025, 7, 1), date(2021, 1, 1), date(2025, 6, 30)
    centre = "Trung tâm Phục vụ hành chính công xã Mỹ Hiệp"
    rows: list[list[Cell]] = [
        ["82", "Tỉnh Đồng Tháp", "Tỉnh", "UBND", None, "H20", merged, None, None],
        ["30112", "Xã Mỹ Hiệp", "Xã", "UBND", "82", AGENCY, merged, None, None],
        ["30112-PVHCC", centre, "Xã", "Trung tâm Phục vụ hành chính công", "30112", None, merged, None, None],
        ["30112-KT", "Phòng Kinh tế xã Mỹ Hiệp", "Xã", "Phòng", "30112", None, merged, None, None],
        ["30112-CA", "Công an xã Mỹ Hiệp", "Xã", "Công an", "30112", None, merged, None, None],
        ["30115", "Xã Mỹ Long (cũ)", "Xã", "UBND", None, OLD_AGENCY, before, last, "30112"],
        ["30127", "Xã Bình Thạnh (cũ)", "Xã", "UBND", None, None, before, last, "30112"],
    ]
    return Sheet("Đơn vị", UNITS, rows)


def results(everyone: list[Dossier]) -> Sheet:
    """Three of each four are digitised, procedure by procedure."""
    own = sorted(
        (d for d in everyone if d.finished and d.procedure.domain != CERTIFY), key=lambda d: (d.procedure.code, d.code)
    )
    rows: list[list[Cell]] = []
    for place, d in enumerate(own):
        issued = d.finished.date() if d.finished else None
        scanned = place % 4 != 1
        signed = "Hợp lệ" if scanned else None
        rows.append(
            [
                *(f"KQ-{d.code}", d.code, d.procedure.code, d.procedure.result, issued, issued if scanned else None),
                *(issued, "Có", signed, signed),
            ]
        )
    return Sheet("Kết quả", RESULTS, rows, ("DANH SÁCH KẾT QUẢ GIẢI QUYẾT TTHC VÀ SỐ HÓA",))


def payments(everyone: list[Dossier]) -> Sheet:
    """Every fee on the day of reception; two lines that cannot be read."""
    owed = [d for d in everyone if d.procedure.fee]
    recent = [d for d in owed if d.received >= at("1/1/2026")]
    online = {d.code for d in [d for d in recent if d.online][:PAID_ONLINE]}
    rows: list[list[Cell]] = [
        [
            *(f"BL26{n:04}", d.code, "Phí, lệ phí", d.procedure.fee, d.received),
            "Cổng DVCQG" if d.code in online else "Tiền mặt",
        ]
        for n, d in enumerate(owed, start=1)
    ]
    rows.append(["BL269001", None, "Phí, lệ phí", 8000, "29/02/2026", "Tiền mặt"])
    rows.append(["BL269002", None, "Phí, lệ phí", 8000, "15/3/2026 09:10", "Ghi nợ"])
    return Sheet("Biên lai", PAYMENTS, rows, ("BẢNG KÊ THU PHÍ, LỆ PHÍ NĂM 2026",))


def archive(everyone: list[Dossier]) -> Sheet:
    rows: list[list[Cell]] = []
    for d in everyone:
        if d.procedure.domain == RESIDENCE and d.finished:
            kind = "Thường trú" if d.procedure is PERMANENT else "Tạm trú" if "tạm trú" in d.procedure.name else "Khác"
            settled = d.finished.date()
            rows.append([d.code, kind, settled, d.archived or settled])
    return Sheet("Tàng thư", ARCHIVE, rows, ("NỘP HỒ SƠ CƯ TRÚ VÀO TÀNG THƯ",))


def feedback() -> Sheet:
    """To be answered within 15 working days; the days counted are in the comments."""
    wait, manners, idea = "Chờ lâu khi nộp hồ sơ", "Thái độ khi hướng dẫn", "Đề nghị mở cửa buổi trưa"
    rows: list[list[Cell]] = [
        ["PA-01", "Thủ tục hành chính", wait, on("5/1/2026"), on("23/1/2026")],  # 15, Saturday 10 January among them
        ["PA-02", "Hành vi công chức", manners, on("5/1/2026"), on("26/1/2026")],  # 16
        ["PA-03", "Thủ tục hành chính", wait, on("30/1/2026"), on("27/2/2026")],  # 15, over Tết
        ["PA-04", "Kiến nghị", idea, on("30/1/2026"), on("2/3/2026")],  # 16
        ["PA-05", "Thủ tục hành chính", wait, on("9/6/2026"), None],  # 16 by 1 July
        ["PA-06", "Kiến nghị", idea, on("10/6/2026"), None],  # 15 by 1 July: still time
    ]
    return Sheet("Phản ánh", FEEDBACK, rows, ("PHẢN ÁNH, KIẾN NGHỊ NĂM 2026",))


def satisfaction(everyone: list[Dossier]) -> Sheet:
    """Twenty persons, five factors each; seven answers of a hundred are below "satisfied"."""
    asked = [d for d in everyone if d.finished and d.received >= at("1/3/2026")][:ASKED]
    rows: list[list[Cell]] = []
    for d in asked:
        for factor in FACTORS:
            rows.append([d.code, d.finished.date() if d.finished else None, factor, 3 if len(rows) % 14 == 5 else 5])
    return Sheet("Hài lòng", ("Mã hồ sơ", "Ngày khảo sát", "Yếu tố", "Điểm"), rows, ("KHẢO SÁT HÀI LÒNG",))


def plans() -> list[Sheet]:
    """Plans of the year with the domains that the reform plan names, meetings and news, and the security file."""
    due: list[list[Cell]] = [
        ["KH-CCHC", "Kế hoạch cải cách hành chính", "2026", on("31/1/2026"), on("20/1/2026"), "12/KH-UBND"],
        ["KH-KSTT", "Kế hoạch kiểm soát thủ tục hành chính", "2026", on("31/1/2026"), on("22/1/2026"), "14/KH-UBND"],
        ["KH-RS", "Kế hoạch rà soát thủ tục hành chính", "2026", on("31/1/2026"), on("30/1/2026"), "19/KH-UBND"],
        ["KH-CDS", "Kế hoạch chuyển đổi số", "2026", on("28/2/2026"), on("25/2/2026"), "31/KH-UBND"],
    ]
    named: list[list[Cell]] = [["KH-CCHC", domain] for domain in DOMAINS]
    held = _held()
    files: list[list[Cell]] = [["Mạng nội bộ UBND xã", 2, on("12/5/2026"), on("20/5/2026"), None]]
    heads = ("Mã nhiệm vụ", "Văn bản phải ban hành", "Kỳ", "Hạn ban hành", "Ngày ban hành", "Số văn bản")
    meetings = ("Mã hoạt động", "Loại hoạt động", "Hình thức", "Chủ đề", "Ngày tổ chức")
    systems = ("Hệ thống thông tin", "Cấp độ đề xuất", "Ngày hoàn thành", "Ngày trình phê duyệt", "Ngày phê duyệt")
    return [
        Sheet("Nhiệm vụ", heads, due, ("NHIỆM VỤ PHẢI THỰC HIỆN THEO KỲ",)),
        Sheet("Nội dung kế hoạch", ("Mã kế hoạch", "Lĩnh vực"), named, ("LĨNH VỰC TRONG KẾ HOẠCH",)),
        Sheet("Đối thoại", meetings, held, ("ĐỐI THOẠI, TUYÊN TRUYỀN",)),
        Sheet("Cấp độ", systems, files, ("HỒ SƠ CẤP ĐỘ AN TOÀN THÔNG TIN",)),
    ]


def _held() -> list[list[Cell]]:
    news: list[list[Cell]] = [
        ["Tuyên truyền", "Trang thông tin điện tử", "Cải cách hành chính", on(f"{day}/2026")]
        for day in ("12/1", "9/2", "9/3", "13/4", "11/5", "8/6")
    ]
    others: list[list[Cell]] = [
        ["Đối thoại", "Hội nghị", "Cải cách hành chính", on("15/4/2026")],
        ["Tuyên truyền", "Đài truyền thanh", "Cải cách hành chính", on("9/2/2026")],
        ["Tuyên truyền", "Mạng xã hội", "Cải cách hành chính", on("20/4/2026")],
        ["Tuyên truyền", "Đài truyền thanh", "Dữ liệu cư trú", on("16/3/2026")],
        ["Tuyên truyền", "Mạng xã hội", "Chuyển đổi số", on("18/5/2026")],
        ["Hỗ trợ", "Hội nghị", "Định danh điện tử", on("20/5/2026")],
    ]
    return [[f"HD-{number:02}", *line] for number, line in enumerate([*news, *others], start=1)]
