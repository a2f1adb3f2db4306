"""Cells as people write them, one by one and at random."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.evidence.readers import values
from motcua.evidence.readers.moments import day, joined, moment
from motcua.evidence.readers.unreadable import Unreadable
from motcua.evidence.readers.vocabulary import parser
from motcua.evidence.tables import CONTRACT


def local(year: int, month: int, on: int, hour: int = 0, minute: int = 0) -> datetime:
    """A moment without a zone, as spreadsheets hold it."""
    return datetime.combine(date(year, month, on), time(hour, minute))


AFTERNOON = (date(2023, 7, 27), datetime(2023, 7, 27, 6, 30, tzinfo=UTC))
DAY_ONLY = (date(2023, 7, 27), None)
VIETNAM = timezone(timedelta(hours=7))
days = st.dates(date(1990, 1, 1), date(2100, 12, 31))
moments = st.datetimes(local(1990, 1, 1), local(2100, 12, 31)).map(lambda m: m.replace(second=0, microsecond=0))
WRITTEN: tuple[Callable[[datetime], str], ...] = (
    lambda m: f"{m.day}/{m.month}/{m.year} {m:%H:%M}",
    lambda m: f"{m:%d-%m-%Y %H:%M:%S}",
    lambda m: f"{m:%d.%m.%Y} {m.hour}:{m:%M}",
    lambda m: f"{m:%H:%M %d/%m/%Y}",
    lambda m: f"{m.hour} giờ {m:%M} phút, ngày {m.day}/{m.month}/{m.year}",
    lambda m: f"{m.hour}h{m:%M} ngày {m.day}/{m.month}/{m.year}",
    lambda m: f"{m:%d/%m/%Y} - {m:%H:%M}",
    lambda m: m.replace(tzinfo=VIETNAM).isoformat(),
    lambda m: m.isoformat(sep=" "),
    lambda m: m.replace(tzinfo=VIETNAM).astimezone(UTC).isoformat().replace("+00:00", "Z"),
    lambda m: f"{m:%Y%m%d%H%M%S}",
)


@pytest.mark.parametrize(
    "raw",
    [
        "27/7/2023 13:30",
        "27-07-2023 13:30",
        "13:30 27/07/2023",
        "13 giờ 30 phút, ngày 27/7/2023",
        "13 giờ 30 ngày 27 tháng 7 năm 2023",
        "2023-07-27T13:30:00+07:00",
        "2023-07-27T06:30:00Z",
        "2023-07-27 13:30:00+07",
        "27/7/2023 01:30 CH",
        "27/07/2023 1:30 PM",
        "45134.5625",
        "45134,5625",
        45134.5625,
        local(2023, 7, 27, 13, 30),
        "  27/7/2023   13:30 ",
    ],
)
def test_a_moment_is_read_however_it_is_written(raw: object) -> None:
    assert moment(raw) == AFTERNOON


@pytest.mark.parametrize(
    "raw",
    [
        "27/7/2023",
        "ngày 27 tháng 7 năm 2023",
        "2023-07-27",
        "20230727",
        "45134",
        45134,
        45134.0,
        date(2023, 7, 27),
        local(2023, 7, 27),
        "27/07/2023 00:00",
        "2023-07-27T00:00:00",
    ],
)
def test_a_day_alone_has_no_time_and_is_never_midnight(raw: object) -> None:
    assert moment(raw) == DAY_ONLY


@pytest.mark.parametrize("raw", ["", " ", "-", "N/A", None, "Chưa trả", "chưa có kết quả"])
def test_what_has_not_happened_is_empty(raw: object) -> None:
    assert moment(raw) == (None, None)


@pytest.mark.parametrize(
    "raw",
    [
        "30/2/2023",
        "7/27/2023",
        "2023-13-01",
        "27/7/1889",
        "1/1/2101",
        "27/7/23",
        "hôm qua",
        "25:00 27/7/2023",
        "27/7/2023 13:75",
        12.5,
        True,
        99999,
    ],
)
def test_an_impossible_or_doubtful_date_is_refused(raw: object) -> None:
    with pytest.raises(Unreadable):
        moment(raw)


@given(moments, st.sampled_from(WRITTEN))
def test_any_moment_comes_back_from_any_writing(instant: datetime, written: Callable[[datetime], str]) -> None:
    on, at = moment(written(instant))
    assert on == instant.date()
    zoned = "Z" in written(instant) or "+" in written(instant)
    if instant.time() == time() and not zoned:
        assert at is None
    else:
        assert at == instant.replace(tzinfo=VIETNAM).astimezone(UTC)


@given(moments)
def test_any_excel_serial_comes_back(instant: datetime) -> None:
    on, at = moment((instant - local(1899, 12, 30)) / timedelta(days=1))
    assert on == instant.date()
    assert at == (instant.replace(tzinfo=VIETNAM).astimezone(UTC) if instant.time() != time() else None)


@given(st.text(max_size=30))
def test_any_text_is_read_or_refused_and_nothing_else(raw: str) -> None:
    for parse in (moment, day, values.money, values.integer, values.number, values.share, values.flag, values.phone):
        try:
            parse(raw)
        except Unreadable as refused:
            assert refused.reason and refused.accepted


@given(st.integers(1, 31), st.integers(1, 12), st.integers(1990, 2100))
def test_day_and_month_are_never_swapped(d: int, m: int, y: int) -> None:
    try:
        wanted: date | None = date(y, m, d)
    except ValueError:
        wanted = None
    if wanted:
        assert day(f"{d}/{m}/{y}") == wanted
    else:
        with pytest.raises(Unreadable):
            day(f"{d}/{m}/{y}")


@pytest.mark.parametrize(
    "clock", ["13:30", time(13, 30), 0.5625, "13 giờ 30", "27/7/2023 13:30", timedelta(hours=13.5)]
)
def test_day_and_time_may_stand_in_two_cells(clock: object) -> None:
    assert joined("27/7/2023", clock) == AFTERNOON
    assert joined("27/7/2023", "") == DAY_ONLY


@pytest.mark.parametrize(
    ("raw", "amount"),
    [
        ("1.234.567 đ", 1234567),
        ("1,234,567 VND", 1234567),
        ("50.000đ", 50000),
        ("50.000,00", 50000),
        ("50 000", 50000),
        ("8000", 8000),
        (8000.0, 8000),
        ("Miễn phí", 0),
        ("Không", 0),
        ("0", 0),
        ("", None),
    ],
)
def test_money_is_whole_dong(raw: object, amount: int | None) -> None:
    assert values.money(raw) == amount


@pytest.mark.parametrize("raw", ["12.5", "50,5 đ", 12.5, "nhiều", "1.23.4", True])
def test_money_that_is_not_whole_dong_is_refused(raw: object) -> None:
    with pytest.raises(Unreadable):
        values.money(raw)


@given(st.integers(-(10**12), 10**12))
def test_any_amount_comes_back_from_both_groupings(amount: int) -> None:
    for written in (
        f"{amount:,}",
        f"{amount:,}".replace(",", "."),
        f"{amount:,}".replace(",", ".") + " đồng",
        str(amount),
    ):
        assert values.money(written) == amount


@pytest.mark.parametrize(
    ("raw", "wanted"), [("97,82%", 0.9782), ("0,9782", 0.9782), (0.9782, 0.9782), ("100%", 1.0), ("7", 7.0)]
)
def test_a_share_is_read_with_and_without_its_sign(raw: object, wanted: float) -> None:
    assert values.share(raw) == pytest.approx(wanted)


@pytest.mark.parametrize(
    ("raw", "wanted"),
    [("1.234,5", 1234.5), ("1,234.5", 1234.5), ("8,75", 8.75), ("8.75", 8.75), ("1.234.567", 1234567)],
)
def test_numbers_have_a_comma_or_a_point(raw: str, wanted: float) -> None:
    assert values.number(raw) == wanted


@pytest.mark.parametrize("raw", ["97,82%", "1.234", "tám"])
def test_a_number_that_reads_two_ways_is_refused(raw: str) -> None:
    with pytest.raises(Unreadable):
        values.number(raw)


@pytest.mark.parametrize("raw", ["Có", "X", "x", "✓", "√", "☑", "1", 1, 1.0, True, "true", "Rồi", "đã"])
def test_yes_has_many_words(raw: object) -> None:
    assert values.flag(raw) is True


@pytest.mark.parametrize("raw", ["Không", "0", 0, False, "false", "chưa", "Chưa số hóa", "-", "☐"])
def test_no_has_many_words(raw: object) -> None:
    assert values.flag(raw) is False


def test_a_procedure_code_read_as_a_number_gets_its_zeros_back() -> None:
    assert [values.procedure_code(raw) for raw in (1.00119, "1,001190", "1.001190", "2.000815.000.00.00.H20")] == [
        "1.001190",
        "1.001190",
        "1.001190",
        "2.000815.000.00.00.H20",
    ]


def test_a_telephone_number_keeps_one_form() -> None:
    assert {values.phone(raw) for raw in (912345678.0, "+84 912 345 678", "0912.345.678", "0912345678")} == {
        "0912345678"
    }


@pytest.mark.parametrize(
    ("raw", "word"),
    [("9", "settled"), (10.0, "returned"), ("5. Yêu cầu bổ sung giấy tờ", "supplement"), ("RÚT HỒ SƠ", "withdrawn")],
)
def test_a_status_is_a_number_or_a_phrase(raw: object, word: str) -> None:
    assert parser("dossier", "status", CONTRACT["dossier"].columns["status"], {})(raw) == word


def test_an_unknown_word_of_an_open_list_stays() -> None:
    place = parser("posting", "place", CONTRACT["posting"].columns["place"], {"Bến đò": "market"})
    assert [place(raw) for raw in ("Một cửa", "Quán cà phê", "Bến đò", "")] == ["desk", "Quán cà phê", "market", None]
