"""For every group of posts with a quota to fill there is a recruitment plan."""

import ibis
import ibis.expr.types as ir

from motcua.evidence.tables import recruitment
from motcua.inspection.expressions import accuse, cases, last_day, with_coverage
from motcua.inspection.period import Period
from motcua.inspection.rule import Says, rule
from motcua.inspection.years import of_years
from motcua.language import Words

GROUPS = {"civil_servant": "công chức", "teacher": "giáo viên", "public_employee": "viên chức"}


@rule(
    "CDCV-001",
    Words(vi="Chưa xây dựng kế hoạch tuyển dụng", en="No recruitment plan for a group of posts"),
    meaning=Words(
        vi="Xét các nhóm vị trí còn chỉ tiêu tuyển dụng trong năm; vi phạm khi chưa ban hành kế hoạch.",
        en="Examines groups of posts with a quota to recruit in the year; breached where no plan was issued.",
    ),
    basis="recruitment_plan",
    population="recruitment",
    says=Says(
        limited="Chưa xây dựng kế hoạch tuyển dụng đối với {abouts}",
        met="Đã xây dựng kế hoạch tuyển dụng trong năm ({kept_abouts})",
    ),
    remedy="recruitment_plan",
    praise_from="recruitment_plan_share",
)
def recruitment_plan_missing(period: Period) -> ir.Table:
    last = ibis.literal(last_day(period))
    wanted = of_years(recruitment, period).filter(recruitment.quota > 0)
    seen = with_coverage(wanted, "recruitment.plan_issued", on=last)
    return cases(
        seen,
        subject=seen.year.cast("string") + "/" + seen.post_group,
        about=seen.post_group.cases(*GROUPS.items(), else_=seen.post_group),
        event_on=last,
        breached=accuse(seen.plan_issued_on.isnull(), seen.covered),
        quota=seen.quota,
        plan_issued_on=seen.plan_issued_on,
    )
