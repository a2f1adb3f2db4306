"""What is promised of coverage: disjoint stretches that say exactly what their sources said."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.evidence.coverage import merged_coverage
from motcua.language import Refusal

START = date(2023, 1, 1)


def stretch(first: int, last: int, unit: str = "ward-12", source: str = "a.xlsx") -> dict[str, Any]:
    days = (START + timedelta(days=n) for n in (first, last))
    return dict(zip(("from_on", "to_on"), days, strict=True)) | {
        "table": "slip",
        "unit_id": unit,
        "source": source,
    }


def days(rows: list[dict[str, Any]]) -> list[tuple[str, date]]:
    return [
        (row["unit_id"], row["from_on"] + timedelta(days=n))
        for row in rows
        for n in range((row["to_on"] - row["from_on"]).days + 1)
    ]


stretches = st.builds(
    lambda first, length, unit, source: stretch(first, first + length, unit, source),
    st.integers(0, 60),
    st.integers(0, 20),
    st.sampled_from(["ward-12", "ward-13"]),
    st.sampled_from(["a.xlsx", "b.xlsx", "c.csv"]),
)


@given(st.lists(stretches, max_size=12), st.randoms())
def test_merging_keeps_every_day_once_whatever_the_order(rows: list[dict[str, Any]], random: Any) -> None:
    merged = merged_coverage(rows)
    shuffled = random.sample(rows, len(rows))

    assert sorted(set(days(rows))) == sorted(days(merged))
    assert merged_coverage(shuffled) == merged
    assert merged_coverage(merged) == merged


def test_stretches_that_touch_become_one_with_both_sources() -> None:
    assert merged_coverage([stretch(3, 5, source="b.xlsx"), stretch(0, 2)]) == [stretch(0, 5, source="a.xlsx; b.xlsx")]


def test_a_day_between_two_stretches_keeps_them_apart() -> None:
    apart = [stretch(0, 2), stretch(4, 5)]

    assert merged_coverage(apart) == apart


def test_a_stretch_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(Refusal, match="ward-12"):
        merged_coverage([stretch(5, 3)])
