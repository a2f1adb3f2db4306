"""What repairs or removes the cause of each id of the commune, in its spreadsheets."""

from datetime import date

from tests.examples.causes import enter_in_book, give_forms, keep_linked_book
from tests.examples.repair import DIGITISED, SCANNED, SUBMITTED, Repair, duties, late, repair, same
from tests.examples.sheets import FILLED, Change

X, T = "xa-binh-thanh/", "doan-kiem-tra/"
XY = f"{X}cai-cach-hanh-chinh-2023.xlsx"
ON = date(2023, 2, 20)
QR = [
    {"Mã TTHC": "2.000815", "Nơi niêm yết": place, "Ngày niêm yết": ON, "Niêm yết đầy đủ": "Đủ", "Mã QR": "Có"}
    for place in ("Chợ", "Ấp")
]

COMMUNE: dict[str, Repair] = {
    "X1a1": repair(late(XY, "NV-01", "NV-02"), appears="30127/limitation/CDDH-001 30127/recommendation/reform_plans"),
    "X1a2": repair(
        duties(XY, "NV-03", delete=True),
        Change(XY, "Hoạt động", where={"Loại hoạt động": "Đối thoại"}, delete=True),
        appears="30127/limitation/CDDH-002 30127/recommendation/dialogue",
    ),
    "X1a3": repair(
        Change(XY, "Hoạt động", where={"Chủ đề": "Cải cách hành chính"}, delete=True),
        appears="30127/limitation/CDDH-003 30127/recommendation/communication",
    ),
    "X1a4": repair(
        Change(XY, "Mô hình", where={"Mã mô hình": FILLED}, delete=True),
        appears="30127/limitation/CDDH-005 30127/recommendation/models",
    ),
    "X1b1": repair(duties(XY, "NV-04", set={"Ngày ban hành": date(2021, 12, 20)})),
    "X1b2": repair(Change(XY, "Nội dung báo cáo", set={"Có trong báo cáo": "Có"})),
    "X1c2": repair(Change(f"{X}niem-yet.xlsx", "Niêm yết", add=QR)),
    "X1c3": repair(
        Change(
            XY,
            "Lĩnh vực kế hoạch",
            where={
                "Lĩnh vực": (
                    "Xây dựng và nâng cao chất lượng đội ngũ cán bộ, công chức",
                    "Hiện đại hóa hành chính",
                    "Áp dụng hệ thống quản lý chất lượng ISO",
                )
            },
            delete=True,
        )
    ),
    "X2a1": repair(
        duties(XY, "NV-05", "NV-06", delete=True),
        Change(XY, "Đầu mối", where={"Vai trò": "Lãnh đạo đầu mối"}, delete=True),
        appears="30127/limitation/TTHC-002 30127/recommendation/control_focal_points",
    ),
    "X2a2": repair(
        Change(f"{X}niem-yet.xlsx", "Niêm yết", set={"Niêm yết đầy đủ": "Thiếu"}, first=5),
        Change(f"{X}ho-so-mot-cua.xlsx", set={"Ngày hẹn trả": None}),
    ),
    "X2a3": repair(
        Change(f"{X}cu-tru.ods", "Tra cứu cư trú", where={"Mã hồ sơ": FILLED}, delete=True),
        Change(XY, "Hoạt động", where={"Chủ đề": "Khai thác dữ liệu cư trú"}, delete=True),
        appears="30127/limitation/TTHC-038 30127/recommendation/residence_ways",
    ),
    "X2b1": repair(
        Change(
            f"{X}thu-phi.xlsx",
            where={"Nội dung thu": "Thuế sử dụng đất phi nông nghiệp"},
            set={"Hình thức thanh toán": "Cổng DVCQG"},
            first=210,
        ),
        appears="30127/strength/TTHC-004",
    ),
    "X2b2": repair(
        Change(XY, "Rà soát", set={"Đã rà soát": "Có", "Đủ nội dung": "Có", "Đề xuất": "Rút ngắn thời gian"}),
        appears="30127/strength/TTHC-005",
    ),
    "X2b3": repair(Change(f"{T}mau-ho-so.xlsx", "Kiểm tra hồ sơ giấy", set={"Kết luận": "Không"})),
    "X2b4": repair(
        Change(f"{X}niem-yet.xlsx", "Niêm yết", where={"Mã TTHC": "1.001776"}, set={"Niêm yết đầy đủ": "Đủ"})
    ),
    "X2b5": repair(enter_in_book),
    "X2b6": repair(Change(f"{X}phieu.xlsx", where={"Số dòng thành phần": ("0", "0.0")}, set={"Số dòng thành phần": 2})),
    "X2b7": repair(keep_linked_book),
    "X2b8": repair(give_forms),
    "X2b9": repair(
        Change(f"{X}ket-qua-so-hoa.xlsx", where={"Ngày số hóa": ""}, set=DIGITISED),
        Change(f"{X}thanh-phan-ho-so.xlsx", set=SCANNED),
        appears="30127/strength/TTHC-016 30127/strength/TTHC-017",
    ),
    "X2b10": repair(Change(f"{X}ket-qua-so-hoa.xlsx", where={"Ngày số hóa": FILLED}, set=DIGITISED)),
    "X2c4": repair(
        Change(f"{X}ho-so-mot-cua.xlsx", where={"Trường hợp đặc biệt": "Có"}, set={"Số người làm chứng": 2})
    ),
    "X2c5": repair(
        Change(
            XY,
            "Hòa giải",
            set={
                "Số quyết định thành lập hội đồng": lambda row: f"{row['Số vụ việc']}/QĐ-UBND",
                "Ngày quyết định thành lập hội đồng": same("Ngày nhận đơn"),
            },
        )
    ),
    "X2c6": repair(Change(f"{X}cu-tru.ods", "Tàng thư", set={"Ngày nộp tàng thư": same("Ngày giải quyết")})),
    "X3a1": repair(duties(XY, "NV-07", "NV-08", "NV-09", delete=True)),
    "X3b0": repair(
        late(XY, "NV-08"),
        appears="30127/limitation/TCC-001 30127/recommendation/finance_duties",
    ),
    "X4a1": repair(
        Change(f"{X}van-ban-di.csv", set={"Chữ ký số cá nhân": "Chưa ký", "Chữ ký số cơ quan": "Chưa ký"}),
        appears="30127/limitation/CQS-001 30127/limitation/CQS-002 30127/recommendation/signing",
    ),
    "X4a2": repair(Change(f"{X}thiet-bi.xlsx", "An toàn thông tin", where={"Cấp độ": FILLED}, delete=True)),
    "X4a3": repair(
        Change(
            f"{X}ho-so-mot-cua.xlsx",
            where={"Hình thức nộp": "Trực tuyến"},
            set={"Hình thức nộp": "Trực tiếp", "Tài khoản nộp": None},
            first=120,
        )
    ),
    "X4b1": repair(
        Change(
            f"{X}thu-phi.xlsx",
            where={"Mã hồ sơ": FILLED, "Hình thức thanh toán": "Tiền mặt"},
            set={"Hình thức thanh toán": "Cổng DVCQG"},
            first=140,
        ),
        appears="30127/strength/CQS-005",
    ),
    "X4b2": repair(Change(XY, "Báo cáo", where={"Ngày nộp": ""}, set=SUBMITTED), appears="30127/strength/CQS-006"),
    "X4c2": repair(
        Change(
            f"{X}thiet-bi.xlsx", "Thiết bị", set={"Đạt cấu hình tối thiểu": "Có", "Phòng chống mã độc tập trung": "Có"}
        )
    ),
}
COMMUNE |= {
    "X2c1": COMMUNE["X2b1"],
    "X4c1": COMMUNE["X4b2"],
    "X4c3": COMMUNE["X4b1"],
    "X2c2": repair(
        *COMMUNE["X2b10"].steps, *COMMUNE["X2b9"].steps, appears="30127/strength/TTHC-016 30127/strength/TTHC-017"
    ),
    "X2c3": repair(
        *COMMUNE["X2b4"].steps,
        Change(f"{X}so-theo-doi-mau-06.xls", where={"Mã hồ sơ": ""}, delete=True),
    ),
}
