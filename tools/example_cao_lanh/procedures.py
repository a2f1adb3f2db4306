"""The province's list of procedures as far as the two units need it, with the papers that some of them ask for."""

from dataclasses import dataclass
from datetime import date

from motcua.evidence.catalogue import procedures as published
from tools.example_cao_lanh.books import Cell, Sheet

VERSION = "QĐ 1072/2022"
SINCE = date(2022, 9, 15)
CERTIFY, CIVIL, LAND, SOCIAL = "Chứng thực", "Hộ tịch", "Đất đai", "Bảo trợ xã hội"
RESIDENCE, BUSINESS, BUILDING = "Đăng ký, quản lý cư trú", "Hộ kinh doanh", "Hoạt động xây dựng"
HONOURS, IDENTITY = "Thi đua - khen thưởng", "Căn cước công dân"
OTHERS = 20  # procedures that a level offers beside those in the dossiers


@dataclass(frozen=True)
class Procedure:
    """`term` in working days, none where the result is given at once or no term is set."""

    code: str
    name: str
    domain: str
    level: str
    term: int | None = None
    fee: int = 0
    result: str = ""
    papers: tuple[tuple[str, int, int, bool], ...] = ()  # name, originals, copies, the original stays

    @property
    def immediate(self) -> bool:
        return self.term is None and self.domain in (CERTIFY, CIVIL)


FORM = ("Tờ khai theo mẫu", 1, 0, True)
PROOF = ("Giấy tờ làm căn cứ", 0, 1, True)
BOTH = (FORM, PROOF)
LAND_USE_RIGHT = ("Giấy chứng nhận quyền sử dụng đất (đối chiếu)", 0, 1, False)
CONTRACT_DRAFT = ("Dự thảo hợp đồng, giao dịch", 1, 0, True)

COPIES = Procedure("2.000815", "Chứng thực bản sao từ bản chính", CERTIFY, "Xã", None, 6_000, "Bản sao chứng thực")
SIGNATURES = Procedure("2.000884", "Chứng thực chữ ký", CERTIFY, "Xã", None, 10_000, "Văn bản chứng thực chữ ký")
CONTRACTS = Procedure(
    "2.001035",
    "Chứng thực hợp đồng, giao dịch liên quan đến tài sản là động sản, quyền sử dụng đất, nhà ở",
    CERTIFY,
    "Xã",
    2,
    50_000,
    "Hợp đồng đã chứng thực",
    (CONTRACT_DRAFT, LAND_USE_RIGHT),
)
BIRTHS = Procedure("1.001193", "Đăng ký khai sinh", CIVIL, "Xã", result="Giấy khai sinh", papers=BOTH)
DEATHS = Procedure("1.000656", "Đăng ký khai tử", CIVIL, "Xã", result="Trích lục khai tử", papers=BOTH)
MARRIAGES = Procedure("1.000894", "Đăng ký kết hôn", CIVIL, "Xã", result="Giấy chứng nhận kết hôn", papers=BOTH)
EXTRACTS = Procedure("2.000635", "Cấp bản sao trích lục hộ tịch", CIVIL, "Xã", None, 8_000, "Trích lục hộ tịch", BOTH)
SINGLE = Procedure(
    "1.004873",
    "Cấp Giấy xác nhận tình trạng hôn nhân",
    CIVIL,
    "Xã",
    3,
    15_000,
    "Giấy xác nhận tình trạng hôn nhân",
    BOTH,
)
CORRECTIONS = Procedure(
    "1.004859", "Thay đổi, cải chính, bổ sung thông tin hộ tịch", CIVIL, "Xã", 3, 0, "Trích lục cải chính", BOTH
)
ALLOWANCE = Procedure(
    "1.001776",
    "Thực hiện, điều chỉnh, thôi hưởng trợ cấp xã hội hằng tháng, hỗ trợ kinh phí chăm sóc, nuôi dưỡng hằng tháng",
    SOCIAL,
    "Xã",
    7,
    0,
    "Quyết định trợ cấp",
    BOTH,
)
LOST_PAGE = Procedure(
    "1.010416",
    "Niêm yết đối với trường hợp cấp lại Giấy chứng nhận hoặc Trang bổ sung của Giấy chứng nhận bị mất",
    LAND,
    "Xã",
    35,
    0,
    "Biên bản kết thúc niêm yết",
    BOTH,
)
ORIGIN = Procedure(
    "1.010414", "Xác nhận nguồn gốc đất và thời điểm sử dụng đất", LAND, "Xã", result="Phiếu xác nhận nguồn gốc đất"
)
PERMANENT = Procedure("1.004222", "Đăng ký thường trú", RESIDENCE, "Xã", 7, 0, "Thông báo kết quả đăng ký", BOTH)
TEMPORARY = Procedure("1.004194", "Đăng ký tạm trú", RESIDENCE, "Xã", 3, 0, "Thông báo kết quả đăng ký", BOTH)

NEW_BUSINESS = Procedure(
    "1.001612",
    "Đăng ký thành lập hộ kinh doanh",
    BUSINESS,
    "Huyện",
    3,
    100_000,
    "Giấy chứng nhận đăng ký hộ kinh doanh",
    BOTH,
)
BUSINESS_CHANGE = Procedure(
    "2.000720",
    "Đăng ký thay đổi nội dung đăng ký hộ kinh doanh",
    BUSINESS,
    "Huyện",
    3,
    50_000,
    "Giấy chứng nhận đăng ký hộ kinh doanh",
    BOTH,
)
CIVIL_CHANGE = Procedure(
    "2.000748",
    "Thay đổi, cải chính, bổ sung thông tin hộ tịch, xác định lại dân tộc",
    CIVIL,
    "Huyện",
    6,
    25_000,
    "Trích lục hộ tịch",
    BOTH,
)
FOREIGN_MARRIAGE = Procedure(
    "2.000806",
    "Đăng ký kết hôn có yếu tố nước ngoài",
    CIVIL,
    "Huyện",
    15,
    1_000_000,
    "Giấy chứng nhận kết hôn",
    BOTH,
)
FOREIGN_BIRTH = Procedure(
    "2.000528", "Đăng ký khai sinh có yếu tố nước ngoài", CIVIL, "Huyện", None, 50_000, "Giấy khai sinh", BOTH
)
FIRST_LAND = Procedure(
    "1.003003",
    "Đăng ký và cấp Giấy chứng nhận quyền sử dụng đất, quyền sở hữu nhà ở và tài sản gắn liền với đất lần đầu",
    LAND,
    "Huyện",
    20,
    0,
    "Giấy chứng nhận quyền sử dụng đất",
    BOTH,
)
PERMIT = Procedure("1.013225", "Cấp giấy phép xây dựng mới", BUILDING, "Huyện", 15, 75_000, "Giấy phép xây dựng", BOTH)
HONOUR = Procedure(
    "2.000414",
    "Tặng Giấy khen của Chủ tịch UBND cấp huyện về thành tích thực hiện nhiệm vụ chính trị",
    HONOURS,
    "Huyện",
    20,
    0,
    "Quyết định khen thưởng",
)
IDENTITY_CARD = Procedure("", "Cấp thẻ căn cước công dân tại Công an cấp huyện", IDENTITY, "Huyện")

AT_COMMUNE = (
    *(COPIES, SIGNATURES, CONTRACTS, BIRTHS, DEATHS, MARRIAGES, EXTRACTS, SINGLE, CORRECTIONS, ALLOWANCE, LOST_PAGE),
    *(ORIGIN, PERMANENT, TEMPORARY),
)
AT_DISTRICT = (
    *(NEW_BUSINESS, BUSINESS_CHANGE, CIVIL_CHANGE, FOREIGN_MARRIAGE, FOREIGN_BIRTH, FIRST_LAND, PERMIT, HONOUR),
)


def others(level: str) -> list[Procedure]:
    """Further published procedures of a level, by code."""
    taken = {p.code for p in (*AT_COMMUNE, *AT_DISTRICT)}
    word = {"Xã": "commune", "Huyện": "district"}[level]
    found = [
        Procedure(p.code, p.name, p.domain, level)
        for p in published()
        if p.era == "three-level" and p.level == (word,) and p.code and p.domain and p.code not in taken
    ]
    return found[:OTHERS]


def offered(level: str) -> list[Procedure]:
    """What a level offers: the procedures of its dossiers, then others."""
    own = AT_COMMUNE if level == "Xã" else AT_DISTRICT
    return [*own, *others(level)]


def procedure_sheets() -> list[Sheet]:
    heads = (
        *("Mã TTHC", "Quyết định công bố", "Tên thủ tục hành chính", "Lĩnh vực", "Cấp thực hiện", "Áp dụng từ ngày"),
        *("Thời hạn giải quyết", "Đơn vị tính", "Trả kết quả ngay", "Loại kết quả"),
    )
    every = [*offered("Xã"), *offered("Huyện")]
    rows = [_listed(p) for p in every]
    papers: list[list[Cell]] = [
        [p.code, VERSION, number, name, originals, copies, "Có" if kept else "Không"]
        for p in every
        for number, (name, originals, copies, kept) in enumerate(p.papers, start=1)
    ]
    asked = (
        "Mã TTHC",
        "Quyết định công bố",
        "STT thành phần",
        "Tên giấy tờ",
        "Số bản chính",
        "Số bản sao",
        "Lưu bản chính",
    )
    return [
        Sheet("Danh mục thủ tục", heads, rows, ("DANH MỤC THỦ TỤC HÀNH CHÍNH CẤP HUYỆN, CẤP XÃ",)),
        Sheet("Thành phần hồ sơ", asked, papers, ("THÀNH PHẦN HỒ SƠ THEO QUY ĐỊNH",)),
    ]


def _listed(p: Procedure) -> list[Cell]:
    unit = "ngày làm việc" if p.term else None
    at_once = "Có" if p.immediate else "Không"
    return [p.code, VERSION, p.name, p.domain, p.level, SINCE, p.term, unit, at_once, p.result or None]
