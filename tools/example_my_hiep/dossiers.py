"""A dossier of the commune, the real procedures it may ask for, and how codes are given."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

AGENCY = "H20.99.12"  # invented: the sub-codes of the province are not published
OLD_AGENCY = "H20.99.07"  # of a commune that went into this one on 1 July 2025
CERTIFY, CIVIL, LAND, RESIDENCE = "Chứng thực", "Hộ tịch", "Đất đai", "Đăng ký, quản lý cư trú"
DAY_END = time(17, 0)


@dataclass(frozen=True)
class Procedure:
    """As the national portal published it in 2026; `term` in working days, none where the result is given at once."""

    code: str
    name: str
    domain: str
    term: int | None
    fee: int = 0
    result: str = ""


COPIES = Procedure(
    "2.000815", "Chứng thực bản sao từ bản chính giấy tờ, văn bản", CERTIFY, None, 4_000, "Bản sao chứng thực"
)
CONTRACTS = Procedure(
    "2.001035",
    "Chứng thực giao dịch liên quan đến tài sản là động sản, quyền sử dụng đất, nhà ở",
    CERTIFY,
    None,
    50_000,
    "Giao dịch được chứng thực",
)
EXTRACTS = Procedure(
    "2.000635", "Cấp bản sao Trích lục hộ tịch, bản sao Giấy khai sinh", CIVIL, None, 8_000, "Bản sao trích lục"
)
GUARDIANS = Procedure("1.004837", "Thủ tục đăng ký giám hộ", CIVIL, 3, 0, "Trích lục đăng ký giám hộ")
BIRTH_AGAIN = Procedure("1.004884", "Thủ tục đăng ký lại khai sinh", CIVIL, 5, 0, "Giấy khai sinh")
TEMPORARY = Procedure("1.004194", "Đăng ký tạm trú", RESIDENCE, 3, 7_000, "Thông báo kết quả đăng ký tạm trú")
PERMANENT = Procedure("1.004222", "Đăng ký thường trú", RESIDENCE, 7, 10_000, "Thông báo kết quả đăng ký thường trú")
SPLIT = Procedure("1.010038", "Tách hộ", RESIDENCE, 5, 0, "Thông báo kết quả tách hộ")
CONFIRMED = Procedure("1.010041", "Xác nhận thông tin về cư trú", RESIDENCE, 3, 0, "Xác nhận thông tin về cư trú")
CORRECTED = Procedure(
    "1.012796", "Đính chính Giấy chứng nhận đã cấp lần đầu có sai sót", LAND, 8, 0, "Giấy chứng nhận đã đính chính"
)
AREA = Procedure(
    "1.012817",
    "Xác định lại diện tích đất ở của hộ gia đình, cá nhân",
    LAND,
    30,
    0,
    "Giấy chứng nhận quyền sử dụng đất",
)
TAKEN_BACK = Procedure(
    "1.012818", "Thu hồi Giấy chứng nhận đã cấp lần đầu không đúng quy định", LAND, 35, 0, "Quyết định thu hồi"
)


@dataclass(frozen=True)
class Apology:
    on: date
    new_due: date


@dataclass(frozen=True)
class Dossier:
    """`handed`, `synced`, `archived` are as prompt as can be where they are not given."""

    procedure: Procedure
    received: datetime
    due: datetime
    finished: datetime | None
    online: bool = False
    first_due: date | None = None
    handed: datetime | None = None
    synced: datetime | None = None
    archived: date | None = None
    supplements: tuple[date, ...] = ()
    requests: int = 0  # those before the day the slips begin
    apology: Apology | None = None
    stopped: date | None = None
    agency: str = AGENCY
    applicant: str = ""
    code: str = ""

    @property
    def status(self) -> str:
        if self.stopped:
            return "Dừng giải quyết"
        return "Đã trả kết quả" if self.finished else "Đang xử lý"

    @property
    def handed_over(self) -> datetime:
        return self.handed or self.received + timedelta(minutes=20)

    @property
    def supplement_requests(self) -> int:
        return self.requests + len(self.supplements)


def coded(dossiers: Iterable[Dossier], names: Iterable[str]) -> list[Dossier]:
    """In order of reception, each with an applicant and a code: agency, day, number of the day."""
    numbers: dict[tuple[str, date], int] = {}
    out = []
    for dossier, name in zip(sorted(dossiers, key=lambda d: d.received), names, strict=False):
        key = dossier.agency, dossier.received.date()
        numbers[key] = numbers.get(key, 0) + 1
        out.append(replace(dossier, applicant=name, code=f"{key[0]}-{key[1]:%y%m%d}-{numbers[key]:04}"))
    return out


def at(day: str, clock: str = "09:00") -> datetime:
    """A moment of "8/1/2026" in Vietnam."""
    return datetime.strptime(f"{day} {clock}", "%d/%m/%Y %H:%M")  # noqa: DTZ007 - cells carry no zone


def end_of(day: str) -> datetime:
    return datetime.combine(at(day).date(), DAY_END)


def on(day: str) -> date:
    return at(day).date()
