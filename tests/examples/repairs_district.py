"""What repairs or removes the cause of each id of the district, in its spreadsheets."""

from datetime import date

from tests.examples.causes import apologise, issue_when_closed, letter_sent
from tests.examples.repair import DIGITISED, SCANNED, SUBMITTED, Repair, duties, repair, same, together, year
from tests.examples.sheets import FILLED, Change, Row
from tools.example_cao_lanh.books import Cell

H, T = "huyen-cao-lanh/", "doan-kiem-tra/"
HY, HS = f"{H}cai-cach-hanh-chinh-2023.xlsx", f"{H}to-chuc-can-bo.xlsx"
ON = date(2023, 2, 20)
SOUND = ("Đất đai", "Căn cước công dân", "Hộ tịch", "Thi đua - khen thưởng")
NEWS: list[dict[str, Cell]] = [
    {
        "Mã hoạt động": f"TB-0{n}",
        "Loại hoạt động": "Tin bài",
        "Hình thức": "Trang thông tin điện tử",
        "Chủ đề": "Cải cách hành chính",
        "Ngày tổ chức": date(2023, n, 15),
    }
    for n in range(1, 7)
]


def account(row: Row) -> Cell:
    """An account of one's own."""
    return f"dvc.{row['Mã hồ sơ']}"


DISTRICT: dict[str, Repair] = {
    "H1a1": repair(duties(HY, "H-01", "H-02", "H-03", "H-04", delete=True)),
    "H1a2": repair(
        Change(HY, "Mô hình", where={"Mã mô hình": FILLED}, delete=True),
        appears="873/limitation/CDDH-005 873/recommendation/models",
    ),
    "H1b1": repair(
        Change(HY, "Hoạt động", add=NEWS),
        appears="873/strength/CDDH-004",
    ),
    "H1c2": repair(duties(HY, "H-16", "H-17", set={"Ngày ban hành": same("Hạn thực hiện")})),
    "H1c3": repair(Change(HY, "Mô hình", set={"Ngày đánh giá": date(2023, 6, 12)})),
    "H1c4": repair(Change(HY, "Kiểm tra", set={"Ngày kiểm tra": same("Ngày theo kế hoạch")})),
    "H2a1": repair(
        duties(HY, "H-05", "H-06", delete=True),
        Change(HY, "Đầu mối", where={"Vai trò": "Lãnh đạo đầu mối"}, delete=True),
        appears="873/limitation/TTHC-002 873/recommendation/control_focal_points",
    ),
    "H2a2": repair(
        Change(f"{H}niem-yet.xlsx", "Niêm yết", set={"Niêm yết đầy đủ": "Thiếu"}, first=4),
        Change(f"{T}quan-sat.csv", where={"Nội dung quan sát": FILLED}, delete=True),
        appears="873/limitation/TTHC-003 873/recommendation/posting",
    ),
    "H2a3": repair(
        Change(f"{H}ho-so-mot-cua.csv", where={"Lĩnh vực": SOUND}, set={"Ngày hẹn trả": None}),
        Change(f"{H}cu-tru.xlsx", where={"Mã hồ sơ": FILLED}, delete=True),
    ),
    "H2a4": repair(
        Change(HY, "Hoạt động", where={"Chủ đề": ("Khai thác dữ liệu cư trú", "Định danh điện tử")}, delete=True),
        appears="873/limitation/TTHC-038 873/limitation/TTHC-039 "
        "873/recommendation/residence_ways 873/recommendation/e_identification",
    ),
    "H2b1": repair(
        Change(
            f"{H}thu-phi.csv",
            where={"Hình thức thanh toán": "Tiền mặt"},
            set={"Hình thức thanh toán": "Cổng DVCQG"},
            first=45,
        ),
        appears="873/strength/TTHC-004",
    ),
    "H2b2": repair(
        Change(
            f"{H}ket-qua-so-hoa.xlsx",
            where={"Ngày chuyển về một cửa": ""},
            set={"Ngày chuyển về một cửa": same("Ngày cấp")},
        )
    ),
    "H2b3": repair(
        Change(
            f"{H}ho-so-mot-cua.csv",
            where={"Nơi trả kết quả": "Phòng Nội vụ huyện Cao Lãnh"},
            set={"Nơi trả kết quả": "Bộ phận Một cửa huyện Cao Lãnh"},
        )
    ),
    "H2b4": repair(
        Change(
            f"{H}ho-so-mot-cua.csv",
            where={"Lĩnh vực": ("Hoạt động xây dựng", "Hộ kinh doanh"), "Ngày xử lý xong": FILLED},
            set={"Ngày hẹn trả": same("Ngày xử lý xong")},
        ),
        Change(
            f"{H}ho-so-mot-cua.csv",
            where={"Lĩnh vực": "Hoạt động xây dựng", "Ngày xử lý xong": ""},
            set={"Ngày hẹn trả": "15/08/2023 17:00"},
        ),
    ),
    "H2b5": repair(issue_when_closed),
    "H2b6": repair(
        Change(
            f"{H}ho-so-mot-cua.csv",
            where={"Đối tượng nộp": "Nhân viên bưu điện"},
            set={"Đối tượng nộp": "Cá nhân", "Tài khoản nộp": account},
        )
    ),
    "H2b7": repair(
        *(
            Change(f"{H}ket-qua-so-hoa.xlsx", where={"Mã TTHC": code, **variant}, set=DIGITISED, first=1)
            for code, variant in (
                ("1.001612", {}),
                ("2.000806", {}),
                ("2.000748", {"Trường hợp": "thay đổi, cải chính hộ tịch cho người từ đủ 14 tuổi trở lên"}),
                ("2.000748", {"Trường hợp": "bổ sung thông tin hộ tịch, xác định lại dân tộc"}),
            )
        )
    ),
    "H2b8": repair(
        Change(
            f"{H}ket-qua-so-hoa.xlsx",
            where={"Mã TTHC": ("2.000720", "2.000528", "1.003003", "1.013225")},
            set=DIGITISED,
        ),
        Change(f"{H}thanh-phan-ho-so.csv", set=SCANNED),
        appears="873/strength/TTHC-016 873/strength/TTHC-017",
    ),
    "H2c1": repair(
        Change(f"{H}niem-yet.xlsx", "Thủ tục thực hiện", set={"Một cửa": "Có"}),
        Change(HY, "Rà soát", set={"Đề xuất": "Rút ngắn thời gian giải quyết"}),
        letter_sent,
    ),
    "H2c5": repair(Change(f"{H}tang-thu.csv", set={"Ngày nộp tàng thư": same("Ngày giải quyết")})),
    "H3a1": repair(duties(HY, "H-13", delete=True)),
    "H3a2": repair(
        Change(HS, "Biên chế", where={"Năm": FILLED}, delete=True),
        Change(HS, "Tinh giản", where={"Đối tượng": FILLED}, delete=True),
        appears="873/limitation/TCBM-005 873/recommendation/staff_reduction",
    ),
    "H3a3": repair(
        Change(HS, "Tuyển dụng", where={"Năm": year(2023)}, set={"Ngày ban hành kế hoạch tuyển dụng": None}),
        Change(HS, "Chức danh", set={"Số người hiện có": 0}, first=3),
    ),
    "H3a4": repair(
        Change(HS, "Nhân sự", set={"Hồ sơ đã đồng bộ": "Không"}, first=1),
        appears="873/limitation/CDCV-003 873/recommendation/staff_records",
    ),
    "H3b1": repair(Change(HY, "Nội dung báo cáo", set={"Có trong báo cáo": "Có"})),
    "H3b2": repair(
        Change(
            HS,
            "Tuyển dụng",
            where={"Ngày ban hành kế hoạch tuyển dụng": ""},
            set={"Ngày ban hành kế hoạch tuyển dụng": ON},
        ),
        Change(HS, "Chức danh", set={"Số người hiện có": 1}),
    ),
    "H3b3": repair(
        duties(HY, "H-15", set={"Ngày ban hành": date(2023, 2, 10)}),
        Change(HS, "Đào tạo", where={"Năm": year(2023)}, set={"Số người đã học": same("Số người theo kế hoạch")}),
    ),
    "H3c1": repair(duties(HY, "H-14", set={"Ngày ban hành": date(2023, 6, 8)})),
    "H4a1": repair(duties(HY, "H-07", "H-08", "H-09", delete=True)),
    "H4b1": repair(
        Change(
            f"{H}tai-chinh.csv", where={"Thu nhập tăng thêm đã chi": "0"}, set={"Thu nhập tăng thêm đã chi": 9_000_000}
        ),
        appears="873/recommendation/keep_up_finance",
    ),
    "H5a1": repair(
        duties(HY, "H-10", "H-11", "H-12", delete=True),
        Change(HY, "Tổ công nghệ", where={"Tên tổ": FILLED}, delete=True),
        Change(HY, "Hoạt động", where={"Chủ đề": "Chuyển đổi số"}, delete=True),
        # communes may have teams of their own that no list shows: of those nothing can be said
        appears="873/limitation/CQS-011 873/recommendation/digital_training",
    ),
    "H5a2": repair(
        Change(f"{H}thiet-bi.xlsx", "An toàn thông tin", set={"Ngày trình phê duyệt": None}, first=1),
        Change(
            f"{H}thiet-bi.xlsx",
            "Thiết bị",
            where={"Loại thiết bị": "Máy tính"},
            set={"Phòng chống mã độc tập trung": "Không"},
            first=30,
        ),
        appears="873/limitation/CQS-003 873/limitation/CQS-008 873/recommendation/security_files",
    ),
    "H5b1": repair(Change(HY, "Báo cáo", where={"Ngày nộp": ""}, set=SUBMITTED), appears="873/strength/CQS-006"),
    "H5b2": repair(
        Change(f"{H}van-ban-di.xlsx", set={"Chữ ký số cá nhân": "Hợp lệ", "Chữ ký số cơ quan": "Hợp lệ"}),
        appears="873/strength/CQS-001 873/strength/CQS-002",
    ),
    "H5c2": repair(Change(f"{H}thiet-bi.xlsx", "Thiết bị", set={"Đạt cấu hình tối thiểu": "Có"})),
}


DISTRICT |= {
    "H2c2": together(DISTRICT, "H2b2", "H2b3", "H2b4", "H2b5", extra=[apologise]),
    "H1c5": DISTRICT["H1b1"],
    "H2c3": DISTRICT["H2b1"],
    "H4c1": DISTRICT["H4b1"],
    "H2c4": together(DISTRICT, "H2b7", "H2b8"),
    "H3c2": DISTRICT["H3b2"],
    "H3c3": together(
        DISTRICT,
        "H3b3",
        extra=[Change(HS, "Đào tạo", set={"Số người đã học": same("Số người theo kế hoạch")})],
    ),
    "H5c1": together(DISTRICT, "H5b1", "H5b2"),
}
