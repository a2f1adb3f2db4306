"""Promises of the expression that rules on plans and reports share."""

from datetime import date

from motcua.evidence.tables import OBLIGATIONS
from motcua.inspection.obligations import LABELS, obligations
from motcua.inspection.period import Period
from tests.conftest import Evidence

HALF_YEAR = Period.of(date(2023, 2, 1), date(2023, 7, 27))
COVERED = """
    table                | unit_id | from_on    | to_on
    ---------------------+---------+------------+-----------
    obligation.fulfilled | ward-12 | 2021-01-01 | 2023-12-31
"""


def test_an_obligation_is_kept_only_by_the_day_it_is_due(evidence: Evidence) -> None:
    engine = evidence(
        obligation="""
            obligation_id | unit_id | kind         | period    | due              | fulfilled
            --------------+---------+--------------+-----------+------------------+-----------------
            on-the-day    | ward-12 | reform_plan  | 2023      | 2023-01-31       | 2023-01-31
            day-late      | ward-12 | reform_plan  | 2023      | 2023-01-31       | 2023-02-01
            hour-late     | ward-12 | reform_plan  | 2023      | 2023-01-31 16:00 | 2023-01-31 17:00
            year-before   | ward-12 | reform_plan  | 2023      | 2022-12-31       | 2022-12-20
            unfulfilled   | ward-12 | model_plan   | 2021-2026 | 2021-12-31       |
            outside       | ward-13 | reform_plan  | 2023      | 2023-01-31       |
            proved        | ward-13 | reform_plan  | 2023      | 2023-01-31       | 2023-01-30
            not-yet-due   | ward-12 | reform_plan  | 2023      | 2023-07-28       |
            past-year     | ward-12 | reform_plan  | 2022      | 2022-01-31       |
            old-quarter   | ward-12 | reform_plan  | 2022-Q4   | 2022-12-31       |
            other-kind    | ward-12 | digital_plan | 2023      | 2023-01-31       |
        """,
        coverage=COVERED,
    )

    found = engine.rows(obligations(HALF_YEAR, "reform_plan", "model_plan"))

    assert {row["subject"]: row["breached"] for row in found} == {
        "on-the-day": False,
        "day-late": True,
        "hour-late": True,
        "year-before": False,
        "unfulfilled": True,
        "outside": None,
        "proved": False,
    }
    assert {row["subject"]: row["about"] for row in found}["unfulfilled"] == LABELS["model_plan"]


def test_every_known_kind_of_obligation_has_a_name() -> None:
    assert LABELS.keys() == set(OBLIGATIONS)
