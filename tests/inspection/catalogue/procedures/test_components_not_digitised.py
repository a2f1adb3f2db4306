"""Promises of the rule on papers digitised at reception."""

from datetime import date

from motcua.inspection.catalogue.procedures.components_not_digitised import components_not_digitised
from motcua.inspection.period import Period
from motcua.inspection.verdict import Outcome
from tests.conftest import Evidence
from tests.marks import marks, outcome

SPRING = Period.of(date(2023, 1, 1), date(2023, 6, 30))


def test_a_dossier_counts_where_a_paper_is_digitised_or_electronic(evidence: Evidence) -> None:
    engine = evidence(
        dossier="""
            dossier_id | unit_id | received
            -----------+---------+-----------
            scanned    | xa-1    | 2023-02-01
            filed      | xa-1    | 2023-02-01
            from-data  | xa-1    | 2023-02-01
            on-paper   | xa-1    | 2023-02-01
            half-known | xa-1    | 2023-02-01
            unknown    | xa-1    | 2023-02-01
            no-papers  | xa-1    | 2023-02-01
            old        | xa-1    | 2022-12-31
        """,
        dossier_component="""
            unit_id | dossier_id | component_no | form       | digitised
            --------+------------+--------------+------------+----------
            xa-1    | scanned    | 1            | original   | no
            xa-1    | scanned    | 2            | copy       | yes
            xa-1    | filed      | 1            | electronic | no
            xa-1    | from-data  | 1            | data       |
            xa-1    | on-paper   | 1            | original   | no
            xa-1    | on-paper   | 2            |            | no
            xa-1    | half-known | 1            | copy       | no
            xa-1    | half-known | 2            | copy       |
            xa-1    | unknown    | 1            | copy       |
            xa-1    | old        | 1            | copy       | no
            xa-2    | no-papers  | 1            | copy       | yes
        """,
    )

    assert marks(components_not_digitised, SPRING, engine) == {
        "scanned": False,
        "filed": False,
        "from-data": False,
        "on-paper": True,
        "half-known": True,
        "unknown": None,
        "no-papers": None,
    }


def test_half_is_enough_in_2023_and_less_is_not(evidence: Evidence) -> None:
    units = "unit_id\nxa-1"
    dossiers = "unit_id | dossier_id | received\n" + "".join(f"xa-1 | hs-{n} | 2023-02-01\n" for n in range(9))
    papers = "unit_id | dossier_id | component_no | digitised\n"
    papers += "".join(f"xa-1 | hs-{n} | 1 | {'yes' if n < 4 else 'no'}\n" for n in range(9))

    less = evidence(unit=units, dossier=dossiers, dossier_component=papers)
    assert outcome(components_not_digitised, SPRING, less, "xa-1") is Outcome.BREACHED
    half = evidence(unit=units, dossier=dossiers.replace("xa-1 | hs-8 | 2023-02-01\n", ""), dossier_component=papers)
    assert outcome(components_not_digitised, SPRING, half, "xa-1") is Outcome.MET
    untold = evidence(unit=units, dossier=dossiers, dossier_component=papers.replace("hs-8 | 1 | no", "hs-8 | 1 |"))
    assert outcome(components_not_digitised, SPRING, untold, "xa-1") is Outcome.NOT_ASSESSABLE  # it could turn
