"""Promises of the rule on witnesses of who cannot read or sign."""

from datetime import date

from motcua.inspection.catalogue.procedures.certification_without_witnesses import certification_without_witnesses
from motcua.inspection.period import Period
from tests.conftest import Evidence
from tests.marks import marks

SPRING = Period.of(date(2023, 1, 1), date(2023, 6, 30))


def test_who_cannot_read_or_sign_has_two_witnesses(evidence: Evidence) -> None:
    engine = evidence(
        dossier="""
            dossier_id | unit_id | finished   | special_case | witnesses | domain
            -----------+---------+------------+--------------+-----------+-----------
            two        | xa-1    | 2023-02-01 | yes          | 2         | Chứng thực
            one        | xa-1    | 2023-02-01 | yes          | 1         | Chứng thực
            empty      | xa-1    | 2023-02-01 | yes          |           | Chứng thực
            drawn      | xa-2    | 2023-02-01 | yes          |           | Chứng thực
            drawn-two  | xa-2    | 2023-02-01 | yes          |           | Chứng thực
            ordinary   | xa-1    | 2023-02-01 | no           | 0         | Chứng thực
            unmarked   | xa-1    | 2023-02-01 |              |           | Chứng thực
            birth      | xa-1    | 2023-02-01 | yes          | 0         | Hộ tịch
            no-domain  | xa-1    | 2023-02-01 | yes          | 1         |
            open       | xa-1    |            | yes          | 0         | Chứng thực
        """,
        sample="""
            sample_id | unit_id | dossier_id
            ----------+---------+-----------
            first     | xa-2    | drawn
            first     | xa-2    | drawn-two
        """,
        sample_check="""
            sample_id | dossier_id | item          | verdict
            ----------+------------+---------------+--------
            first     | drawn      | two_witnesses | no
            first     | drawn-two  | two_witnesses | yes
        """,
    )

    assert marks(certification_without_witnesses, SPRING, engine) == {
        "two": False,
        "one": True,
        "empty": None,
        "no-domain": True,
        "drawn": True,
        "drawn-two": False,
    }
