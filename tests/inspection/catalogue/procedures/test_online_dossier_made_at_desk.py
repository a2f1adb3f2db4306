"""Promises of the rule on online dossiers made at the desk."""

from datetime import date

from motcua.inspection.catalogue.procedures.online_dossier_made_at_desk import online_dossier_made_at_desk
from motcua.inspection.period import Period
from tests.conftest import Evidence
from tests.marks import marks

MARCH = Period.of(date(2024, 3, 1), date(2024, 3, 31))


def test_an_officer_files_no_online_dossier(evidence: Evidence) -> None:
    engine = evidence(
        dossier="""
            dossier_id  | unit_id | channel | submitter_kind | received
            ------------+---------+---------+----------------+-----------
            self        | ward-12 | online  | self           | 2024-03-01
            officer     | ward-12 | online  | officer        | 2024-03-31
            post-office | ward-12 | online  | post_office    | 2024-03-05
            not-said    | ward-12 | online  |                | 2024-03-05
            counter     | ward-12 | counter | officer        | 2024-03-05
            april       | ward-12 | online  | officer        | 2024-04-01
        """,
    )

    assert marks(online_dossier_made_at_desk, MARCH, engine) == {
        "self": False,
        "officer": True,
        "post-office": False,
        "not-said": None,
    }
