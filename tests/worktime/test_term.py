"""A term keeps its legal unit and says it as offices write it."""

import pytest

from motcua.language import Refusal, speaking
from motcua.worktime import Term, Unit


@pytest.mark.parametrize(
    ("value", "unit", "vi", "en"),
    [
        (5, "working_day", "05 ngày làm việc", "5 working days"),
        (1, "working_day", "01 ngày làm việc", "1 working day"),
        (45, "calendar_day", "45 ngày", "45 days"),
        (8, "hour", "08 giờ làm việc", "8 working hours"),
        (1, "month", "01 tháng", "1 month"),
    ],
)
def test_a_term_is_said_in_both_languages(value: int, unit: Unit, vi: str, en: str) -> None:
    term = Term(value, unit)
    assert (term.text("vi"), term.text("en")) == (vi, en)
    with speaking("en"):
        assert term.text() == en


def test_a_working_day_is_not_eight_hours() -> None:
    assert Term(1, "working_day") != Term(8, "hour")


@pytest.mark.parametrize("value", [0, -1, 1.5, True, "5"])
def test_a_term_is_a_whole_number_from_one_up(value: int) -> None:
    with pytest.raises(Refusal, match="số nguyên từ 1"):
        Term(value, "working_day")


def test_an_unknown_unit_is_refused_with_those_there_are() -> None:
    with pytest.raises(Refusal, match="“week” không có; phải là một trong: hour, working_day, calendar_day, month"):
        Term(1, "week")  # type: ignore[arg-type]
