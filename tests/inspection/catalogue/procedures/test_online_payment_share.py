"""Promises of the rule on the share of payments made online."""

from datetime import date

from motcua.inspection.catalogue.procedures.online_payment_share import online_payment_share
from motcua.inspection.period import Period
from motcua.inspection.verdict import Outcome
from tests.conftest import Evidence
from tests.marks import marks, outcome

YEAR = Period.of(date(2022, 1, 1), date(2022, 12, 31))
UNITS = """
    unit_id
    -------
    ward-12
    ward-13
"""


def payments(online: int, cash: int) -> str:
    """So many payments of ward-12, half of those online by the national portal."""
    lines = [f"online-{n} | ward-12 | 2022-05-01 | online_{'national' if n % 2 else 'local'}" for n in range(online)]
    lines += [f"cash-{n} | ward-12 | 2022-05-01 | cash" for n in range(cash)]
    return "\n".join(["payment_id | unit_id | paid | channel", *lines])


def test_only_payments_by_an_online_channel_count_as_online(evidence: Evidence) -> None:
    engine = evidence(
        payment="""
            payment_id | unit_id | paid       | channel
            -----------+---------+------------+----------------
            portal     | ward-12 | 2022-01-08 | online_national
            province   | ward-12 | 2022-05-01 | online_local
            transfer   | ward-12 | 2022-05-01 | transfer
            cash       | ward-12 | 2022-12-31 | cash
            unknown    | ward-12 | 2022-05-01 |
            no-duty    | ward-12 | 2022-01-07 | cash
            next-year  | ward-12 | 2023-01-01 | cash
        """,
    )

    assert marks(online_payment_share, YEAR, engine) == {
        "portal": False,
        "province": False,
        "transfer": True,
        "cash": True,
        "unknown": None,
    }


def test_thirty_percent_meets_the_target(evidence: Evidence) -> None:
    assert outcome(online_payment_share, YEAR, evidence(payment=payments(3, 7), unit=UNITS), "ward-12") is Outcome.MET


def test_a_share_below_the_target_is_a_breach_and_no_payments_are_not_assessed(evidence: Evidence) -> None:
    engine = evidence(payment=payments(29, 71), unit=UNITS)

    assert outcome(online_payment_share, YEAR, engine, "ward-12") is Outcome.BREACHED
    assert outcome(online_payment_share, YEAR, engine, "ward-13") is Outcome.NOT_ASSESSABLE
