"""What is promised of a draw: the seed alone decides it, and strata give their share."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.inspection.sample import draw, shares
from motcua.language import Refusal
from tests.inspection.paper import SPRING, WARD, engine_of, silent, store

SIZES = st.dictionaries(st.text(min_size=1, max_size=3), st.integers(1, 400), min_size=1, max_size=8)


@pytest.fixture
def snapshot(tmp_path: Path) -> Path:
    return store(tmp_path / "snapshot", silent())


def test_the_same_seed_draws_the_same_dossiers_in_whatever_order_the_rows_lie(snapshot: Path, tmp_path: Path) -> None:
    tables = silent()
    tables["dossier"] = tables["dossier"][1::2] + tables["dossier"][-2::-2]
    shuffled = store(tmp_path / "shuffled", tables)

    assert draw(engine_of(snapshot), WARD, SPRING, n=20, seed=5) == draw(
        engine_of(shuffled), WARD, SPRING, n=20, seed=5
    )


def test_another_seed_draws_others(snapshot: Path) -> None:
    draws = [draw(engine_of(snapshot), WARD, SPRING, n=20, seed=seed) for seed in (1, 2)]

    assert draws[0].dossiers != draws[1].dossiers
    assert draws[0].sample_id != draws[1].sample_id


def test_a_larger_draw_holds_the_smaller_one(snapshot: Path) -> None:
    small, large = (
        {row["dossier_id"] for row in draw(engine_of(snapshot), WARD, SPRING, n=n, seed=1).dossiers} for n in (10, 20)
    )

    assert small < large and len(large) == 20


def test_a_draw_larger_than_the_population_is_all_of_it(snapshot: Path) -> None:
    drawn = draw(engine_of(snapshot), WARD, SPRING, n=500, seed=1)

    assert len(drawn.dossiers) == drawn.population == 60


def test_strata_give_their_share(snapshot: Path) -> None:
    drawn = draw(engine_of(snapshot), WARD, SPRING, n=30, seed=1, by="channel")
    channels = [row["channel"] for row in drawn.dossiers]

    assert {channel: channels.count(channel) for channel in set(channels)} == dict.fromkeys(
        ("counter", "online", "post"), 10
    )


def test_a_unit_without_dossiers_in_the_period_is_refused(snapshot: Path) -> None:
    long_ago = replace(SPRING, start=SPRING.start.replace(year=2021), end=SPRING.end.replace(year=2021))

    with pytest.raises(Refusal, match="ward-12 không có hồ sơ nào"):
        draw(engine_of(snapshot), WARD, long_ago, n=30, seed=1)


@given(SIZES, st.integers(1, 2000))
def test_shares_add_up_and_no_stratum_gives_more_than_it_has(sizes: dict[str, int], n: int) -> None:
    given_ = shares(sizes, n)

    assert sum(given_.values()) == min(n, sum(sizes.values()))
    assert all(0 <= given_[name] <= size for name, size in sizes.items())
    assert n < len(sizes) or min(given_.values()) >= 1


@given(SIZES, st.integers(1, 2000))
def test_shares_are_proportional(sizes: dict[str, int], n: int) -> None:
    """Each within one of its exact share, unless a stratum so small that it owes none gives its one all the same."""
    given_ = shares(sizes, n)
    total = sum(sizes.values())
    exact = {name: size * min(n, total) / total for name, size in sizes.items()}

    if min(exact.values()) >= 1:
        assert all(abs(given_[name] - exact[name]) < 1 for name in sizes)
    by_size = sorted(sizes, key=lambda name: sizes[name])
    assert all(given_[small] <= given_[large] for small, large in pairwise(by_size) if sizes[small] < sizes[large])
