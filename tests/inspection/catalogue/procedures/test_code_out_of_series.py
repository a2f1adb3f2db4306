"""Promises of the rule on codes of dossiers."""

from datetime import date

from motcua.inspection.catalogue.procedures.code_out_of_series import code_out_of_series
from motcua.inspection.period import Period
from tests.conftest import Evidence
from tests.marks import marks

MARCH = Period.of(date(2024, 3, 1), date(2024, 3, 31))


def test_a_code_given_as_the_dossier_was_filed_online_or_by_a_ministry_is_not_judged(evidence: Evidence) -> None:
    engine = evidence(
        unit="""
            unit_id | agency_code
            --------+------------
            ward-12 | H20.17.23
        """,
        dossier="""
            dossier_id                 | unit_id | channel | received
            ---------------------------+---------+---------+-----------
            H20.17.23-240303-0001      | ward-12 | online  | 2024-03-04
            H20.17.23-240304-0001      | ward-12 | online  | 2024-03-04
            H20.17.23-240305-0001      | ward-12 | online  | 2024-03-04
            H20.17.23-240303-0002      | ward-12 | counter | 2024-03-04
            HS-7                       | ward-12 | online  | 2024-03-04
            G22.99-240304-123456       | ward-12 | online  | 2024-03-04
        """,
    )

    assert marks(code_out_of_series, MARCH, engine) == {
        "H20.17.23-240303-0001": None,  # filed on Sunday, taken in on Monday
        "H20.17.23-240304-0001": False,
        "H20.17.23-240305-0001": True,
        "H20.17.23-240303-0002": True,
        "HS-7": True,
        "G22.99-240304-123456": None,
    }


def test_a_code_names_the_unit_and_the_day_of_reception(evidence: Evidence) -> None:
    engine = evidence(
        unit="""
            unit_id | agency_code
            --------+------------
            ward-12 | H20.17.23
            city    | H20.17
            unnamed |
            desk    | H20.17.99
        """,
        dossier="""
            dossier_id                 | unit_id | received         | parent_dossier_id         | received_by_unit_id
            ---------------------------+---------+------------------+---------------------------+--------------------
            H20.17.23-240301-0001      | ward-12 | 2024-03-01 09:00 |                           |
            H20.17.23-240301-0001234   | ward-12 | 2024-03-01       |                           |
            000.23.17.H20-240301-0002  | ward-12 | 2024-03-01       |                           |
            000.00.17.H20-240301-0002  | city    | 2024-03-01       |                           |
            000.17.23.H20-240301-0003  | ward-12 | 2024-03-01       |                           |
            H20.17.24-240301-0004      | ward-12 | 2024-03-01       |                           |
            H20.17.23-240302-0005      | ward-12 | 2024-03-01       |                           |
            H20.17.23-240301-006       | ward-12 | 2024-03-01       |                           |
            H20.17.23-240301-00000007  | ward-12 | 2024-03-01       |                           |
            H20.17.23-240301-000A      | ward-12 | 2024-03-01       |                           |
            HS 12/2024                 | ward-12 | 2024-03-01       |                           |
            -240301-0001               | ward-12 | 2024-03-01       |                           |
            H20.17.24-240301-0008      | unnamed | 2024-03-01       |                           |
            HS-240301-0008             | unnamed | 2024-03-01       |                           |
            H20.17.99-240301-0009      | ward-12 | 2024-03-01       |                           | desk
            H20.17-240220-0001         | ward-12 | 2024-03-01       | H20.17-240220-0001        |
            H20.17.23-240229-0001      | ward-12 | 2024-02-29       |                           |
        """,
    )

    assert marks(code_out_of_series, MARCH, engine) == {
        "H20.17.23-240301-0001": False,
        "H20.17.23-240301-0001234": False,
        "000.23.17.H20-240301-0002": False,  # as codes were written before
        "000.00.17.H20-240301-0002": False,
        "000.17.23.H20-240301-0003": True,
        "H20.17.24-240301-0004": True,
        "H20.17.23-240302-0005": True,
        "H20.17.23-240301-006": True,
        "H20.17.23-240301-00000007": True,
        "H20.17.23-240301-000A": True,
        "HS 12/2024": True,
        "-240301-0001": True,
        "H20.17.24-240301-0008": None,  # the unit's own code is not known
        "HS-240301-0008": True,
        "H20.17.99-240301-0009": False,  # taken in by another unit of the province
    }
