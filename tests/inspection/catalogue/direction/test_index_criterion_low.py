"""Promises of the rule: index criterion low."""

from datetime import date

from motcua.inspection.catalogue.direction.index_criterion_low import index_criterion_low
from motcua.inspection.period import Period
from tests.conftest import Evidence
from tests.marks import marks

PERIOD = Period.of(date(2023, 1, 1), date(2023, 7, 27))


def test_a_criterion_of_last_year_below_its_share_is_marked(evidence: Evidence) -> None:
    engine = evidence(
        index_score="""
            unit_id | set | year | criterion    | maximum | score
            --------+-----+------+--------------+---------+-------
            ward-12 | PAR | 2022 | at-the-share | 0.3     | 0.24
            ward-12 | PAR | 2022 | just-below   | 0.3     | 0.2399
            ward-12 | PAR | 2022 | full         | 2.5     | 2.5
            ward-12 | PAR | 2022 | unscored     | 2.5     |
            ward-12 | PAR | 2022 | left-out     | 0       | 0
            ward-12 | PAR | 2021 | older        | 2.5     | 0
            ward-12 | PAR | 2023 | this-year    | 2.5     | 0
        """,
    )

    assert marks(index_criterion_low, PERIOD, engine) == {
        "PAR/2022/at-the-share": False,
        "PAR/2022/just-below": True,
        "PAR/2022/full": False,
        "PAR/2022/unscored": None,
    }
