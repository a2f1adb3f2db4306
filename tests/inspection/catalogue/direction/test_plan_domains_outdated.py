"""Promises of the rule: plan domains outdated."""

from datetime import date

from motcua.inspection.catalogue.direction.plan_domains_outdated import plan_domains_outdated
from motcua.inspection.period import Period
from tests.conftest import Evidence
from tests.marks import marks

PERIOD = Period.of(date(2023, 1, 1), date(2023, 7, 27))


def test_a_running_plan_names_only_domains_in_force(evidence: Evidence) -> None:
    engine = evidence(
        obligation="""
            obligation_id | unit_id | kind         | period    | due        | fulfilled
            --------------+---------+--------------+-----------+------------+-----------
            five-years    | ward-12 | reform_plan  | 2021-2025 | 2021-06-30 | 2021-05-10
            ended         | ward-12 | reform_plan  | 2016-2020 | 2016-06-30 | 2016-05-10
            unmade        | ward-12 | reform_plan  | 2023      | 2023-01-31 |
            digital       | ward-12 | digital_plan | 2023      | 2023-01-31 | 2023-01-10
        """,
        plan_domain="""
            obligation_id | domain
            --------------+-----------------------------------------------------------
            five-years    | Cải cách  thể chế
            five-years    | CẢI CÁCH CHẾ ĐỘ CÔNG VỤ
            five-years    | Xây dựng và phát triển Chính quyền điện tử, Chính quyền số
            five-years    | Cải cách tổ chức bộ máy hành chính nhà nước
            five-years    | Hiện đại hóa hành chính
            five-years    | ISO
            ended         | Hiện đại hóa hành chính
            unmade        | ISO
            digital       | Hạ tầng số
        """,
    )

    assert marks(plan_domains_outdated, PERIOD, engine) == {
        "five-years/Cải cách  thể chế": False,
        "five-years/CẢI CÁCH CHẾ ĐỘ CÔNG VỤ": False,
        "five-years/Xây dựng và phát triển Chính quyền điện tử, Chính quyền số": False,
        "five-years/Cải cách tổ chức bộ máy hành chính nhà nước": False,
        "five-years/Hiện đại hóa hành chính": True,
        "five-years/ISO": True,
    }


def test_of_an_id_that_two_units_use_a_domain_tells_nothing(evidence: Evidence) -> None:
    engine = evidence(
        obligation="""
            obligation_id | unit_id | kind        | period    | due        | fulfilled
            --------------+---------+-------------+-----------+------------+-----------
            own           | ward-12 | reform_plan | 2021-2025 | 2021-06-30 | 2021-05-10
            shared        | ward-12 | reform_plan | 2021-2025 | 2021-06-30 | 2021-05-10
            shared        | ward-13 | reform_plan | 2021-2025 | 2021-06-30 |
        """,
        plan_domain="""
            obligation_id | domain
            --------------+-------
            own           | ISO
            shared        | ISO
        """,
    )

    assert marks(plan_domains_outdated, PERIOD, engine) == {"own/ISO": True, "shared/ISO": None}
