"""Days on the command line, written as people write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.cli.days import read_day
from motcua.language import Refusal


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_a_day_is_read_in_either_order(on: date) -> None:
    assert read_day(on.isoformat(), "--from") == on
    assert read_day(f"{on.day}/{on.month}/{on.year}", "--from") == on
    assert read_day(f" {on:%d/%m/%Y} ", "--from") == on


@pytest.mark.parametrize("text", ["30/2/2023", "2023-02-30", "7/2023", "hôm nay", "", "1/2/3/4", "2023/07/27"])
def test_what_is_no_day_is_refused_with_its_option(text: str) -> None:
    with pytest.raises(Refusal, match="--to"):
        read_day(text, "--to")
