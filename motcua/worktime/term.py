"""A term as the law gives it, in working hours, working days, days or months; none is ever turned into another."""

from dataclasses import dataclass
from typing import Literal, Self

from motcua.language import Language, Refusal, Words, counted, speak

Unit = Literal["hour", "working_day", "calendar_day", "month"]

UNITS: dict[Unit, Words] = {
    "hour": Words("giờ làm việc", "working hour"),
    "working_day": Words("ngày làm việc", "working day"),
    "calendar_day": Words("ngày", "day"),
    "month": Words("tháng", "month"),
}
UNKNOWN = Words(
    "Đơn vị thời hạn “{unit}” không có; phải là một trong: {units}.",
    "There is no unit of a term “{unit}”; it must be one of: {units}.",
)
NOT_POSITIVE = Words(
    "Thời hạn “{value}” không hợp lệ; phải là số nguyên từ 1 trở lên (thủ tục trả kết quả ngay thì không có thời hạn).",
    "A term of “{value}” cannot be; it must be a whole number from 1 up (a procedure answered at once has no term).",
)


@dataclass(frozen=True)
class Term:
    """A term in its legal unit. Raises Refusal for an unknown unit or a value below one."""

    value: int
    unit: Unit

    def __post_init__(self) -> None:
        if self.unit not in UNITS:
            raise Refusal(UNKNOWN, unit=self.unit, units=", ".join(UNITS))
        if type(self.value) is not int or self.value < 1:
            raise Refusal(NOT_POSITIVE, value=self.value)

    @classmethod
    def told(cls, value: int | None, unit: str) -> Self | None:
        """The term of a value and a unit as rows hold them, None without a value. Raises Refusal as the class does."""
        if value is None:
            return None
        for known in UNITS:
            if known == unit:
                return cls(value, known)
        raise Refusal(UNKNOWN, unit=unit, units=", ".join(UNITS))

    def words(self) -> Words:
        unit = UNITS[self.unit]
        return Words(f"{counted(self.value)} {unit.vi}", f"{self.value} {unit.en}{'s' * (self.value > 1)}")

    def text(self, language: Language | None = None) -> str:
        """`05 ngày làm việc` or `5 working days`; the language in use where none is asked for."""
        return self.words().in_(language or speak())
