"""Promises of the rule on reviews that propose nothing."""

from datetime import date

from motcua.inspection.catalogue.procedures.review_without_proposal import review_without_proposal
from motcua.inspection.period import Period
from tests.conftest import Evidence
from tests.marks import marks

HALF_YEAR = Period.of(date(2023, 1, 1), date(2023, 7, 27))


def test_a_reviewed_domain_ends_in_a_proposal_to_cut(evidence: Evidence) -> None:
    engine = evidence(
        review="""
            unit_id | year | domain     | reviewed | proposal
            --------+------+------------+----------+---------------------
            ward-12 | 2023 | Hộ tịch    | yes      | giảm 01 ngày làm việc
            ward-12 | 2023 | Đất đai    | yes      |
            ward-12 | 2023 | Chứng thực | no       |
            ward-12 | 2022 | Đất đai    | yes      |
            ward-13 | 2023 | Môi trường | yes      |
        """,
        coverage="""
            table           | unit_id | from_on    | to_on
            ----------------+---------+------------+-----------
            review.proposal | ward-12 | 2023-01-01 | 2023-12-31
        """,
    )

    assert marks(review_without_proposal, HALF_YEAR, engine) == {
        "2023/Hộ tịch": False,
        "2023/Đất đai": True,
        "2023/Môi trường": None,
    }
