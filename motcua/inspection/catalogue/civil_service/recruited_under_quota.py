"""Over a year as many are recruited as the quota allows, teachers above all."""

import ibis
import ibis.expr.types as ir

from motcua.evidence.tables import recruitment
from motcua.inspection.expressions import cases
from motcua.inspection.period import Period
from motcua.inspection.rule import Says, Severity, rule
from motcua.inspection.years import closing_day, of_closed_years
from motcua.language import Words

GROUPS = {"civil_servant": "công chức", "teacher": "giáo viên", "public_employee": "viên chức"}


@rule(
    "CDCV-008",
    Words(vi="Tuyển dụng chưa đủ chỉ tiêu", en="Fewer recruited than the quota"),
    meaning=Words(
        vi="Xét từng nhóm vị trí của năm đã kết thúc; cần lưu ý khi số tuyển được ít hơn chỉ tiêu.",
        en="Examines each group of posts in a year that is over; marked where fewer were recruited than the quota.",
    ),
    basis="recruitment_done",
    population="recruitment",
    says=Says(limited="Tuyển dụng chưa đủ chỉ tiêu ở {breached}/{examined} nhóm vị trí ({abouts})"),
    remedy="conclusion_recruitment",
    severity=Severity.ADVICE,
)
def recruited_under_quota(period: Period) -> ir.Table:
    groups = of_closed_years(recruitment, period).filter(recruitment.quota > 0)
    return cases(
        groups,
        subject=groups.year.cast("string") + "/" + groups.post_group,
        about=groups.post_group.cases(*GROUPS.items(), else_=groups.post_group),
        event_on=ibis.literal(closing_day(period)),
        breached=groups.recruited < groups.quota,
        quota=groups.quota,
        recruited=groups.recruited,
    )
