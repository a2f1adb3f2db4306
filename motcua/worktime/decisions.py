"""What a province or a unit decides about its own time: days off, days worked, other hours."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, get_args

from motcua.language import Refusal, Words
from motcua.worktime.windows import Season, Window

Level = Literal["province", "unit"]

UNNAMED = Words(
    "Thay đổi lịch của cấp “{level}” không nêu văn bản và phiên bản; phải ghi rõ quyết định nào, bản nào.",
    "A change of the calendar at level “{level}” names no decision and version; it must say which, and which version.",
)
UNKNOWN_LEVEL = Words(
    "“{rule}”: cấp “{level}” không có; phải là một trong: {levels}.",
    "“{rule}”: there is no level “{level}”; it must be one of: {levels}.",
)
BOTH = Words(
    "“{rule}”: ngày {day:%d/%m/%Y} vừa nghỉ vừa làm việc; chỉ được ghi ở một danh sách.",
    "“{rule}”: {day} is both off and worked; it may stand in one list only.",
)


@dataclass(frozen=True)
class Change:
    """One version of one decision. Raises Refusal where it names no text or contradicts itself."""

    level: Level
    rule: str
    version: str
    off: frozenset[date] = frozenset()
    worked: frozenset[date] = frozenset()
    half_days: Mapping[date, tuple[Window, ...]] = field(default_factory=dict)
    seasons: tuple[Season, ...] = ()

    def __post_init__(self) -> None:
        if not self.rule or not self.version:
            raise Refusal(UNNAMED, level=self.level)
        if self.level not in get_args(Level):
            raise Refusal(UNKNOWN_LEVEL, rule=self.rule, level=self.level, levels=", ".join(get_args(Level)))
        for day in sorted(self.off & (self.worked | self.half_days.keys())):
            raise Refusal(BOTH, rule=self.rule, day=day)

    @property
    def source(self) -> str:
        return f"{self.rule} ({self.version})"
