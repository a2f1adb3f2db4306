"""A period has its days in order, and carries the figures a programme sets."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from motcua.inspection.period import Period
from motcua.language import Refusal

FIRST, LAST = date(2023, 1, 1), date(2023, 6, 30)


def test_a_period_is_seen_from_its_last_day_where_no_day_is_given() -> None:
    assert Period.of(FIRST, LAST).as_of == LAST
    assert Period.of(FIRST, LAST, date(2023, 7, 27)).as_of == date(2023, 7, 27)


@pytest.mark.parametrize(("start", "end", "as_of"), [(LAST, FIRST, None), (FIRST, LAST, date(2022, 12, 31))])
def test_days_in_the_wrong_order_are_refused(start: date, end: date, as_of: date | None) -> None:
    with pytest.raises(Refusal, match=r"2023-0"):
        Period.of(start, end, as_of)


def test_a_single_day_is_a_period() -> None:
    assert Period.of(FIRST, FIRST).end == FIRST


def test_a_figure_of_the_programme_is_known_by_its_name() -> None:
    own = replace(Period.of(FIRST, LAST), figures=(("dialogues", Fraction(4)),))
    assert own.own("dialogues") == 4
    assert own.own("news_items") is None
