"""The district's people and money: positions, quotas, staff, training, recruitment, tasks, index, income."""

from datetime import date

from tools.example_cao_lanh.books import Cell, Sheet
from tools.example_cao_lanh.people import people
from tools.example_cao_lanh.units import DISTRICT, SCHOOLS

POSITIONS = ("Chức danh", "Là lãnh đạo", "Số người theo quy định", "Số người hiện có", "Tính đến ngày")
STAFF = ("Họ và tên", "Đối tượng", "Chức vụ", "Số quyết định", "Từ ngày", "Hồ sơ đã đồng bộ", "Ngày bồi dưỡng")
LEADERS = (
    *("Chủ tịch UBND huyện", "Phó Chủ tịch UBND huyện", "Chánh Văn phòng HĐND và UBND huyện", "Trưởng phòng Nội vụ"),
    *("Phó Trưởng phòng Nội vụ", "Trưởng phòng Tư pháp", "Phó Trưởng phòng Tư pháp"),
    *("Trưởng phòng Tài chính - Kế hoạch", "Trưởng phòng Tài nguyên và Môi trường"),
    *("Phó Trưởng phòng Tài nguyên và Môi trường", "Trưởng phòng Kinh tế và Hạ tầng"),
    "Phó Trưởng phòng Kinh tế và Hạ tầng",
)
VACANT = ("Phó Trưởng phòng Tư pháp", "Phó Trưởng phòng Kinh tế và Hạ tầng")
AT_DESK, UNTRAINED, ALL_STAFF = 6, 2, 58


def sheets() -> list[Sheet]:
    return [
        Sheet("Chức danh", POSITIONS, _positions(), ("VỊ TRÍ VIỆC LÀM LÃNH ĐẠO, QUẢN LÝ",)),
        Sheet("Biên chế", ("Năm", "Loại biên chế", "Biên chế được giao", "Biên chế có mặt"), _quotas()),
        Sheet("Nhân sự", STAFF, _staff(), ("DANH SÁCH CÁN BỘ, CÔNG CHỨC, VIÊN CHỨC",)),
        Sheet(
            "Tinh giản", ("Họ và tên", "Đối tượng", "Ngày quyết định tinh giản"), _reduced(), ("TINH GIẢN BIÊN CHẾ",)
        ),
        Sheet("Đào tạo", ("Năm", "Nội dung đào tạo", "Số người theo kế hoạch", "Số người đã học"), _courses()),
        Sheet(
            "Tuyển dụng",
            (
                "Năm",
                "Nhóm vị trí tuyển dụng",
                "Chỉ tiêu tuyển dụng",
                "Ngày ban hành kế hoạch tuyển dụng",
                "Số đã tuyển",
            ),
            _recruited(),
        ),
        Sheet(
            "Nhiệm vụ",
            ("Mã nhiệm vụ", "Người thực hiện", "Ngày giao", "Hạn hoàn thành", "Ngày hoàn thành"),
            _tasks(),
            ("NHIỆM VỤ ĐƯỢC GIAO",),
        ),
        Sheet(
            "Chỉ số",
            ("Bộ chỉ số", "Năm", "Tiêu chí", "Điểm tối đa", "Điểm đạt"),
            _index(),
            ("BẢNG ĐIỂM CHỈ SỐ CẢI CÁCH HÀNH CHÍNH",),
        ),
    ]


def _positions() -> list[list[Cell]]:
    day = date(2023, 7, 20)
    return [[title, "Có", 1, 0 if title in VACANT else 1, day] for title in LEADERS]


def _quotas() -> list[list[Cell]]:
    return [[2023, "Công chức", 92, 90], [2023, "Viên chức", 1950, 1921]]


def _staff() -> list[list[Cell]]:
    """Those at the desk were trained in 2022, but for two."""
    names = people("staff of the district")
    rows: list[list[Cell]] = []
    for n in range(ALL_STAFF):
        role = "Công chức một cửa" if n < AT_DESK else "Lãnh đạo" if n < AT_DESK + 10 else "Chuyên viên"
        trained = date(2022, 8, 16) if UNTRAINED <= n < AT_DESK else None
        kind = "Viên chức" if n % 5 == 4 and n >= AT_DESK + 10 else "Công chức"
        rows.append([next(names), kind, role, f"{100 + n}/QĐ-UBND", date(2019 + n % 4, 3, 1), "Có", trained])
    return rows


def _reduced() -> list[list[Cell]]:
    names = people("reductions")
    days = (date(2023, 2, 1), date(2023, 3, 1), date(2023, 3, 1), date(2023, 5, 4), date(2023, 6, 1), date(2023, 6, 1))
    return [[next(names), "Công chức" if n == 2 else "Viên chức", day] for n, day in enumerate(days)]


def _courses() -> list[list[Cell]]:
    return [
        [2022, "Bồi dưỡng quản lý nhà nước ngạch chuyên viên", 40, 31],
        [2022, "Bồi dưỡng kỹ năng lãnh đạo cấp phòng", 12, 12],
        [2023, "Bồi dưỡng chuyển đổi số", 30, 74],
        [2023, "Bồi dưỡng kiến thức quốc phòng và an ninh", 25, 25],
    ]


def _recruited() -> list[list[Cell]]:
    return [
        [2022, "Công chức", 3, date(2022, 3, 10), 3],
        [2022, "Giáo viên", 40, date(2022, 4, 12), 22],
        [2023, "Công chức", 4, date(2023, 3, 7), None],
        [2023, "Viên chức", 10, date(2023, 3, 21), None],
        [2023, "Giáo viên", 35, None, None],
    ]


def _tasks() -> list[list[Cell]]:
    """Ten done in time, two past their day."""
    names = [name for _, name in zip(range(4), people("tasks"), strict=False)]
    rows: list[list[Cell]] = [
        [f"NV-H{n:02}", names[n % 4], date(2023, 1 + n % 5, 6), date(2023, 2 + n % 5, 6), date(2023, 2 + n % 5, 3)]
        for n in range(1, 11)
    ]
    rows.append(["NV-H11", names[0], date(2023, 4, 10), date(2023, 5, 15), None])
    rows.append(["NV-H12", names[1], date(2023, 5, 8), date(2023, 6, 30), None])
    return rows


def _index() -> list[list[Cell]]:
    scores = {
        "Công tác chỉ đạo, điều hành": (10, 9.1),
        "Cải cách thể chế": (10, 8.9),
        "Cải cách thủ tục hành chính": (15, 11.2),
        "Cải cách tổ chức bộ máy": (10, 9.0),
        "Cải cách chế độ công vụ": (15, 12.9),
        "Cải cách tài chính công": (10, 8.4),
        "Xây dựng Chính quyền điện tử, Chính quyền số": (15, 9.6),
    }
    return [["Chỉ số cải cách hành chính", 2022, name, top, got] for name, (top, got) in scores.items()]


def income() -> Sheet:
    """Two of the schools could pay nothing."""
    rows: list[list[Cell]] = [[DISTRICT, 2022, 412_000_000]]
    for n, code in enumerate(SCHOOLS):
        rows.append([code, 2022, 0 if n in (0, 3) else 60_000_000 + n * 7_500_000])
    return Sheet("Thu nhập tăng thêm", ("Mã đơn vị", "Năm", "Thu nhập tăng thêm đã chi"), rows)
