"""The district's dossiers: some late, some closed too early, some returned at a department, some filed by the post."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from random import Random

from tools.example_cao_lanh import procedures as p
from tools.example_cao_lanh.books import Sheet
from tools.example_cao_lanh.chance import chance
from tools.example_cao_lanh.days import plus, some_time
from tools.example_cao_lanh.dossiers import DAY_END, Dossier, coded, ended, listed, made, spread
from tools.example_cao_lanh.people import people
from tools.example_cao_lanh.units import AGENCY, DEPARTMENTS, DISTRICT, HOME_AFFAIRS

FOURTEEN = "thay đổi, cải chính hộ tịch cho người từ đủ 14 tuổi trở lên"
ETHNICITY = "bổ sung thông tin hộ tịch, xác định lại dân tộc"
WANTED = (
    (p.NEW_BUSINESS, 52),
    (p.BUSINESS_CHANGE, 26),
    (p.FOREIGN_BIRTH, 10),
    (p.FIRST_LAND, 130),
    (p.IDENTITY_CARD, 70),
)
PERMITS, PERMITS_LATE, PERMITS_OPEN = 40, 8, 2
BUSINESS_LATE = 5
CHANGES, MARRIAGES, HONOURS = (18, 14), 12, 12
CLOSED_EARLY = 5
AT_HOME_AFFAIRS = 8
BY_POST = 9
ONLINE = 240
BEFORE_LETTERS = date(2023, 5, 31)  # the register of letters of apology was opened on the day after
DESK = "Bộ phận Một cửa huyện Cao Lãnh"
HEADS = (
    *("Mã hồ sơ", "Mã TTHC", "Tên thủ tục", "Lĩnh vực", "Trường hợp", "Chủ hồ sơ", "Hình thức nộp", "Tài khoản nộp"),
    *("Đối tượng nộp", "Ngày tiếp nhận", "Ngày hẹn trả", "Ngày xử lý xong", "Ngày ký kết quả", "Ngày trả kết quả"),
    *("Nơi trả kết quả", "Trạng thái", "Lệ phí"),
)
FIRST, LAST_TAKEN = date(2023, 1, 3), date(2023, 7, 20)


def dossiers() -> list[Dossier]:
    random = chance(f"dossiers of {DISTRICT}")
    own = [*made(random, WANTED, FIRST, LAST_TAKEN, DISTRICT), *_in_time(random), *_permits(random)]
    business = [d for d in own if d.procedure is p.NEW_BUSINESS and _before_letters(d)]
    late = random.sample(business, BUSINESS_LATE)
    own = [_late(random, d) if d in late else d for d in own]
    return _with_doors(random, [_at_desk(d) for d in coded(own, AGENCY[DISTRICT])])


def _in_time(random: Random) -> list[Dossier]:
    """Changes of civil status with their variants, marriages with a foreign element, honours."""
    pairs = zip((FOURTEEN, ETHNICITY), CHANGES, strict=True)
    changed = [
        replace(d, variant=variant)
        for variant, number in pairs
        for d in made(random, [(p.CIVIL_CHANGE, number)], FIRST, LAST_TAKEN, variant)
    ]
    rest = made(random, [(p.FOREIGN_MARRIAGE, MARRIAGES), (p.HONOUR, HONOURS)], FIRST, date(2023, 6, 10), "rest")
    returned = [replace(d, returned_by=DEPARTMENTS[HOME_AFFAIRS]) if d.procedure is p.HONOUR else d for d in rest]
    honours = [d for d in returned if d.procedure is p.HONOUR]
    return [*changed, *(replace(d, returned_by="") if d in honours[AT_HOME_AFFAIRS:] else d for d in returned)]


def _permits(random: Random) -> list[Dossier]:
    """Building permits: the first late, the next still open past their day, some closed before their permit."""
    fair = list(made(random, [(p.PERMIT, PERMITS - PERMITS_OPEN)], FIRST, date(2023, 5, 5), "permits"))
    kept = [_late(random, d) if n < PERMITS_LATE else d for n, d in enumerate(fair)]
    early = {d.applicant for d in kept[-CLOSED_EARLY:]}
    kept = [replace(d, issued=None) if d.applicant in early else d for d in kept]
    names = people("open permits")
    for day in spread(random, PERMITS_OPEN, date(2023, 4, 3), date(2023, 5, 5)):
        received = some_time(random, day)
        due = datetime.combine(plus(day, 15), time(17, 0))
        kept.append(Dossier("", p.PERMIT, next(names), received, due, None))
    return kept


def _before_letters(dossier: Dossier) -> bool:
    return dossier.due is not None and dossier.due.date() <= BEFORE_LETTERS


def _late(random: Random, dossier: Dossier) -> Dossier:
    """Settled two to six working days after its day."""
    due = dossier.due or datetime.combine(dossier.received.date(), DAY_END)
    done = datetime.combine(plus(due.date(), random.randrange(2, 7)), time(9, 0)) + timedelta(
        minutes=random.randrange(300)
    )
    return ended(dossier, due, done)


def _at_desk(dossier: Dossier) -> Dossier:
    return replace(dossier, returned_by=DESK) if dossier.returned and not dossier.returned_by else dossier


def _with_doors(random: Random, everyone: list[Dossier]) -> list[Dossier]:
    """Honours and marriages are filed at the counter; nine of the online ones by one clerk of the post."""
    counter = (p.HONOUR, p.FOREIGN_MARRIAGE, p.IDENTITY_CARD)
    may = [d.code for d in everyone if d.procedure not in counter]
    online = random.sample(may, ONLINE)
    post = set(online[:BY_POST])
    numbers = dict(zip(online, random.sample(range(100_000, 999_999), ONLINE), strict=True))
    return [_filed(d, numbers[d.code], d.code in post) if d.code in numbers else d for d in everyone]


def _filed(dossier: Dossier, number: int, post: bool) -> Dossier:
    if post:
        return replace(dossier, online=True, account="buudien.caolanh", kind="Nhân viên bưu điện")
    return replace(dossier, online=True, account=f"dvc.{number}", kind="Cá nhân")


def land(everyone: list[Dossier]) -> list[Dossier]:
    """Land dossiers that communes are asked to confirm, those of the first months."""
    return [d for d in everyone if d.procedure is p.FIRST_LAND][::4]


def one_stop_sheet(everyone: list[Dossier]) -> Sheet:
    return Sheet("Hồ sơ", HEADS, listed(everyone, HEADS), ("DANH SÁCH HỒ SƠ MỘT CỬA - HUYỆN CAO LÃNH",))


def closed_early(dossier: Dossier) -> bool:
    return dossier.procedure is p.PERMIT and dossier.finished is not None and dossier.issued is None
