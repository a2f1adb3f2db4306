"""The commune's 940 dossiers, 720 of them filed online, and the file its one-stop software exports."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from random import Random

from tools.example_cao_lanh import procedures as p
from tools.example_cao_lanh.books import Sheet
from tools.example_cao_lanh.chance import chance
from tools.example_cao_lanh.dossiers import Dossier, coded, ended, listed, made
from tools.example_cao_lanh.people import people
from tools.example_cao_lanh.units import AGENCY, COMMUNE

WANTED = (
    (p.COPIES, 250),
    (p.SIGNATURES, 60),
    (p.CONTRACTS, 70),
    (p.BIRTHS, 90),
    (p.DEATHS, 40),
    (p.MARRIAGES, 45),
    (p.EXTRACTS, 130),
    (p.SINGLE, 70),
    (p.CORRECTIONS, 14),
    (p.ALLOWANCE, 44),
    (p.LOST_PAGE, 14),
    (p.PERMANENT, 60),
    (p.TEMPORARY, 35),
)
LINKED = 18
ONLINE = 720
SPECIAL = 4  # requesters who cannot sign nor give a fingerprint
FIRST, LAST_TAKEN = date(2023, 1, 3), date(2023, 7, 21)
HEADS = (
    *("Mã hồ sơ", "Mã TTHC", "Tên thủ tục", "Lĩnh vực", "Chủ hồ sơ", "Hình thức nộp", "Tài khoản nộp"),
    *("Ngày tiếp nhận", "Ngày hẹn trả", "Ngày xử lý xong", "Ngày ký kết quả", "Ngày trả kết quả", "Trạng thái"),
    *("Lệ phí", "Mã hồ sơ liên thông", "Trường hợp đặc biệt", "Số người làm chứng"),
)
OVER = {
    "Thời gian": ("Ngày tiếp nhận", "Ngày hẹn trả"),
    "Giải quyết": ("Ngày xử lý xong", "Ngày ký kết quả", "Ngày trả kết quả"),
}
TITLES = (
    "ỦY BAN NHÂN DÂN XÃ BÌNH THẠNH",
    "DANH SÁCH HỒ SƠ MỘT CỬA",
    "Từ ngày 01/01/2023 đến ngày 26/7/2023",
)


def dossiers(sent_down: list[Dossier]) -> list[Dossier]:
    """The commune's own dossiers, and those of land that the district sends down to be confirmed."""
    random = chance(f"dossiers of {COMMUNE}")
    own = _with_special(list(made(random, WANTED, FIRST, LAST_TAKEN, COMMUNE)))
    linked = [_linked(random, dossier) for dossier in sent_down[:LINKED]]
    everyone = coded([*own, *linked], AGENCY[COMMUNE])
    return _with_doors(random, everyone)


def _with_special(own: list[Dossier]) -> list[Dossier]:
    signatures = [d for d in own if d.procedure is p.SIGNATURES][::15][:SPECIAL]
    return [replace(d, special=True) if d in signatures else d for d in own]


def _linked(random: Random, parent: Dossier) -> Dossier:
    """The commune's leg has the code of the district's dossier; it confirms the origin of the land in some days."""
    received = parent.received + timedelta(days=1, minutes=random.randrange(60))
    while received.weekday() > 4:
        received += timedelta(days=1)
    leg = Dossier(parent.code, p.ORIGIN, parent.applicant, received, None, None, parent=parent.code)
    due = received + timedelta(days=10)
    return ended(leg, due, received + timedelta(days=random.choice((1, 2)), minutes=30))


def _with_doors(random: Random, everyone: list[Dossier]) -> list[Dossier]:
    """Exactly so many online; counter dossiers are of every procedure."""
    may = [d.code for d in everyone if not d.parent and d.procedure is not p.LOST_PAGE and not d.special]
    online = set(random.sample(may, ONLINE))
    numbers = iter(random.sample(range(100_000, 999_999), ONLINE))
    return [replace(d, online=True, account=f"dvc.{next(numbers)}") if d.code in online else d for d in everyone]


def one_stop_sheet(everyone: list[Dossier]) -> Sheet:
    """The badly laid out one: titles, headings in two lines, a line of totals."""
    fees = sum(d.procedure.fee for d in everyone)
    total = ["Tổng cộng", f"{len(everyone)} hồ sơ", *[None] * (len(HEADS) - 2)]
    total[HEADS.index("Lệ phí")] = str(fees)
    return Sheet("Hồ sơ", HEADS, listed(everyone, HEADS), TITLES, tuple(total), OVER)


def settled_with_term(everyone: list[Dossier]) -> list[Dossier]:
    return [d for d in everyone if d.finished and d.procedure.term and not d.procedure.immediate]


def invented(seed: str, number: int) -> list[str]:
    names = people(seed)
    return [next(names) for _ in range(number)]


def moment(day: date, hour: int, minute: int) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute)  # noqa: DTZ001 - cells carry no zone
