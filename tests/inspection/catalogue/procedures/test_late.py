"""Promises of the rule on late dossiers."""

from datetime import date

from motcua.inspection.catalogue.procedures.late import late
from motcua.inspection.engine import Inspection
from motcua.inspection.period import Period
from motcua.inspection.verdict import Outcome
from motcua.inspection.wording import worded
from motcua.law import law
from tests.conftest import Evidence
from tests.marks import marks

MARCH = Period.of(date(2024, 3, 1), date(2024, 3, 31))
COVERED = """
    table            | unit_id | from_on    | to_on
    -----------------+---------+------------+-----------
    dossier          | ward-12 | 2023-01-01 | 2024-12-31
    dossier.finished | ward-12 | 2023-01-01 | 2024-12-31
"""


def test_a_dossier_is_settled_by_the_moment_it_is_due(evidence: Evidence) -> None:
    engine = evidence(
        dossier="""
            dossier_id    | unit_id | received   | due              | finished         | status
            --------------+---------+------------+------------------+------------------+-----------
            on-the-day    | ward-12 | 2024-03-01 | 2024-03-10       | 2024-03-10       | returned
            hour-late     | ward-12 | 2024-03-01 | 2024-03-10 16:00 | 2024-03-10 16:01 | returned
            day-only      | ward-12 | 2024-03-01 | 2024-03-10 16:00 | 2024-03-10       | returned
            day-late      | ward-12 | 2024-03-01 | 2024-03-10       | 2024-03-11       | returned
            open-late     | ward-12 | 2023-11-01 | 2023-12-01       |                  | processing
            open-in-time  | ward-12 | 2024-03-20 | 2024-03-31       |                  | processing
            waiting       | ward-12 | 2024-03-01 | 2024-03-10       |                  | supplement
            withdrawn     | ward-12 | 2024-03-01 | 2024-03-10       |                  | withdrawn
            no-due        | ward-12 | 2024-03-01 |                  | 2024-03-11       | returned
            settled-april | ward-12 | 2024-03-30 | 2024-04-01       | 2024-04-02       | returned
            february      | ward-12 | 2024-02-01 | 2024-02-10       | 2024-02-29       | returned
            no-column     | ward-13 | 2024-03-01 | 2024-03-10       |                  | processing
        """,
        coverage=COVERED,
    )

    assert marks(late, MARCH, engine) == {
        "on-the-day": False,
        "hour-late": True,
        "day-only": False,  # the hour of its end is not known
        "day-late": True,
        "open-late": True,
        "waiting": None,  # for the applicant
        "no-due": None,  # and what fell due in April is a matter of April
        "no-column": None,
    }


def test_praise_names_only_the_domains_settled_on_time(evidence: Evidence) -> None:
    lines = ["dossier_id | unit_id | domain | received | due | finished"]
    lines += [f"ht-{n} | ward-12 | Hộ tịch | 2024-03-01 | 2024-03-10 | 2024-03-09" for n in range(60)]
    lines += [f"dd-{n} | ward-12 | Đất đai | 2024-03-01 | 2024-03-10 | 2024-03-09" for n in range(16)]
    lines += [f"dd-late-{n} | ward-12 | Đất đai | 2024-03-01 | 2024-03-10 | 2024-03-12" for n in range(4)]
    engine = evidence(dossier="\n".join(lines), coverage=COVERED, unit="unit_id\nward-12")

    verdict = Inspection.open(engine, MARCH, ["ward-12"]).verdicts(late)[0]

    assert verdict.outcome is Outcome.BREACHED
    assert late.says.met is not None
    said = worded(late.says.met, verdict, 2, law().values["on_time_share"].on(MARCH.end))
    assert "Hộ tịch" in said
    assert "Đất đai" not in said
