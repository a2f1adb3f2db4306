"""What the commune must do in a year: plans, focal points, reports, dialogues, models, reviews, mediation, letters."""

from datetime import date, datetime

from tools.example_cao_lanh.books import Cell, Sheet

DUTIES = (
    *("Mã nhiệm vụ", "Nội dung phải thực hiện", "Kỳ", "Căn cứ", "Hạn thực hiện"),
    *("Ngày ban hành", "Văn bản đã ban hành"),
)
PLAN = "KH-CCHC-2021-2025"
FORMS = 15
REPORTS = ("Mã báo cáo", "Mã biểu mẫu", "Kỳ báo cáo", "Hạn nộp", "Ngày nộp")
SECTIONS = ("Mã báo cáo", "Nội dung phải có", "Có trong báo cáo")
ACTIVITIES = ("Mã hoạt động", "Loại hoạt động", "Hình thức", "Chủ đề", "Ngày tổ chức", "Địa điểm")
MODELS = ("Mã mô hình", "Tên mô hình", "Từ ngày", "Ngày đánh giá", "Xếp loại")
FOCAL = ("Vai trò", "Họ và tên", "Số quyết định", "Từ ngày")
REVIEW = ("Năm", "Lĩnh vực", "Văn bản giao", "Có trong kế hoạch", "Đã rà soát", "Đủ nội dung", "Đề xuất")
MEDIATION = (
    *("Số vụ việc", "Ngày nhận đơn", "Số quyết định thành lập hội đồng"),
    *("Ngày quyết định thành lập hội đồng", "Ngày kết thúc"),
)


def sheets() -> list[Sheet]:
    return [
        Sheet("Nhiệm vụ", DUTIES, _duties(), ("THEO DÕI NHIỆM VỤ PHẢI THỰC HIỆN THEO KỲ - XÃ BÌNH THẠNH",)),
        Sheet("Lĩnh vực kế hoạch", ("Mã kế hoạch", "Lĩnh vực"), _plan_domains()),
        Sheet("Đầu mối", FOCAL, _focal_points(), ("CÁN BỘ, CÔNG CHỨC ĐẦU MỐI",)),
        Sheet("Báo cáo", REPORTS, _reports(), ("THEO DÕI BIỂU MẪU BÁO CÁO",)),
        Sheet("Nội dung báo cáo", SECTIONS, [["BC-CCHC-6T", "Mô hình", "Không"]]),
        Sheet("Hoạt động", ACTIVITIES, _activities(), ("ĐỐI THOẠI, TUYÊN TRUYỀN",)),
        Sheet("Mô hình", MODELS, _models(), ("MÔ HÌNH CẢI CÁCH HÀNH CHÍNH",)),
        Sheet("Rà soát", REVIEW, _reviews(), ("RÀ SOÁT THỦ TỤC HÀNH CHÍNH NĂM 2023",)),
        Sheet("Hòa giải", MEDIATION, _mediation(), ("HÒA GIẢI TRANH CHẤP ĐẤT ĐAI",)),
        Sheet("Thư", ("Mã thư", "Loại thư", "Ngày gửi"), _letters(), ("THƯ CHÚC MỪNG, THƯ CHIA BUỒN",)),
    ]


def _duties() -> list[list[Cell]]:
    province = "Kế hoạch CCHC của Tỉnh"
    return [
        ["NV-01", "Kế hoạch cải cách hành chính", "2023", province, date(2023, 1, 31), date(2023, 1, 16), "02/KH-UBND"],
        [
            *("NV-02", "Kế hoạch cải thiện Chỉ số cải cách hành chính", "2023", province),
            *(date(2023, 4, 28), date(2023, 4, 14), "31/KH-UBND"),
        ],
        [PLAN, "Kế hoạch cải cách hành chính", "2021-2025", province, date(2021, 10, 29), date(2021, 10, 12), None],
        ["NV-03", "Kế hoạch tiếp xúc, đối thoại", "2023", None, date(2023, 2, 28), date(2023, 2, 13), "11/KH-UBND"],
        ["NV-04", "Kế hoạch mô hình", "2021-2026", "Quyết định 1390/QĐ-UBND-HC", date(2021, 12, 31), None, None],
        [
            *("NV-05", "Kế hoạch kiểm soát thủ tục hành chính", "2023", None),
            *(date(2023, 1, 31), date(2023, 1, 17), "04/KH-UBND"),
        ],
        [
            *("NV-06", "Kế hoạch rà soát thủ tục hành chính", "2023", None),
            *(date(2023, 2, 28), date(2023, 2, 3), "08/KH-UBND"),
        ],
        ["NV-07", "Công khai dự toán ngân sách", "2023", None, date(2023, 1, 31), date(2023, 1, 9), "05/QĐ-UBND"],
        ["NV-08", "Quy chế chi tiêu nội bộ", "2023", None, date(2023, 1, 31), date(2023, 1, 12), "07/QĐ-UBND"],
        ["NV-09", "Báo cáo thực hiện tự chủ", "2022", None, date(2023, 2, 28), date(2023, 2, 15), "21/BC-UBND"],
    ]


def _plan_domains() -> list[list[Cell]]:
    names = (
        *("Cải cách thể chế", "Cải cách thủ tục hành chính", "Cải cách tổ chức bộ máy", "Cải cách tài chính công"),
        *("Xây dựng và nâng cao chất lượng đội ngũ cán bộ, công chức", "Hiện đại hóa hành chính"),
        "Áp dụng hệ thống quản lý chất lượng ISO",
    )
    return [[PLAN, name] for name in names]


def _focal_points() -> list[list[Cell]]:
    since = date(2022, 3, 1)
    return [
        ["Lãnh đạo đầu mối", "Nguyễn Hữu Long", "18/QĐ-UBND", since],
        ["Công chức đầu mối", "Trần Thị Ngọc Hân", "18/QĐ-UBND", since],
        ["Công chức cải cách hành chính", "Phạm Quốc Vinh", "19/QĐ-UBND", since],
    ]


def _reports() -> list[list[Cell]]:
    """Two quarters of each form, none sent; and the report on the reform, sent in time."""
    rows: list[list[Cell]] = [
        [f"BM{form:02}-Q{quarter}", f"Biểu {form:02}/UBND xã", f"Quý {quarter}/2023", due, None]
        for form in range(1, FORMS + 1)
        for quarter, due in (("I", date(2023, 3, 20)), ("II", date(2023, 6, 20)))
    ]
    return [*rows, ["BC-CCHC-6T", "Báo cáo cải cách hành chính", "6 tháng/2023", date(2023, 6, 15), date(2023, 6, 9)]]


def _activities() -> list[list[Cell]]:
    meetings = (date(2023, 3, 14), date(2023, 4, 19), date(2023, 5, 25), date(2023, 6, 28))
    rows: list[list[Cell]] = [
        [f"DT-{n}", "Đối thoại", "Hội nghị", None, day, f"Nhà văn hóa ấp Bình Hòa {n}"]
        for n, day in enumerate(meetings, start=1)
    ]
    channels = ("Màn hình tivi", "Trạm truyền thanh", "Zalo", "Facebook")
    rows += [
        [f"TT-{n:02}", "Tuyên truyền", channels[n % 4], "Cải cách hành chính", date(2023, 1 + n % 6, 10 + n), "Toàn xã"]
        for n in range(1, 13)
    ]
    ways = [date(2023, 1 + n, 12) for n in range(6)]
    rows += [
        [f"CT-{n}", "Tuyên truyền", "Trạm truyền thanh", "Khai thác dữ liệu cư trú", day, "Toàn xã"]
        for n, day in enumerate([*ways, date(2023, 7, 5)], start=1)
    ]
    return rows


def _models() -> list[list[Cell]]:
    seen = datetime(2023, 6, 20, 9, 0)  # noqa: DTZ001 - cells carry no zone
    return [
        ["MH-1", "“Hồ sơ không hẹn”", date(2022, 5, 4), seen, "Hiệu quả"],
        ["MH-2", "“Mã QR tra cứu hồ sơ mẫu và thủ tục niêm yết”", date(2022, 9, 12), seen, "Hiệu quả"],
    ]


def _reviews() -> list[list[Cell]]:
    """Two domains of five, and these without all contents."""
    asked = "Kế hoạch 08/KH-UBND"
    done = {
        "Tài nguyên và môi trường": "Rút ngắn thời gian xác nhận nguồn gốc đất",
        "Lao động - thương binh và xã hội": "Bỏ bản sao sổ hộ khẩu trong hồ sơ trợ cấp",
    }
    rows: list[list[Cell]] = [[2023, name, asked, "Có", "Có", "Không", text] for name, text in done.items()]
    rows += [[2023, name, asked, "Có", "Không", None, None] for name in ("Hộ tịch", "Chứng thực", "Bảo trợ xã hội")]
    return rows


def _mediation() -> list[list[Cell]]:
    """One decision serves three cases; one was closed without any."""
    shared = ("42/QĐ-UBND", date(2023, 2, 20))
    return [
        ["HG-01", date(2023, 2, 6), *shared, date(2023, 3, 8)],
        ["HG-02", date(2023, 2, 10), *shared, date(2023, 3, 15)],
        ["HG-03", date(2023, 2, 16), *shared, date(2023, 3, 22)],
        ["HG-04", date(2023, 4, 11), "97/QĐ-UBND", date(2023, 4, 18), date(2023, 5, 16)],
        ["HG-05", date(2023, 5, 4), None, None, date(2023, 5, 30)],
    ]


def _letters() -> list[list[Cell]]:
    days = (date(2023, 2, 9), date(2023, 3, 7), date(2023, 4, 13), date(2023, 5, 10), date(2023, 6, 8))
    return [[f"T-{n:02}", "Thư chúc mừng" if n % 2 else "Thư chia buồn", day] for n, day in enumerate(days, start=1)]
