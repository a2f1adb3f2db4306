"""Numbers, dates and quantity words as Vietnamese administrative texts write them."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.language import (
    counted,
    day,
    grouped,
    moment,
    percent,
    share_word,
    spoken_day,
    spoken_number,
    spoken_percent,
)


@pytest.mark.parametrize(
    ("part", "whole", "text"),
    [(494, 505, "97,82%"), (472, 505, "93,47%"), (383, 500, "76,6%"), (3, 10, "30%"), (0, 7, "0%"), (1, 1, "100%")],
)
def test_a_share_is_written_with_a_comma_and_without_idle_zeros(part: int, whole: int, text: str) -> None:
    assert percent(Fraction(part, whole)) == text


@pytest.mark.parametrize(("share", "text"), [("0.97825", "97,83%"), ("0.97815", "97,82%"), ("0.000049", "0%")])
def test_half_is_rounded_up(share: str, text: str) -> None:
    """Not to the even digit, as floats would: people check figures by hand."""
    assert percent(Fraction(share)) == text


def test_places_are_as_asked_for() -> None:
    assert [percent(Fraction(2, 3), places) for places in (0, 1, 2, 3)] == ["67%", "66,7%", "66,67%", "66,667%"]


def test_whole_tens_keep_their_zeros() -> None:
    assert [percent(Fraction(n, 10), 0) for n in (1, 5, 10)] == ["10%", "50%", "100%"]


@given(st.fractions(0, 1), st.integers(0, 4))
def test_a_share_read_back_is_the_share_to_the_last_place(share: Fraction, places: int) -> None:
    text = percent(share, places)
    read = Fraction(Decimal(text.removesuffix("%").replace(",", "."))) / 100
    assert abs(read - share) <= Fraction(1, 2 * 100 * 10**places)


def test_thousands_are_parted_by_points() -> None:
    assert [grouped(n) for n in (0, 999, 1000, 1_234_567)] == ["0", "999", "1.000", "1.234.567"]


@given(st.integers(0, 10**12))
def test_a_count_read_back_is_the_count(number: int) -> None:
    assert int(counted(number).replace(".", "")) == number
    assert int(grouped(number).replace(".", "")) == number


def test_counts_below_ten_begin_with_a_zero() -> None:
    assert [counted(n) for n in (0, 4, 9, 10, 91, 1009)] == ["00", "04", "09", "10", "91", "1.009"]


def test_days_below_ten_and_the_first_two_months_begin_with_a_zero() -> None:
    days = (date(2023, 7, 27), date(2022, 1, 8), date(2021, 2, 28), date(2021, 9, 2), date(2025, 12, 31))
    assert [day(on) for on in days] == ["27/7/2023", "08/01/2022", "28/02/2021", "02/9/2021", "31/12/2025"]


@given(st.dates())
def test_a_day_read_back_is_the_day(on: date) -> None:
    number, month, year = (int(part) for part in day(on).split("/"))
    assert date(year, month, number) == on


def test_a_moment_names_hour_and_minute_before_the_day() -> None:
    assert moment(datetime(2023, 7, 27, 8, 5, tzinfo=UTC)) == "08 giờ 05 phút, ngày 27/7/2023"


@pytest.mark.parametrize(
    ("part", "whole", "word"),
    [
        (0, 10, "chưa có"),
        (0, 0, "chưa có"),
        (1, 10, "một số"),
        (5, 10, "một số"),
        (6, 10, "phần lớn"),
        (94, 100, "phần lớn"),
        (95, 100, "hầu hết"),
        (99, 100, "hầu hết"),
        (100, 100, "toàn bộ"),
    ],
)
def test_a_part_of_a_whole_has_its_word(part: int, whole: int, word: str) -> None:
    assert share_word(part, whole) == word


@given(st.integers(0, 1000), st.integers(1, 1000))
def test_all_is_said_of_nothing_less_than_all(part: int, whole: int) -> None:
    assert (share_word(part, whole) == "toàn bộ") == (part >= whole)


def test_a_terminal_in_english_writes_english_numbers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MOTCUA_LANG", "en")
    said = (spoken_percent(Fraction(494, 505)), spoken_number(1_234_567), spoken_day(date(2023, 7, 27)))
    assert said == ("97.82%", "1,234,567", "2023-07-27")


def test_a_terminal_in_vietnamese_writes_vietnamese_numbers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MOTCUA_LANG", "vi")
    said = (spoken_percent(Fraction(494, 505)), spoken_number(1_234_567), spoken_day(date(2023, 7, 27)))
    assert said == ("97,82%", "1.234.567", "27/7/2023")


def test_a_second_before_midnight_is_still_that_day() -> None:
    assert moment(datetime(2023, 7, 28, tzinfo=UTC) - timedelta(seconds=1)).endswith("27/7/2023")
