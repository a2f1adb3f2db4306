"""Promises of the rule on fee-bearing dossiers paid online."""

from datetime import date

from motcua.inspection.catalogue.digital.fee_dossiers_not_paid_online import fee_dossiers_not_paid_online
from motcua.inspection.period import Period
from motcua.inspection.verdict import Outcome
from tests.conftest import Evidence
from tests.marks import marks, outcome

HALF_YEAR = Period.of(date(2023, 1, 1), date(2023, 6, 30))


def test_a_dossier_with_a_fee_counts_where_some_of_it_was_paid_online(evidence: Evidence) -> None:
    engine = evidence(
        dossier="""
            dossier_id | unit_id | received   | fee_due
            -----------+---------+------------+--------
            national   | ward-12 | 2023-03-01 | 8000
            local      | ward-12 | 2023-03-01 | 8000
            mixed      | ward-12 | 2023-03-01 | 8000
            cash       | ward-13 | 2023-03-01 | 8000
            unpaid     | ward-12 | 2023-03-01 | 8000
            outside    | ward-13 | 2023-03-01 | 8000
            no-channel | ward-12 | 2023-03-01 | 8000
            free       | ward-12 | 2023-03-01 | 0
            maybe      | ward-14 | 2023-03-01 | 8000
            later      | ward-12 | 2023-07-01 | 8000
        """,
        payment="""
            payment_id | unit_id | dossier_id | channel
            -----------+---------+------------+----------------
            1          | ward-12 | national   | online_national
            2          | ward-12 | local      | online_local
            3          | ward-12 | mixed      | cash
            4          | ward-12 | mixed      | online_national
            5          | ward-13 | cash       | cash
            6          | ward-12 | no-channel |
            7          | ward-14 |            | online_national
        """,
        coverage="""
            table   | unit_id | from_on    | to_on
            --------+---------+------------+-----------
            payment | ward-12 | 2023-01-01 | 2023-12-31
            payment | ward-14 | 2023-01-01 | 2023-12-31
        """,
    )

    assert marks(fee_dossiers_not_paid_online, HALF_YEAR, engine) == {
        "national": False,
        "local": False,
        "mixed": False,
        "cash": True,
        "unpaid": True,
        "outside": None,
        "no-channel": None,
        "maybe": None,  # a payment of the unit names no dossier
    }


def paid(online: int, cash: int) -> dict[str, str]:
    channels = ["online_national"] * online + ["cash"] * cash
    dossiers = [f"{n} | ward-12 | 2023-03-01 | 8000" for n in range(len(channels))]
    payments = [f"{n} | ward-12 | {n} | {channel}" for n, channel in enumerate(channels)]
    return {
        "unit": "unit_id | level\nward-12 | commune",
        "dossier": "dossier_id | unit_id | received | fee_due\n" + "\n".join(dossiers),
        "payment": "payment_id | unit_id | dossier_id | channel\n" + "\n".join(payments),
    }


def test_three_in_ten_online_are_enough_and_fewer_are_not(evidence: Evidence) -> None:
    enough = evidence(**paid(online=3, cash=7))
    assert outcome(fee_dossiers_not_paid_online, HALF_YEAR, enough, "ward-12") is Outcome.MET

    fewer = evidence(**paid(online=3, cash=8))
    assert outcome(fee_dossiers_not_paid_online, HALF_YEAR, fewer, "ward-12") is Outcome.BREACHED
