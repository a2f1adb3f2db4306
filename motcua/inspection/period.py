"""The days an inspection looks at, and the day it looks from."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from motcua.language import Refusal, Words

BACKWARDS = Words(
    "Kỳ kiểm tra từ {start} đến {end} không hợp lệ: ngày đầu không được sau ngày cuối hoặc sau ngày chốt số liệu.",
    "The period from {start} to {end} is not one: it must not end before it starts, nor be seen from before its start.",
)


@dataclass(frozen=True)
class Period:
    """Both ends belong to it. `as_of` is the day from which open work is judged, the last day where none is given.

    `figures` are those that a programme sets over the law's own; rules read them with the days.
    """

    start: date
    end: date
    as_of: date
    figures: tuple[tuple[str, Fraction], ...] = ()

    def own(self, key: str) -> Fraction | None:
        """The figure that the programme sets in place of the law's, None where it sets none."""
        return next((value for name, value in self.figures if name == key), None)

    @classmethod
    def of(cls, start: date, end: date, as_of: date | None = None) -> "Period":
        """Raises Refusal where the days are in the wrong order."""
        seen = as_of or end
        if end < start or seen < start:
            raise Refusal(BACKWARDS, start=start, end=end)
        return cls(start, end, seen)
