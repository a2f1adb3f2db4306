"""The files of the district, and those of the delegation."""

from datetime import date

from tools.example_cao_lanh import office
from tools.example_cao_lanh import procedures as p
from tools.example_cao_lanh.books import Cell, Sheet
from tools.example_cao_lanh.district import results, staff, yearly
from tools.example_cao_lanh.district.dossiers import one_stop_sheet
from tools.example_cao_lanh.dossiers import Dossier
from tools.example_cao_lanh.procedures import offered
from tools.example_cao_lanh.record import Record
from tools.example_cao_lanh.units import COMMUNE, DISTRICT, committee, communes

ISSUED, SIGNED, BY_BOTH, SECRET = 1250, 645, 630, 11
OUTSIDE = 3  # procedures not taken in at the one-stop desk
DRAWN, KEPT = 30, 7
SECURITY = ("Mã đơn vị", "Hệ thống thông tin", "Cấp độ", "Ngày hoàn thành", "Ngày trình phê duyệt")


def records(everyone: list[Dossier]) -> list[Record]:
    own = offered("Huyện")
    return [
        Record("ho-so-mot-cua.csv", [one_stop_sheet(everyone)]),
        Record("phieu.xlsx", [results.slips(everyone)]),
        Record("qua-trinh-xu-ly.xlsx", [results.steps(everyone)]),
        Record("thanh-phan-ho-so.csv", [results.papers(everyone)], "utf-8", ","),
        Record("ket-qua-so-hoa.xlsx", [results.results(everyone)]),
        Record("thu-phi.csv", [results.payments(everyone)], "utf-8", ","),
        Record("phan-anh.xlsx", [results.feedback(everyone)]),
        Record("cu-tru.xlsx", [results.look_ups(everyone)]),
        Record("van-ban-di.xlsx", [office.documents("documents of 873", ISSUED, SIGNED, BY_BOTH, SECRET)]),
        Record("niem-yet.xlsx", [office.offered(own, OUTSIDE), office.posted(own)]),
        Record("thiet-bi.xlsx", [office.devices("HCL", 180, weak=14, bare=8, at_desk=8), _security()]),
        Record("tang-thu.csv", [yearly.archives()]),
        Record("cai-cach-hanh-chinh-2023.xlsx", yearly.sheets()),
        Record("to-chuc-can-bo.xlsx", staff.sheets()),
        Record("tai-chinh.csv", [staff.income()]),
    ]


def _security() -> Sheet:
    """The office's network and those of the communes; the inspected commune keeps its own file."""
    done, sent = date(2023, 4, 18), date(2023, 5, 9)
    rows: list[list[Cell]] = [[DISTRICT, "Mạng LAN Văn phòng HĐND và UBND huyện", 2, done, sent]]
    rows += [[code, f"Mạng LAN {committee(name)}", 1, done, sent] for code, name in communes() if code != COMMUNE]
    return Sheet("An toàn thông tin", SECURITY, rows)


def delegation(commune: list[Dossier]) -> list[Record]:
    """What the delegation noted itself: dossiers it drew and looked at on paper, what it saw at the desk."""
    contracts = [d for d in commune if d.procedure is p.CONTRACTS][::2][:DRAWN]
    drawn: list[list[Cell]] = [["M-BT-01", COMMUNE, d.code, date(2023, 7, 19), 20230719] for d in contracts]
    seen: list[list[Cell]] = [
        ["M-BT-01", d.code, "Giữ bản chính", "Có" if n % 4 == 1 and n // 4 < KEPT else "Không", None]
        for n, d in enumerate(contracts)
    ]
    desk: list[list[Cell]] = [[DISTRICT, name, "Đạt", date(2023, 7, 25)] for name in ("Bảng tên", "Bảng tên lĩnh vực")]
    return [
        Record(
            "mau-ho-so.xlsx",
            [
                Sheet("Mẫu hồ sơ", ("Mã mẫu", "Mã đơn vị", "Mã hồ sơ", "Ngày rút mẫu", "Số gieo"), drawn),
                Sheet("Kiểm tra hồ sơ giấy", ("Mã mẫu", "Mã hồ sơ", "Nội dung kiểm tra", "Kết luận", "Ghi chú"), seen),
            ],
        ),
        Record(
            "quan-sat.csv",
            [Sheet("Quan sát", ("Mã đơn vị", "Nội dung quan sát", "Đạt yêu cầu", "Ngày quan sát"), desk)],
        ),
    ]
