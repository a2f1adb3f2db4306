"""Promises of the rule: report omits models."""

from datetime import date

from motcua.inspection.catalogue.direction.report_omits_models import report_omits_models
from motcua.inspection.period import Period
from tests.conftest import Evidence
from tests.marks import marks

PERIOD = Period.of(date(2023, 1, 1), date(2023, 7, 27))


def test_a_report_of_the_period_has_its_section_on_models(evidence: Evidence) -> None:
    engine = evidence(
        report_due="""
            report_id | unit_id | form_code | period  | due        | submitted
            ----------+---------+-----------+---------+------------+-----------
            full      | ward-12 | BC-01     | Q1/2023 | 2023-03-20 | 2023-03-19
            silent    | ward-12 | BC-01     | Q2/2023 | 2023-06-20 | 2023-06-19
            unread    | ward-12 | BC-02     | Q2/2023 | 2023-06-20 | 2023-06-19
            unsent    | ward-12 | BC-03     | Q2/2023 | 2023-06-20 |
            last-year | ward-12 | BC-01     | Q4/2022 | 2022-12-20 | 2022-12-31
        """,
        report_section="""
            report_id | section  | present
            ----------+----------+--------
            full      | models   | yes
            silent    | models   | no
            unread    | appendix | no
            unsent    | models   | no
            last-year | models   | no
        """,
    )

    assert marks(report_omits_models, PERIOD, engine) == {
        "full": False,
        "silent": True,
    }


def test_of_an_id_that_two_units_use_a_section_tells_nothing(evidence: Evidence) -> None:
    engine = evidence(
        report_due="""
            report_id | unit_id | form_code | period  | due        | submitted
            ----------+---------+-----------+---------+------------+-----------
            own       | ward-12 | BC-01     | Q1/2023 | 2023-03-20 | 2023-03-19
            shared    | ward-12 | BC-02     | Q2/2023 | 2023-06-20 | 2023-06-19
            shared    | ward-13 | BC-02     | Q2/2023 | 2023-06-20 |
        """,
        report_section="""
            report_id | section  | present
            ----------+----------+--------
            own       | models   | no
            shared    | models   | no
        """,
    )

    assert marks(report_omits_models, PERIOD, engine) == {"own": True, "shared": None}
