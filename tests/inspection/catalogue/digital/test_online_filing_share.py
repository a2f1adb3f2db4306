"""Promises of the rule on dossiers filed online."""

from datetime import date

from motcua.evidence.engines import Engine
from motcua.inspection.catalogue.digital.online_filing_share import online_filing_share
from motcua.inspection.engine import Inspection
from motcua.inspection.period import Period
from motcua.inspection.programme import default_programme
from motcua.inspection.statements import Kind, conclude
from motcua.inspection.verdict import Outcome
from tests.conftest import Evidence
from tests.marks import marks, outcome

HALF_YEAR = Period.of(date(2023, 1, 1), date(2023, 6, 30))


def test_only_dossiers_filed_online_count(evidence: Evidence) -> None:
    engine = evidence(
        dossier="""
            dossier_id | unit_id | received   | channel
            -----------+---------+------------+--------
            online     | ward-12 | 2023-03-01 | online
            counter    | ward-12 | 2023-03-01 | counter
            post       | ward-12 | 2023-03-01 | post
            unknown    | ward-12 | 2023-03-01 |
            later      | ward-12 | 2023-07-01 | counter
        """,
    )

    assert marks(online_filing_share, HALF_YEAR, engine) == {
        "online": False,
        "counter": True,
        "post": True,
        "unknown": None,
    }


def filed(online: int, counter: int) -> str:
    channels = ["online"] * online + ["counter"] * counter
    lines = [f"{n} | ward-12 | 2023-03-01 | {channel}" for n, channel in enumerate(channels)]
    return "dossier_id | unit_id | received | channel\n" + "\n".join(lines)


def test_half_online_is_enough_and_less_is_not(evidence: Evidence) -> None:
    unit = "unit_id\nward-12"

    half = evidence(unit=unit, dossier=filed(online=5, counter=5))
    assert outcome(online_filing_share, HALF_YEAR, half, "ward-12") is Outcome.MET

    less = evidence(unit=unit, dossier=filed(online=5, counter=6))
    assert outcome(online_filing_share, HALF_YEAR, less, "ward-12") is Outcome.BREACHED


def test_more_than_half_is_met_and_only_seven_in_ten_are_praised(evidence: Evidence) -> None:
    unit = "unit_id\nward-12"

    assert praises(evidence(unit=unit, dossier=filed(online=69, counter=31))) == []
    assert praises(evidence(unit=unit, dossier=filed(online=7, counter=3))) == ["ward-12/strength/CQS-004"]


def praises(engine: Engine) -> list[str]:
    run = Inspection.open(engine, HALF_YEAR, ["ward-12"])
    told = conclude(run, [online_filing_share], default_programme()).statements
    return [statement.name for statement in told if statement.kind is Kind.STRENGTH]
