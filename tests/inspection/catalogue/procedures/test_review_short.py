"""Promises of the rule on the yearly review of procedures."""

from datetime import date

from motcua.inspection.catalogue.procedures.review_short import review_short
from motcua.inspection.period import Period
from tests.conftest import Evidence
from tests.marks import marks

HALF_YEAR = Period.of(date(2023, 1, 1), date(2023, 7, 27))


def test_every_assigned_domain_is_reviewed_with_all_its_contents(evidence: Evidence) -> None:
    engine = evidence(
        review="""
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
        """,
        coverage="""
            table           | unit_id | from_on    | to_on
            ----------------+---------+------------+-----------
            review.reviewed | ward-12 | 2023-01-01 | 2023-12-31
        """,
    )

    assert marks(review_short, HALF_YEAR, engine) == {
        "2023/Hộ tịch": False,
        "2023/Đất đai": True,
        "2023/Chứng thực": True,
        "2023/Người có công": True,
        "2023/Lao động": None,  # reviewed, and nothing is said of the contents
        "2023/Môi trường": None,
        "2023/Văn hóa": True,
    }
