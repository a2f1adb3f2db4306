"""Promises of the rule on the share of results digitised."""

from datetime import date

from motcua.inspection.catalogue.procedures.results_not_digitised import results_not_digitised
from motcua.inspection.period import Period
from motcua.inspection.verdict import Outcome
from tests.conftest import Evidence
from tests.marks import marks, outcome

SPRING = Period.of(date(2023, 1, 1), date(2023, 6, 30))


COVERAGE = """
    table            | unit_id | from_on    | to_on
    -----------------+---------+------------+-----------
    result           | xa-1    | 2023-01-01 | 2023-06-30
    result.digitised | xa-1    | 2023-01-01 | 2023-06-30
"""


def test_results_of_the_period_and_older_ones_in_force_are_to_be_digitised(evidence: Evidence) -> None:
    engine = evidence(
        result="""
            result_id | unit_id | issued     | valid_to   | digitised
            ----------+---------+------------+------------+-----------
            new       | xa-1    | 2023-02-01 |            | 2023-02-01
            missed    | xa-1    | 2023-02-01 |            |
            too-late  | xa-1    | 2023-02-01 |            | 2023-07-01
            short     | xa-1    | 2023-02-01 | 2023-03-01 |
            old       | xa-1    | 2015-02-01 |            |
            old-done  | xa-1    | 2015-02-01 | 2023-06-30 | 2022-08-01
            expired   | xa-1    | 2015-02-01 | 2023-06-29 |
            future    | xa-1    | 2023-07-01 |            |
            unknown   | xa-2    | 2023-02-01 |            |
            known     | xa-2    | 2023-02-01 |            | 2023-02-01
        """,
        coverage=COVERAGE,
    )

    assert marks(results_not_digitised, SPRING, engine) == {
        "new": False,
        "missed": True,
        "too-late": True,
        "short": True,
        "old": True,
        "old-done": False,
        "unknown": None,
        "known": False,
    }


def test_half_is_enough_in_2023_and_less_is_not(evidence: Evidence) -> None:
    results = "unit_id | result_id | issued | digitised\n"
    results += "".join(f"xa-1 | done-{n} | 2023-02-01 | 2023-02-02\n" for n in range(5))
    left = [f"xa-1 | left-{n} | 2023-02-01 |\n" for n in range(6)]
    units = "unit_id\nxa-1"

    half = evidence(unit=units, result=results + "".join(left[:5]), coverage=COVERAGE)
    assert outcome(results_not_digitised, SPRING, half, "xa-1") is Outcome.MET
    less = evidence(unit=units, result=results + "".join(left), coverage=COVERAGE)
    assert outcome(results_not_digitised, SPRING, less, "xa-1") is Outcome.BREACHED


def test_the_target_of_2024_counts_from_its_first_day(evidence: Evidence) -> None:
    engine = evidence(
        unit="unit_id\nxa-1",
        result="""
            unit_id | result_id | issued     | digitised
            --------+-----------+------------+-----------
            xa-1    | done      | 2023-12-01 | 2023-12-02
            xa-1    | left      | 2023-12-01 |
        """,
        coverage=COVERAGE.replace("2023-06-30", "2024-12-31"),
    )

    before = Period.of(date(2023, 12, 1), date(2023, 12, 31))
    assert outcome(results_not_digitised, before, engine, "xa-1") is Outcome.MET
    after = Period.of(date(2023, 12, 2), date(2024, 1, 1))
    assert outcome(results_not_digitised, after, engine, "xa-1") is Outcome.BREACHED
