"""Promises of the rule on lateness that gathers on one officer."""

from datetime import date

from motcua.inspection.catalogue.procedures.lateness_of_one_officer import lateness_of_one_officer
from motcua.inspection.period import Period
from tests.conftest import Evidence
from tests.marks import marks

MARCH = Period.of(date(2024, 3, 1), date(2024, 3, 31))
HEAD = """
    dossier_id | unit_id | step_no | officer | sent | due | finished
    -----------+---------+---------+---------+------+-----+---------
"""


def steps(unit_id: str, officer: str, late: int, on_time: int) -> str:
    """Rows of one officer's steps at the second stage; the last late one is still open."""
    ends = ["2024-03-12"] * (late - 1) + [""] * min(late, 1) + ["2024-03-10"] * on_time
    return "\n".join(
        f"{unit_id}-{officer}-{n} | {unit_id} | 2 | {unit_id}-{officer} | 2024-03-01 | 2024-03-10 | {end}"
        for n, end in enumerate(ends)
    )


def ends_of(*units: str) -> str:
    """Coverage of the units whose source has a column for the end of a step."""
    rows = [f"dossier_step.finished | {unit} | 2024-01-01 | 2024-12-31" for unit in units]
    return "\n".join(["table | unit_id | from_on | to_on", *rows])


def test_more_than_half_of_the_lateness_and_far_more_than_the_work_is_marked(evidence: Evidence) -> None:
    rows = (
        steps("gathered", "a", late=10, on_time=10),
        steps("gathered", "b", late=4, on_time=36),
        steps("gathered", "c", late=4, on_time=36),
        steps("half", "a", late=10, on_time=10),
        steps("half", "b", late=10, on_time=90),
        steps("few", "a", late=9, on_time=11),
        steps("few", "b", late=0, on_time=80),
        steps("busy", "a", late=10, on_time=190),
        steps("busy", "b", late=2, on_time=38),
    )

    engine = evidence(dossier_step=HEAD + "\n".join(rows), coverage=ends_of("gathered", "half", "few", "busy"))
    found = marks(lateness_of_one_officer, MARCH, engine)

    assert found == {
        "gathered-a": True,
        "gathered-b": False,
        "gathered-c": False,
        "half-a": False,  # half is not more than half
        "half-b": False,
        "few-a": False,  # nine late steps are too few to say
        "busy-a": False,  # does most of the work, so has most of what is late
        "busy-b": False,
    }


def test_steps_without_an_officer_or_a_due_day_say_nothing(evidence: Evidence) -> None:
    engine = evidence(
        dossier_step="""
            dossier_id | unit_id | step_no | officer | sent       | due        | finished
            -----------+---------+---------+---------+------------+------------+-----------
            nameless   | ward-12 | 1       |         | 2024-03-01 | 2024-03-10 | 2024-03-12
            undated    | ward-12 | 1       | a       | 2024-03-01 |            | 2024-03-12
            before     | ward-12 | 1       | b       | 2024-02-01 | 2024-02-10 | 2024-02-12
            after      | ward-12 | 1       | c       | 2024-04-01 | 2024-03-10 | 2024-04-12
        """,
    )

    assert marks(lateness_of_one_officer, MARCH, engine) == {}


def test_steps_whose_ends_were_not_exported_are_not_late(evidence: Evidence) -> None:
    open_steps = "\n".join(f"d-{n} | ward-12 | 2 | a | 2024-03-01 | 2024-03-10 |" for n in range(20))
    others = steps("ward-12", "b", late=0, on_time=80)

    untold = evidence(dossier_step=HEAD + open_steps + "\n" + others, coverage=ends_of("ward-13"))
    assert marks(lateness_of_one_officer, MARCH, untold) == {}

    told = evidence(dossier_step=HEAD + open_steps + "\n" + others, coverage=ends_of("ward-12"))
    assert marks(lateness_of_one_officer, MARCH, told) == {"a": True}
