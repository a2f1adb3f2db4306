"""Promises of the rule on documents signed by person and agency."""

from datetime import date

from motcua.evidence.engines import Engine
from motcua.inspection.catalogue.digital.documents_not_signed_by_both import documents_not_signed_by_both
from motcua.inspection.engine import Inspection
from motcua.inspection.period import Period
from motcua.inspection.programme import default_programme
from motcua.inspection.statements import Kind, conclude
from motcua.inspection.verdict import Outcome
from tests.conftest import Evidence
from tests.marks import marks, outcome

HALF_YEAR = Period.of(date(2023, 1, 1), date(2023, 6, 30))


UNITS = """
    unit_id
    -------
    ward-12
"""


def test_both_signatures_must_be_valid(evidence: Evidence) -> None:
    engine = evidence(
        outgoing_document="""
            document_id | unit_id | issued     | secret | person_signature | agency_seal
            ------------+---------+------------+--------+------------------+------------
            both        | ward-12 | 2023-03-01 | no     | valid            | valid
            person      | ward-12 | 2023-03-01 |        | valid            | none
            invalid     | ward-12 | 2023-03-01 | no     | unknown          | invalid
            half-seen   | ward-12 | 2023-03-01 | no     | valid            | unknown
            secret      | ward-12 | 2023-03-01 | yes    | none             | none
        """,
    )

    assert marks(documents_not_signed_by_both, HALF_YEAR, engine) == {
        "both": False,
        "person": True,
        "invalid": True,
        "half-seen": None,
    }


def issued(both: int, one: int) -> str:
    seals = ["valid"] * both + ["none"] * one
    lines = [f"{n} | ward-12 | 2023-03-01 | valid | {seal}" for n, seal in enumerate(seals)]
    return "document_id | unit_id | issued | person_signature | agency_seal\n" + "\n".join(lines)


def test_half_with_both_is_no_breach(evidence: Evidence) -> None:
    engine = evidence(unit=UNITS, outgoing_document=issued(both=5, one=5))

    assert outcome(documents_not_signed_by_both, HALF_YEAR, engine, "ward-12") is Outcome.MET


def test_less_than_half_with_both_is_a_breach(evidence: Evidence) -> None:
    engine = evidence(unit=UNITS, outgoing_document=issued(both=5, one=6))

    assert outcome(documents_not_signed_by_both, HALF_YEAR, engine, "ward-12") is Outcome.BREACHED


def said(engine: Engine) -> list[tuple[Kind, str]]:
    inspection = Inspection.open(engine, HALF_YEAR, ["ward-12"])
    found = conclude(inspection, [documents_not_signed_by_both], default_programme()).statements
    return [(s.kind, s.text) for s in found if s.key == documents_not_signed_by_both.code]


def test_a_share_between_breach_and_praise_is_not_spoken_of(evidence: Evidence) -> None:
    assert said(evidence(unit=UNITS, outgoing_document=issued(both=89, one=11))) == []


def test_nine_in_ten_with_both_are_praised_with_their_share(evidence: Evidence) -> None:
    (strength,) = said(evidence(unit=UNITS, outgoing_document=issued(both=9, one=1)))

    assert strength[0] is Kind.STRENGTH
    assert "90%" in strength[1]
