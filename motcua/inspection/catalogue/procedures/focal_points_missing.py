"""A leader and an officer, each named by a decision, are the focal points of procedure control."""

import ibis
import ibis.expr.types as ir

from motcua.evidence.tables import focal_point
from motcua.inspection.expressions import accuse, cases, first_of_each, in_force, last_day, with_coverage
from motcua.inspection.period import Period
from motcua.inspection.rule import Measure, Says, rule
from motcua.language import Words

ROLES = {
    "control_leader": "lãnh đạo phụ trách kiểm soát thủ tục hành chính",
    "control_officer": "công chức đầu mối kiểm soát thủ tục hành chính",
}


@rule(
    "TTHC-002",
    Words(vi="Chưa phân công đủ đầu mối kiểm soát thủ tục", en="Focal points of procedure control not named"),
    meaning=Words(
        vi="Đếm các vai trò đầu mối có người giữ theo quyết định vào ngày cuối kỳ; vi phạm khi thiếu vai trò.",
        en="Counts focal roles held by decision on the last day of the period; breached where one is missing.",
    ),
    basis="control_focal_points",
    population="focal_point",
    covered_by=("focal_point/control_leader", "focal_point/control_officer"),
    says=Says(
        limited="Chưa phân công đủ đầu mối kiểm soát thủ tục hành chính: mới có {kept}/{target} vai trò được giao bằng "
        "quyết định",
        met="Đã có quyết định phân công {kept_abouts}",
    ),
    remedy="control_focal_points",
    measure=Measure("count", target="control_focal_roles"),
)
def focal_points_missing(period: Period) -> ir.Table:
    last = last_day(period)
    held = focal_point.filter(
        focal_point.role.isin(list(ROLES)), in_force(focal_point.valid_from, focal_point.valid_to, last)
    )
    one_each = first_of_each(held, "unit_id", "role", by=held.decision_no.isnull())
    seen = with_coverage(one_each, "focal_point.decision_no", on=ibis.literal(last))
    return cases(
        seen,
        subject=seen.role,
        about=seen.role.cases(*ROLES.items(), else_=seen.role),
        event_on=ibis.literal(last),
        breached=accuse(seen.decision_no.isnull(), seen.covered),
        decision_no=seen.decision_no,
        valid_from=seen.valid_from,
    )
