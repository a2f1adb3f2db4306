"""Dossiers as one-stop software lists them: received, due, settled, returned, by whom and by what door."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from random import Random

from tools.example_cao_lanh.books import Cell
from tools.example_cao_lanh.days import LAST, at, between, plus, some_time
from tools.example_cao_lanh.people import people
from tools.example_cao_lanh.procedures import Procedure

CLOSES = 17 * 60
DAY_END = time(17, 0)


@dataclass(frozen=True)
class Dossier:
    code: str
    procedure: Procedure
    applicant: str
    received: datetime
    due: datetime | None
    finished: datetime | None
    online: bool = False
    account: str = ""
    kind: str = ""
    variant: str = ""
    issued: date | None = None
    returned: datetime | None = None
    parent: str = ""
    special: bool = False
    returned_by: str = ""

    @property
    def status(self) -> str:
        return "Đã trả kết quả" if self.returned else "Đang xử lý"


HEADS: Mapping[str, Callable[[Dossier], Cell]] = {
    "Mã hồ sơ": lambda d: d.code,
    "Mã TTHC": lambda d: d.procedure.code or None,
    "Tên thủ tục": lambda d: d.procedure.name,
    "Lĩnh vực": lambda d: d.procedure.domain,
    "Trường hợp": lambda d: d.variant or None,
    "Chủ hồ sơ": lambda d: d.applicant,
    "Hình thức nộp": lambda d: "Trực tuyến" if d.online else "Trực tiếp",
    "Tài khoản nộp": lambda d: d.account or None,
    "Đối tượng nộp": lambda d: d.kind or None,
    "Ngày tiếp nhận": lambda d: d.received,
    "Ngày hẹn trả": lambda d: d.due,
    "Ngày xử lý xong": lambda d: d.finished,
    "Ngày ký kết quả": lambda d: d.issued,
    "Ngày trả kết quả": lambda d: d.returned,
    "Nơi trả kết quả": lambda d: d.returned_by or None,
    "Trạng thái": lambda d: d.status,
    "Lệ phí": lambda d: d.procedure.fee,
    "Mã hồ sơ liên thông": lambda d: d.parent or None,
    "Trường hợp đặc biệt": lambda d: "Có" if d.special else None,
    "Số người làm chứng": lambda _: None,
}


def listed(dossiers: Iterable[Dossier], heads: Sequence[str]) -> list[list[Cell]]:
    return [[HEADS[head](d) for head in heads] for d in dossiers]


def spread(random: Random, number: int, first: date, last: date) -> list[date]:
    """So many working days, in order, drawn with repetition."""
    return sorted(random.choices(between(first, last), k=number))


def made(
    random: Random, wanted: Sequence[tuple[Procedure, int]], first: date, last: date, seed: str
) -> Iterator[Dossier]:
    """So many dossiers of each procedure, settled in time; without codes, accounts and doors."""
    names = people(seed)
    for procedure, number in wanted:
        for day in spread(random, number, first, last):
            yield settled(random, Dossier("", procedure, next(names), some_time(random, day), None, None))


def settled(random: Random, dossier: Dossier) -> Dossier:
    """With due and settlement as the procedure's term has them; open where that lies after the period."""
    term = dossier.procedure.term
    if term is None:
        done = dossier.received + timedelta(minutes=random.randrange(15, 50))
        return ended(dossier, dossier.received + timedelta(minutes=60), done)
    due = datetime.combine(plus(dossier.received.date(), term), DAY_END)
    early = random.randrange(0, max(1, term // 2) + 1) if term > 1 else 0
    day = plus(dossier.received.date(), max(1, term - early))
    done = at(day, 8 * 60 + random.randrange(420))
    return ended(dossier, due, done)


def ended(dossier: Dossier, due: datetime, done: datetime) -> Dossier:
    if done.date() > LAST:
        return replace(dossier, due=due)
    back = done + timedelta(minutes=5)
    return replace(dossier, due=due, finished=done, issued=done.date(), returned=back)


def coded(dossiers: Iterable[Dossier], agency: str) -> list[Dossier]:
    """In order of reception, each with its code: agency, day, number of the day."""
    numbers: dict[date, int] = {}
    out = []
    for dossier in sorted(dossiers, key=lambda d: (d.received, d.applicant)):
        if dossier.code:
            out.append(dossier)
            continue
        day = dossier.received.date()
        numbers[day] = numbers.get(day, 0) + 1
        out.append(replace(dossier, code=f"{agency}-{day:%y%m%d}-{numbers[day]:04}"))
    return out
