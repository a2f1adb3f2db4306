"""Promises of the rule on the agency's signature on digitised results."""

from datetime import date

from motcua.inspection.catalogue.procedures.digitised_not_sealed import digitised_not_sealed
from motcua.inspection.period import Period
from tests.conftest import Evidence
from tests.marks import marks

SPRING = Period.of(date(2023, 1, 1), date(2023, 6, 30))


def test_a_digitised_result_carries_a_valid_signature(evidence: Evidence) -> None:
    engine = evidence(
        result="""
            result_id   | unit_id | dossier_id | digitised  | agency_seal
            ------------+---------+------------+------------+-----------------
            valid       | xa-1    | hs-1       | 2023-02-01 | valid
            none        | xa-1    | hs-2       | 2023-02-01 | none
            invalid     | xa-1    |            | 2023-02-01 | invalid
            unknown     | xa-1    |            | 2023-02-01 | unknown
            empty       | xa-1    | hs-3       | 2023-02-01 |
            drawn-bare  | xa-1    | hs-4       | 2023-02-01 |
            drawn-good  | xa-1    | hs-5       | 2023-02-01 | unknown
            undigitised | xa-1    | hs-6       |            | none
        """,
        sample="""
            sample_id | unit_id | dossier_id
            ----------+---------+-----------
            first     | xa-1    | hs-1
            first     | xa-1    | hs-4
            first     | xa-1    | hs-5
        """,
        sample_check="""
            sample_id | dossier_id | item             | verdict
            ----------+------------+------------------+--------
            first     | hs-1       | agency_seal | no
            first     | hs-4       | agency_seal | no
            first     | hs-5       | agency_seal | yes
        """,
    )

    assert marks(digitised_not_sealed, SPRING, engine) == {
        "valid": False,
        "none": True,
        "invalid": True,
        "unknown": None,
        "empty": None,
        "drawn-bare": True,
        "drawn-good": False,
    }
