"""The generated province looks like those that were counted."""

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from motcua.generator import Order, generate
from motcua.generator.mixes import mixes
from tests.generator.conftest import Ask, asking

DOSSIERS = 60_000


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    folder: Path = tmp_path_factory.mktemp("large") / "province"
    generate(Order(dossiers=DOSSIERS, communes=40, seed=11), folder)
    with duckdb.connect() as connection:
        yield asking(connection, folder)


def test_exactly_as_many_dossiers_as_ordered(large: Ask) -> None:
    assert large("SELECT count(*), count(DISTINCT (unit_id, dossier_id)) FROM dossier") == [(DOSSIERS, DOSSIERS)]


def test_twelve_rows_for_a_dossier(large: Ask) -> None:
    children = ("dossier_component", "dossier_step", "slip", "result", "payment", "book_entry", "residence_check")
    counted = " + ".join(f"(SELECT count(*) FROM {table})" for table in children)

    [(rows,)] = large(f"SELECT ({counted}) / {DOSSIERS} + 1")

    assert 10 < float(str(rows)) < 14


def test_online_filing_is_that_of_the_time(large: Ask) -> None:
    [(share,)] = large("SELECT avg((channel = 'online')::INT) FROM dossier")

    assert float(str(share)) == pytest.approx(mixes()["online_filing"]["three-level"], abs=0.01)


def test_certified_copies_vary_between_communes_as_counted(large: Ask) -> None:
    mix = mixes()["certified_copies"]
    shares = [
        float(str(share))
        for (share,) in large(
            f"""SELECT avg((procedure_code = '{mix["code"]}')::INT) FROM dossier JOIN unit USING (unit_id)
            WHERE level = 'commune' GROUP BY unit_id"""
        )
    ]

    assert min(shares) > mix["least"] - 0.03
    assert max(shares) < mix["most"] + 0.03
    assert sorted(shares)[len(shares) // 2] == pytest.approx(mix["quartiles"][1], abs=0.1)


def test_districts_take_few_and_communes_most(large: Ask) -> None:
    counted = large("SELECT level, count(*) FROM dossier JOIN unit USING (unit_id) GROUP BY level")
    shares = {str(level): int(str(dossiers)) for level, dossiers in counted}

    for level, share in mixes()["dossiers_by_level"]["three-level"].items():
        assert shares[level] / DOSSIERS == pytest.approx(share, abs=0.01)


def test_fees_are_paid_online_as_the_mix_says(large: Ask) -> None:
    [(share,)] = large("SELECT avg((channel = 'online_national')::INT) FROM payment")

    assert float(str(share)) == pytest.approx(mixes()["paid_online"]["three-level"], abs=0.01)


def test_settling_takes_days_not_weeks(large: Ask) -> None:
    [(days,)] = large("SELECT avg(finished_on - received_on) FROM dossier")

    assert 1.4 < float(str(days)) < 5.9
