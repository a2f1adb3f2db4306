"""Promises of the rule on community teams."""

from datetime import date

from motcua.inspection.catalogue.digital.community_teams_missing import community_teams_missing
from motcua.inspection.period import Period
from motcua.inspection.verdict import Outcome
from tests.conftest import Evidence
from tests.marks import marks, outcome

HALF_YEAR = Period.of(date(2023, 1, 1), date(2023, 6, 30))


TREE = """
    unit_id  | kind      | level    | parent_id
    ---------+-----------+----------+----------
    district | committee | district |
    ward-12  | committee | commune  | district
    ward-13  | committee | commune  | district
"""
COVERED = """
    table          | unit_id | from_on    | to_on
    ---------------+---------+------------+-----------
    community_team | ward-13 | 2023-01-01 | 2023-12-31
"""
TEAMS = """
    team_id | unit_id | founded
    --------+---------+-----------
    old     | ward-12 | 2022-08-01
    new     | ward-13 | 2023-07-01
    undated | ward-12 |
"""


def test_a_team_counts_from_the_day_it_was_founded(evidence: Evidence) -> None:
    engine = evidence(community_team=TEAMS)

    assert marks(community_teams_missing, HALF_YEAR, engine) == {"old": False, "new": True, "undated": None}


def test_one_team_below_a_unit_is_enough_and_none_is_not(evidence: Evidence) -> None:
    engine = evidence(unit=TREE, community_team=TEAMS, coverage=COVERED)

    assert outcome(community_teams_missing, HALF_YEAR, engine, "district") is Outcome.MET
    assert outcome(community_teams_missing, HALF_YEAR, engine, "ward-13") is Outcome.BREACHED


def test_no_team_outside_coverage_accuses_nobody(evidence: Evidence) -> None:
    engine = evidence(unit=TREE, community_team=TEAMS)

    assert outcome(community_teams_missing, HALF_YEAR, engine, "ward-13") is Outcome.NOT_ASSESSABLE
