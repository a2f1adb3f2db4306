"""The calendar of the public service: days off, worked Saturdays, and working days counted by ordinal."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from motcua.language import Refusal, Words

NATIONAL = "VN"
DAY_MINUTES = 8 * 60
UNPUBLISHED = Words(
    "Năm {year} chưa có lịch nghỉ được công bố; không thể tính ngày làm việc của năm đó.",
    "No calendar has been published for {year}; its working days cannot be counted.",
)


@dataclass(frozen=True)
class Calendar:
    """Days off on weekdays, worked Saturdays, the years for which a notice was published, and what days off are for."""

    name: str
    off: frozenset[date]
    worked: frozenset[date]
    years: frozenset[int]
    names: Mapping[date, Words] = field(default_factory=dict, compare=False)

    def works(self, on: date) -> bool:
        """Whether the office works that day. Raises Refusal in a year without a published calendar."""
        if on.year not in self.years:
            raise Refusal(UNPUBLISHED, year=on.year)
        return on in self.worked or (on.weekday() < 5 and on not in self.off)

    def rows(self, first_year: int, last_year: int) -> Iterator[dict[str, object]]:
        """Every day of the published years between the two, as rows of `calendar_day`.

        `ordinal` is the number of working days up to and including the day, `minutes_before` the working minutes
        before it, both counted from the first published year, so that ordinals of two runs agree.
        """
        ordinal = 0
        on = date(min(self.years), 1, 1)
        while on.year <= min(last_year, max(self.years)):
            working = self.works(on)
            before = ordinal * DAY_MINUTES
            ordinal += working
            if on.year >= first_year:
                yield {
                    "calendar": self.name,
                    "day": on,
                    "working": working,
                    "ordinal": ordinal,
                    "minutes_before": before,
                }
            on += timedelta(days=1)


def calendar_rows(first_year: int, last_year: int) -> Iterator[dict[str, object]]:
    """Rows of `calendar_day` for the national calendar; years without a notice are absent."""
    return national_calendar().rows(first_year, last_year)


@cache
def national_calendar() -> Calendar:
    """The public-service calendar as yearly notices published it."""
    data = yaml.safe_load(files("motcua.worktime").joinpath("data/public_service.yaml").read_text("utf-8"))
    years: Mapping[int, Mapping[str, Any]] = data["years"]
    off = frozenset(day for year in years.values() for day in year.get("off", ()))
    return Calendar(
        name=NATIONAL,
        off=off,
        worked=frozenset(day for year in years.values() for day in year.get("worked", ())),
        years=frozenset(years),
        names={day: Words(each["vi"], each["en"]) for day in off for each in data["names"] if _falls(day, each)},
    )


def _falls(day: date, span: Mapping[str, Any]) -> bool:
    return bool(span["first"] <= f"{day:%m-%d}" <= span["last"])
