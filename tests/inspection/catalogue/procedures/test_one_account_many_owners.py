"""Promises of the rule on accounts that file for others."""

from datetime import date

from motcua.inspection.catalogue.procedures.one_account_many_owners import one_account_many_owners
from motcua.inspection.counting import count
from motcua.inspection.period import Period
from tests.conftest import Evidence
from tests.marks import marks

SPRING = Period.of(date(2023, 1, 1), date(2023, 6, 30))


HEAD = "dossier_id | unit_id | received | channel | submitter_account | submitter_phone | submitter_kind | applicant"


def test_an_account_files_for_its_owner_and_a_few_others_but_not_for_many(evidence: Evidence) -> None:
    engine = evidence(
        dossier=_table(
            _filed("many", 5, kind="self"),
            _filed("nearly", 4, kind="self"),
            _filed("unknown-kind", 5, kind=""),
            _filed("lawyer", 9, kind="representative"),
            _filed("company", 9, kind="organisation"),
            _filed("at-counter", 9, kind="self", channel="counter"),
            _filed("last-year", 9, kind="self", on="2022-12-31"),
        )
    )

    assert marks(one_account_many_owners, SPRING, engine) == {
        "many": True,
        "nearly": False,
        "unknown-kind": None,  # whether its owners gave authority is not told
        "lawyer": False,
        "company": False,
    }


def test_staff_files_by_post_for_others_but_online_only_for_itself(evidence: Evidence) -> None:
    engine = evidence(
        dossier=_table(
            _filed("clerk", 1, kind="post_office"),
            _filed("carrier", 9, kind="post_office", channel="post"),
            _filed("officer", 1, kind="officer"),
            ["hs-own | xa-1 | 2023-02-01 | online | own | | officer | own"],
            ["hs-whom | xa-1 | 2023-02-01 | online | for-whom | | officer | "],
        )
    )

    assert marks(one_account_many_owners, SPRING, engine) == {
        "clerk": True,
        "officer": True,
        "own": False,
        "for-whom": None,
    }
    assert {g.about for g in count(one_account_many_owners, SPRING, engine) if g.tally.breached} == {
        "tài khoản nhân viên bưu điện",
        "tài khoản công chức",
    }


def test_a_phone_counts_apart_only_where_several_accounts_or_none_used_it(evidence: Evidence) -> None:
    several = [f"hs-s{n} | xa-1 | 2023-02-01 | online | person-{n} | shared | self | person-{n}" for n in range(5)]
    nameless = [f"hs-n{n} | xa-1 | 2023-02-01 | online | | bare | self | owner-{n}" for n in range(5)]
    single = [f"hs-o{n} | xa-1 | 2023-02-01 | online | lone | lone-phone | self | owner-{n}" for n in range(5)]
    engine = evidence(dossier=_table(several, nameless, single))

    people = {f"person-{n}": False for n in range(5)}
    assert marks(one_account_many_owners, SPRING, engine) == {"shared": True, "bare": True, "lone": True, **people}


def _table(*groups: list[str]) -> str:
    return "\n".join([HEAD, *(line for group in groups for line in group)])


def _filed(account: str, owners: int, *, kind: str, channel: str = "online", on: str = "2023-02-01") -> list[str]:
    """Dossiers that one account filed, each for another owner, the first twice."""
    owned = [f"{account}-owner-{n}" for n in range(owners)]
    return [
        f"hs-{account}-{place} | xa-1 | {on} | {channel} | {account} | | {kind} | {owner}"
        for place, owner in enumerate([*owned, owned[0]])
    ]
