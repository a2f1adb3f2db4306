"""The province's list of units: the district with its departments, its communes, police and schools."""

from datetime import date

from motcua.evidence.units import administrative_units
from tools.example_cao_lanh.books import Cell, Sheet

DISTRICT, COMMUNE = "873", "30127"
SINCE = date(2021, 1, 1)
HEADS = ("Mã đơn vị", "Tên đơn vị", "Cấp", "Loại đơn vị", "Đơn vị cấp trên", "Mã định danh", "Thành lập từ ngày")
OFFICE, HOME_AFFAIRS, POLICE = "873.VP", "873.NV", "873.CA"
DEPARTMENTS = {
    OFFICE: "Văn phòng HĐND và UBND huyện Cao Lãnh",
    HOME_AFFAIRS: "Phòng Nội vụ huyện Cao Lãnh",
    "873.TP": "Phòng Tư pháp huyện Cao Lãnh",
    "873.TCKH": "Phòng Tài chính - Kế hoạch huyện Cao Lãnh",
    "873.TNMT": "Phòng Tài nguyên và Môi trường huyện Cao Lãnh",
    "873.KTHT": "Phòng Kinh tế và Hạ tầng huyện Cao Lãnh",
}
SCHOOLS = {
    "873.T01": "Trường Mầm non Hoa Mai",
    "873.T02": "Trường Mầm non Hướng Dương",
    "873.T03": "Trường Tiểu học Bình Minh",
    "873.T04": "Trường Tiểu học Kim Đồng",
    "873.T05": "Trường Trung học cơ sở Phù Sa",
}
AGENCY = {DISTRICT: "H20.17", COMMUNE: "H20.17.18"}


def communes() -> list[tuple[str, str]]:
    """Codes and names of the district's communes and town."""
    return [(u.code, u.name) for u in administrative_units("three-level") if u.parent == DISTRICT]


def committee(name: str) -> str:
    """`Xã Bình Thạnh` → `UBND xã Bình Thạnh`."""
    return f"UBND {name[0].lower()}{name[1:]}"


def police_of(code: str) -> str:
    return f"{code}.CA"


def units() -> Sheet:
    rows: list[list[Cell]] = [
        ["87", "UBND tỉnh Đồng Tháp", "Tỉnh", "UBND", None, "H20", SINCE],
        [DISTRICT, "UBND huyện Cao Lãnh", "Huyện", "UBND", "87", AGENCY[DISTRICT], SINCE],
        ["873.MC", "Bộ phận Một cửa huyện Cao Lãnh", "Huyện", "Một cửa", DISTRICT, None, SINCE],
        [POLICE, "Công an huyện Cao Lãnh", "Huyện", "Công an", DISTRICT, None, SINCE],
    ]
    rows += [[code, name, "Huyện", "Phòng", DISTRICT, None, SINCE] for code, name in DEPARTMENTS.items()]
    rows += [[code, name, "Huyện", "Trường học", DISTRICT, None, SINCE] for code, name in SCHOOLS.items()]
    for number, (code, name) in enumerate(communes(), start=1):
        own = f"Công an {name[0].lower()}{name[1:]}"
        rows.append([code, committee(name), "Xã", "UBND", DISTRICT, f"H20.17.{number:02}", SINCE])
        rows.append([police_of(code), own, "Xã", "Công an", code, None, SINCE])
    return Sheet("Danh sách đơn vị", HEADS, rows)
