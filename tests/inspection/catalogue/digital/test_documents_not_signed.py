"""Promises of the rule on digital signatures on documents."""

from datetime import date

from motcua.inspection.catalogue.digital.documents_not_signed import documents_not_signed
from motcua.inspection.period import Period
from motcua.inspection.verdict import Outcome
from tests.conftest import Evidence
from tests.marks import marks, outcome

HALF_YEAR = Period.of(date(2023, 1, 1), date(2023, 6, 30))


UNITS = """
    unit_id
    -------
    ward-12
"""


def test_any_valid_signature_counts(evidence: Evidence) -> None:
    engine = evidence(
        outgoing_document="""
            document_id | unit_id | issued     | secret | person_signature | agency_seal
            ------------+---------+------------+--------+------------------+------------
            both        | ward-12 | 2023-03-01 | no     | valid            | valid
            person      | ward-12 | 2023-03-01 |        | valid            | none
            agency      | ward-12 | 2023-03-01 | no     | unknown          | valid
            neither     | ward-12 | 2023-03-01 | no     | none             | invalid
            not-seen    | ward-12 | 2023-03-01 | no     | none             | unknown
            empty       | ward-12 | 2023-03-01 | no     |                  |
            secret      | ward-12 | 2023-03-01 | yes    | none             | none
            later       | ward-12 | 2023-07-01 | no     | none             | none
        """,
    )

    assert marks(documents_not_signed, HALF_YEAR, engine) == {
        "both": False,
        "person": False,
        "agency": False,
        "neither": True,
        "not-seen": None,
        "empty": None,
    }


def issued(signed: int, unsigned: int) -> str:
    kinds = ["valid"] * signed + ["none"] * unsigned
    lines = [f"{n} | ward-12 | 2023-03-01 | {kind} | none" for n, kind in enumerate(kinds)]
    return "document_id | unit_id | issued | person_signature | agency_seal\n" + "\n".join(lines)


def test_nine_in_ten_signed_is_enough(evidence: Evidence) -> None:
    engine = evidence(unit=UNITS, outgoing_document=issued(signed=9, unsigned=1))

    assert outcome(documents_not_signed, HALF_YEAR, engine, "ward-12") is Outcome.MET


def test_fewer_than_nine_in_ten_signed_is_a_breach(evidence: Evidence) -> None:
    engine = evidence(unit=UNITS, outgoing_document=issued(signed=89, unsigned=10))

    assert outcome(documents_not_signed, HALF_YEAR, engine, "ward-12") is Outcome.BREACHED
