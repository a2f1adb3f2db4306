"""Who leads, receives dossiers or advises on the reform was appointed by a decision."""

import ibis
import ibis.expr.types as ir

from motcua.evidence.tables import staff
from motcua.inspection.expressions import accuse, cases, in_force, last_day, with_coverage
from motcua.inspection.period import Period
from motcua.inspection.rule import Says, rule
from motcua.language import Words

ROLES = {
    "leader": "lãnh đạo, quản lý",
    "reception": "tiếp nhận hồ sơ tại Bộ phận Một cửa",
    "reform_officer": "tham mưu cải cách hành chính",
}


@rule(
    "CDCV-010",
    Words(vi="Bổ nhiệm, phân công khi hồ sơ không có quyết định", en="Appointment without a decision on record"),
    meaning=Words(
        vi="Xét người đang giữ chức danh lãnh đạo, một cửa, tham mưu; vi phạm khi hồ sơ không có số quyết định.",
        en="Examines those who lead, receive dossiers or advise; breached where no decision is on record.",
    ),
    basis="appointment_decision",
    population="staff",
    says=Says(
        limited="Hồ sơ bổ nhiệm, phân công chưa có quyết định đối với {breached}/{examined} trường hợp ({abouts})"
    ),
    remedy="leadership",
)
def appointment_without_decision(period: Period) -> ir.Table:
    last = ibis.literal(last_day(period))
    held = staff.filter(staff.role.isin(list(ROLES)), in_force(staff.valid_from, staff.valid_to, last_day(period)))
    seen = with_coverage(held, "staff.decision_no", on=last)
    return cases(
        seen,
        subject=seen.person + "/" + seen.valid_from.cast("string"),
        about=seen.role.cases(*ROLES.items(), else_=seen.role),
        event_on=last,
        breached=accuse(seen.decision_no.isnull(), seen.covered),
        role=seen.role,
        valid_from=seen.valid_from,
        decision_no=seen.decision_no,
    )
