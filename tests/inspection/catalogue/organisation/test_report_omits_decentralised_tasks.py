"""Promises of the rule: report omits decentralised tasks."""

from datetime import date

from motcua.inspection.catalogue.organisation.report_omits_decentralised_tasks import report_omits_decentralised_tasks
from motcua.inspection.period import Period
from tests.conftest import Evidence
from tests.marks import marks

PERIOD = Period.of(date(2023, 1, 1), date(2023, 7, 27))


def test_a_report_of_the_period_has_its_section_on_decentralised_tasks(evidence: Evidence) -> None:
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
            report_id | section             | present
            ----------+---------------------+--------
            full      | decentralised_tasks | yes
            silent    | decentralised_tasks | no
            unread    | appendix            | no
            unsent    | decentralised_tasks | no
            last-year | decentralised_tasks | no
        """,
    )

    assert marks(report_omits_decentralised_tasks, PERIOD, engine) == {
        "full": False,
        "silent": True,
    }
