"""What the district must do in a year: plans, reports, communication, models, inspections, archives, teams."""

from datetime import date, timedelta

from tools.example_cao_lanh.books import Cell, Sheet
from tools.example_cao_lanh.chance import chance
from tools.example_cao_lanh.commune.yearly import ACTIVITIES, DUTIES, FOCAL, MODELS, REPORTS, REVIEW, SECTIONS
from tools.example_cao_lanh.days import between
from tools.example_cao_lanh.units import COMMUNE, POLICE, committee, communes

FORMS = 20
TEAMS = 91
ROUNDS_HELD = 4
DUE = date(2023, 6, 15)


def sheets() -> list[Sheet]:
    return [
        Sheet("Nhiệm vụ", DUTIES, _duties(), ("THEO DÕI NHIỆM VỤ PHẢI THỰC HIỆN THEO KỲ - HUYỆN CAO LÃNH",)),
        Sheet("Đầu mối", FOCAL, _focal_points(), ("CÁN BỘ, CÔNG CHỨC ĐẦU MỐI",)),
        Sheet("Báo cáo", REPORTS, _reports(), ("THEO DÕI BIỂU MẪU BÁO CÁO",)),
        Sheet("Nội dung báo cáo", SECTIONS, [["BC-CCHC-HUYEN-6T", "Nhiệm vụ được phân cấp", "Không"]]),
        Sheet("Hoạt động", ACTIVITIES, _activities(), ("TUYÊN TRUYỀN, TẬP HUẤN, HỖ TRỢ",)),
        Sheet("Mô hình", MODELS, _models(), ("MÔ HÌNH CẢI CÁCH HÀNH CHÍNH",)),
        Sheet("Rà soát", REVIEW[:5] + REVIEW[6:], _reviews(), ("RÀ SOÁT THỦ TỤC HÀNH CHÍNH NĂM 2023",)),
        Sheet(
            "Kiểm tra", ("Đơn vị được kiểm tra", "Ngày theo kế hoạch", "Ngày kiểm tra"), _rounds(), ("ĐỢT KIỂM TRA",)
        ),
        Sheet("Thư", ("Mã thư", "Loại thư", "Ngày gửi"), _letters(), ("THƯ CHÚC MỪNG, THƯ CHIA BUỒN",)),
        Sheet("Tổ công nghệ", ("Tên tổ", "Ngày thành lập", "Số thành viên"), _teams(), ("TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG",)),
    ]


def _duties() -> list[list[Cell]]:
    year = "2023"
    done = {
        "Kế hoạch cải cách hành chính": ("H-01", date(2023, 1, 31), date(2023, 1, 18)),
        "Kế hoạch cải thiện Chỉ số cải cách hành chính": ("H-02", date(2023, 4, 28), date(2023, 4, 20)),
        "Kế hoạch tuyên truyền cải cách hành chính": ("H-03", date(2023, 2, 28), date(2023, 2, 14)),
        "Kế hoạch kiểm tra cải cách hành chính": ("H-04", date(2023, 3, 31), date(2023, 3, 9)),
        "Kế hoạch kiểm soát thủ tục hành chính": ("H-05", date(2023, 1, 31), date(2023, 1, 12)),
        "Kế hoạch rà soát thủ tục hành chính": ("H-06", date(2023, 2, 28), date(2023, 2, 8)),
        "Công khai dự toán ngân sách": ("H-07", date(2023, 1, 31), date(2023, 1, 6)),
        "Quy chế chi tiêu nội bộ": ("H-08", date(2023, 1, 31), date(2023, 1, 11)),
        "Kế hoạch chuyển đổi số": ("H-10", date(2023, 2, 28), date(2023, 2, 21)),
        "Kế hoạch an toàn thông tin": ("H-11", date(2023, 2, 28), date(2023, 2, 21)),
        "Kế hoạch thi đua": ("H-12", date(2023, 3, 31), date(2023, 3, 16)),
        "Sắp xếp tổ chức bộ máy": ("H-13", date(2023, 6, 30), date(2023, 5, 24)),
        "Kế hoạch đào tạo, bồi dưỡng": ("H-15", date(2023, 2, 15), date(2023, 4, 12)),
    }
    rows: list[list[Cell]] = [
        [code, name, year, None, due, on, f"{place:02}/UBND"]
        for place, (name, (code, due, on)) in enumerate(done.items(), start=11)
    ]
    rows.append(["H-09", "Báo cáo thực hiện tự chủ", "2022", None, date(2023, 2, 28), date(2023, 2, 17), "33/BC-UBND"])
    rows.append(["H-14", "Báo cáo rà soát chức năng nhiệm vụ", year, None, date(2023, 6, 15), None, None])
    rows.append(["H-16", "Kế hoạch tiếp xúc, đối thoại", year, None, date(2023, 3, 31), None, None])
    rows.append(["H-17", "Báo cáo kết quả đối thoại", year, None, date(2023, 6, 30), None, None])
    model = ("Quyết định 1390/QĐ-UBND-HC", date(2021, 12, 31), date(2021, 11, 19), "210/KH-UBND")
    return [*rows, ["H-18", "Kế hoạch mô hình", "2021-2026", *model]]


def _focal_points() -> list[list[Cell]]:
    since = date(2022, 4, 4)
    return [
        ["Lãnh đạo đầu mối", "Mai Hoàng Phúc", "55/QĐ-UBND", since],
        ["Công chức đầu mối", "Đoàn Thị Kim Liên", "55/QĐ-UBND", since],
        ["Trưởng bộ phận một cửa", "Đoàn Thị Kim Liên", "56/QĐ-UBND", since],
    ]


def _reports() -> list[list[Cell]]:
    rows: list[list[Cell]] = [
        [f"HBM{form:02}", f"Biểu {form:02}/UBND huyện", "6 tháng/2023", date(2023, 6, 20), None]
        for form in range(1, FORMS + 1)
    ]
    rows.append(["BC-CCHC-HUYEN-6T", "Báo cáo cải cách hành chính", "6 tháng/2023", DUE, date(2023, 6, 12)])
    return rows


def _activities() -> list[list[Cell]]:
    site, district = "Trang thông tin điện tử", "Toàn huyện"
    rows: list[list[Cell]] = [["TB-1", "Tin bài", site, "Cải cách hành chính", date(2023, 3, 10), site]]
    rows += [
        [f"CT-{n}", "Tuyên truyền", "Đài truyền thanh", "Khai thác dữ liệu cư trú", date(2023, n, 9), district]
        for n in range(1, 7)
    ]
    rows += [[f"DD-{n}", "Hỗ trợ", None, "Định danh điện tử", date(2023, n, 18), district] for n in range(2, 7)]
    trained = (date(2023, 4, 6), date(2023, 5, 11))
    rows += [
        [f"TH-{n}", "Tập huấn", "Hội nghị", "Chuyển đổi số", day, "Hội trường UBND huyện"]
        for n, day in enumerate(trained, start=1)
    ]
    return rows


def _models() -> list[list[Cell]]:
    names = ("“TTHC không hẹn”", "“Người dân không viết”", "“Ngày thứ Năm không hẹn”")
    return [[f"MHH-{n}", name, date(2022, 3, 7), None, None] for n, name in enumerate(names, start=1)]


def _reviews() -> list[list[Cell]]:
    """Reviewed all, and nothing proposed to be cut; whether the contents were complete nobody noted."""
    names = ("Hộ tịch", "Đất đai", "Hộ kinh doanh", "Hoạt động xây dựng")
    return [[2023, name, "Kế hoạch 16/UBND", "Có", "Có", None] for name in names]


def _rounds() -> list[list[Cell]]:
    names = [committee(name) for code, name in communes() if code != COMMUNE][:6]
    days = between(date(2023, 4, 3), date(2023, 6, 30))[::10][:6]
    return [
        [name, day, day if n < ROUNDS_HELD else None] for n, (name, day) in enumerate(zip(names, days, strict=True))
    ]


def _teams() -> list[list[Cell]]:
    names = [name for _, name in communes()]
    return [
        [f"Tổ {n // len(names) + 1:02} - {names[n % len(names)]}", date(2022, 9, 1 + n % 28), 5 + n % 4]
        for n in range(TEAMS)
    ]


def archives() -> Sheet:
    """Residence dossiers that the district's police settled: some of every kind handed over too late."""
    random = chance("archives of the district")
    rows: list[list[Cell]] = []
    for n, day in enumerate(sorted(random.choices(between(date(2023, 1, 9), date(2023, 6, 30)), k=48)), start=1):
        kind = ("Thường trú", "Tạm trú")[n % 2]
        waited = 9 if n % 8 < 2 else 3
        rows.append([POLICE, f"CT-{n:03}", kind, day, day + timedelta(days=waited)])
    heads = ("Mã đơn vị", "Mã hồ sơ", "Loại đăng ký cư trú", "Ngày giải quyết", "Ngày nộp tàng thư")
    return Sheet("Tàng thư", heads, rows, ("NỘP HỒ SƠ CƯ TRÚ VÀO TÀNG THƯ",))


def _letters() -> list[list[Cell]]:
    """One of the year before, none since."""
    return [["TH-01", "Thư chúc mừng", date(2022, 11, 18)]]
