"""The sessions of a day, and the seasons for which a decision sets other ones."""

from dataclasses import dataclass
from datetime import date, time

from motcua.language import Refusal, Words

BACKWARDS = Words(
    "Buổi làm việc {start}-{end} không hợp lệ; giờ kết thúc phải sau giờ bắt đầu.",
    "The session {start}-{end} cannot be; it must end after it begins.",
)
REVERSED = Words(
    "Giờ làm việc từ {first:%d/%m/%Y} đến {last:%d/%m/%Y} không hợp lệ; ngày cuối không được trước ngày đầu.",
    "Office hours from {first} to {last} cannot be; the last day must not be before the first.",
)


@dataclass(frozen=True)
class Window:
    """One session of a day, from the start up to, not including, the end."""

    start: time
    end: time

    def __post_init__(self) -> None:
        if self.end <= self.start:
            raise Refusal(BACKWARDS, start=f"{self.start:%H:%M}", end=f"{self.end:%H:%M}")

    def __str__(self) -> str:
        return f"{self.start:%H:%M}–{self.end:%H:%M}"


@dataclass(frozen=True)
class Season:
    """Office hours that a decision sets for some time, both days included: summer hours, winter hours."""

    from_on: date
    to_on: date
    windows: tuple[Window, ...]

    def __post_init__(self) -> None:
        if self.to_on < self.from_on:
            raise Refusal(REVERSED, first=self.from_on, last=self.to_on)
