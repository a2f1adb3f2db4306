"""Promises of the rule on the yearly review of procedures."""

from datetime import date

from motcua.inspection.catalogue.procedures.review_short import review_short
from motcua.inspection.period import Period
from tests.conftest import Evidence
from tests.marks import marks

HALF_YEAR = Period.of(date(2023, 1, 1), date(2023, 7, 27))
YEAR = Period.of(date(2023, 1, 1), date(2023, 12, 31))
REVIEWS = """
    unit_id | year | domain     | assigned_by | planned | reviewed | contents_complete
    --------+------+------------+-------------+---------+----------+------------------
    ward-12 | 2023 | Hộ tịch    | 5/KH-UBND   | yes     | yes      | yes
    ward-12 | 2023 | Đất đai    | 5/KH-UBND   | yes     | yes      | no
    ward-12 | 2023 | Chứng thực | 5/KH-UBND   | no      | no       |
    ward-12 | 2023 | Người có công | 5/KH-UBND | yes    |          |
    ward-12 | 2023 | Tôn giáo   |             | no      | no       |
    ward-12 | 2023 | Lao động   | 5/KH-UBND   | yes     | yes      |
    ward-12 | 2022 | Hộ tịch    | 3/KH-UBND   | yes     | no       |
    ward-13 | 2023 | Môi trường | 5/KH-UBND   | yes     |          |
    ward-13 | 2023 | Văn hóa    | 5/KH-UBND   | yes     | no       |
"""
COVERAGE = """
    table           | unit_id | from_on    | to_on
    ----------------+---------+------------+-----------
    review.reviewed | ward-12 | 2023-01-01 | 2023-12-31
"""


def test_every_assigned_domain_is_reviewed_with_all_its_contents(evidence: Evidence) -> None:
    engine = evidence(review=REVIEWS, coverage=COVERAGE)

    assert marks(review_short, YEAR, engine) == {
        "2023/Hộ tịch": False,
        "2023/Đất đai": True,
        "2023/Chứng thực": True,
        "2023/Người có công": True,
        "2023/Lao động": None,  # reviewed, and nothing is said of the contents
        "2023/Môi trường": None,
        "2023/Văn hóa": True,
    }


def test_within_the_year_only_what_was_reviewed_is_judged(evidence: Evidence) -> None:
    engine = evidence(review=REVIEWS, coverage=COVERAGE)

    assert marks(review_short, HALF_YEAR, engine) == {
        "2023/Hộ tịch": False,
        "2023/Đất đai": True,
        "2023/Lao động": None,
    }


def test_a_half_year_seen_from_the_next_year_is_judged_in_full(evidence: Evidence) -> None:
    engine = evidence(review=REVIEWS, coverage=COVERAGE)
    seen_later = Period.of(date(2023, 1, 1), date(2023, 6, 30), date(2024, 2, 1))

    assert marks(review_short, seen_later, engine) == marks(review_short, YEAR, engine)
