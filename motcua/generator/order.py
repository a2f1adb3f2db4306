"""What is asked of the generator: how large a province, which days, which era, how many faults."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from motcua.evidence.catalogue import Era
from motcua.generator.columns import VIETNAM, at
from motcua.generator.hours import published
from motcua.language import Refusal, Words

CLOSING = (17, 30)
PERIODS: dict[Era, tuple[date, date]] = {
    "three-level": (date(2023, 1, 1), date(2023, 12, 31)),
    "two-level": (date(2026, 1, 1), date(2026, 9, 30)),
}
MOST_UNITS = 900  # agency codes give a level two digits
BACKWARDS = Words(
    "Khoảng thời gian sinh dữ liệu: ngày đầu {first} sau ngày cuối {last}; hãy ghi ngày đầu trước.",
    "The period to generate: its first day {first} is after its last day {last}; give the first day first.",
)
UNPUBLISHED = Words(
    "Khoảng {first} – {last} có năm chưa công bố lịch nghỉ; hãy chọn những năm từ 2021 đến 2026.",
    "The period {first} to {last} has a year without a published calendar; choose years from 2021 to 2026.",
)
SHARE = Words(
    "Tỷ lệ lỗi {rate} không nằm trong khoảng từ 0 đến 1.",
    "The rate of faults, {rate}, is not between 0 and 1.",
)
SIZE = Words(
    "Cần ít nhất 1 hồ sơ và từ 1 đến {most} xã; đã cho {dossiers} hồ sơ, {communes} xã.",
    "At least 1 dossier and from 1 to {most} communes are needed; given were {dossiers} dossiers, {communes} communes.",
)


@dataclass(frozen=True)
class Order:
    """One generated province; the same order gives the same rows. `first` and `last` are days of reception."""

    dossiers: int = 20_000
    communes: int = 6
    seed: int = 1
    first: date = PERIODS["three-level"][0]
    last: date = PERIODS["three-level"][1]
    era: Era = "three-level"
    faults: float = 0.0

    def __post_init__(self) -> None:
        """Raises Refusal where a figure cannot be."""
        if self.first > self.last:
            raise Refusal(BACKWARDS, first=self.first, last=self.last)
        if not published(self.first, self.last):
            raise Refusal(UNPUBLISHED, first=self.first, last=self.last)
        if not 0 <= self.faults <= 1:
            raise Refusal(SHARE, rate=self.faults)
        if self.dossiers < 1 or not 1 <= self.communes <= MOST_UNITS:
            raise Refusal(SIZE, most=MOST_UNITS, dossiers=self.dossiers, communes=self.communes)

    @property
    def closing(self) -> int:
        """Local minutes of the moment the records were taken: the evening of the last day."""
        return at(self.last, *CLOSING)

    @property
    def as_of(self) -> datetime:
        return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(minutes=self.closing - VIETNAM)

    @property
    def years(self) -> range:
        return range(self.first.year, self.last.year + 1)
