"""Who holds a role of the reform holds it by a decision."""

import ibis
import ibis.expr.types as ir

from motcua.evidence.tables import focal_point
from motcua.inspection.expressions import accuse, cases, in_force, last_day, with_coverage
from motcua.inspection.period import Period
from motcua.inspection.rule import Says, rule
from motcua.language import Words

ROLES = {
    "control_leader": "lãnh đạo phụ trách kiểm soát thủ tục hành chính",
    "control_officer": "công chức đầu mối kiểm soát thủ tục hành chính",
    "one_stop_head": "người đứng đầu Bộ phận Một cửa",
    "reform_officer": "công chức tham mưu cải cách hành chính",
}


@rule(
    "CDDH-017",
    Words(vi="Giữ vai trò đầu mối khi chưa có quyết định", en="Role of the reform held without a decision"),
    meaning=Words(
        vi="Xét các vai trò đầu mối đang được giao; vi phạm khi không có số quyết định phân công.",
        en="Examines roles of the reform in force; breached where no decision is on record.",
    ),
    basis="focal_decision",
    population="focal_point",
    says=Says(limited="{breached}/{examined} vai trò đầu mối, phụ trách chưa có quyết định phân công ({abouts})"),
    remedy="role_decision",
)
def role_without_decision(period: Period) -> ir.Table:
    last = ibis.literal(last_day(period))
    held = focal_point.filter(in_force(focal_point.valid_from, focal_point.valid_to, last_day(period)))
    seen = with_coverage(held, "focal_point.decision_no", on=last)
    return cases(
        seen,
        subject=seen.role + "/" + seen.valid_from.cast("string"),
        about=seen.role.cases(*ROLES.items(), else_=seen.role),
        event_on=last,
        breached=accuse(seen.decision_no.isnull(), seen.covered),
        valid_from=seen.valid_from,
        decision_no=seen.decision_no,
    )
