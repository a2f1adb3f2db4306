"""A figure that law or a programme sets, each value from the day it takes force, with its source."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction


@dataclass(frozen=True)
class Setting:
    """One value of a figure; `unverified` where its source was not read; `source_vi` where `source` is English."""

    since: date
    value: Fraction
    source: str
    unverified: bool = False
    source_vi: str | None = None

    @property
    def vi(self) -> str:
        """The source as Vietnamese texts name it."""
        return self.source_vi or self.source


@dataclass(frozen=True)
class DatedValue:
    """A figure over time. `unit` is what it counts: percent, working days, requests ..."""

    key: str
    label_vi: str
    label_en: str
    unit: str
    settings: tuple[Setting, ...]

    def on(self, day: date) -> Setting | None:
        """The setting in force that day, None before the first."""
        past = [s for s in self.settings if s.since <= day]
        return past[-1] if past else None
