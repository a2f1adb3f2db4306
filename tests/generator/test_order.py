"""An order that cannot be carried out is refused in one sentence."""

from datetime import date

import pytest

from motcua.generator import Order
from motcua.language import Refusal


def test_a_period_ends_after_it_begins() -> None:
    with pytest.raises(Refusal, match="2023-05-01"):
        Order(first=date(2023, 5, 1), last=date(2023, 4, 1))


def test_a_year_without_a_calendar_is_refused() -> None:
    with pytest.raises(Refusal, match="2019"):
        Order(first=date(2019, 5, 1), last=date(2023, 4, 1))


@pytest.mark.parametrize("faults", [-0.1, 1.5])
def test_the_rate_of_faults_is_a_share(faults: float) -> None:
    with pytest.raises(Refusal):
        Order(faults=faults)


@pytest.mark.parametrize(("dossiers", "communes"), [(0, 3), (10, 0), (10, 5_000)])
def test_sizes_have_bounds(dossiers: int, communes: int) -> None:
    with pytest.raises(Refusal):
        Order(dossiers=dossiers, communes=communes)


def test_the_records_are_closed_on_the_evening_of_the_last_day() -> None:
    assert Order(last=date(2023, 6, 30)).as_of.isoformat() == "2023-06-30T10:30:00+00:00"
