"""Those who receive dossiers and those who advise on the reform are trained again every few years."""

from datetime import date

import ibis
import ibis.expr.types as ir

from motcua.evidence.tables import staff
from motcua.inspection.expressions import accuse, cases, first_of_each, in_force, last_day, setting, with_coverage
from motcua.inspection.period import Period
from motcua.inspection.rule import Says, Scope, Severity, rule
from motcua.language import Words

ROLES = {
    "reception": "công chức tiếp nhận hồ sơ tại Bộ phận Một cửa",
    "reform_officer": "công chức tham mưu cải cách hành chính",
}


@rule(
    "CDCV-007",
    Words(vi="Công chức một cửa chưa được bồi dưỡng", en="One-stop or reform officer not trained"),
    meaning=Words(
        vi="Xét công chức một cửa và công chức tham mưu cải cách hành chính; cần lưu ý khi lâu chưa được bồi dưỡng.",
        en="Examines one-stop and reform officers; marked where not trained within the cycle.",
    ),
    basis="one_stop_training",
    population="staff",
    says=Says(
        limited="{breached}/{examined} công chức một cửa, tham mưu cải cách chưa được bồi dưỡng "
        "trong chu kỳ quy định ({abouts})"
    ),
    remedy="conclusion_training",
    severity=Severity.ADVICE,
    scope=Scope.TREE,
)
def one_stop_staff_untrained(period: Period) -> ir.Table:
    last = ibis.literal(last_day(period))
    officers = staff.filter(staff.role.isin(list(ROLES)), in_force(staff.valid_from, staff.valid_to, last_day(period)))
    person = first_of_each(officers, "unit_id", "person", by=ibis.desc("trained_on"))
    seen = with_coverage(person, "staff.trained", on=last)
    never = accuse(seen.trained_on.isnull(), seen.covered)
    return cases(
        seen,
        subject=seen.person,
        about=seen.role.cases(*ROLES.items(), else_=seen.role),
        event_on=last,
        breached=ibis.cases((seen.trained_on < ibis.literal(_long_ago(period)), True), else_=never),
        role=seen.role,
        trained_on=seen.trained_on,
    )


def _long_ago(period: Period) -> date:
    """Who was trained before this day is to be trained again; 28 February stands in for the 29th."""
    last = last_day(period)
    leap_day = (last.month, last.day) == (2, 29)
    return date(last.year - setting("training_cycle", period), last.month, 28 if leap_day else last.day)
