"""A district goes on reducing its staff as the downsizing asks."""

import ibis
import ibis.expr.types as ir

from motcua.evidence.tables import staff_reduction
from motcua.inspection.expressions import cases, within
from motcua.inspection.period import Period
from motcua.inspection.rule import Measure, Says, Severity, rule
from motcua.language import Words


@rule(
    "TCBM-005",
    Words(vi="Chưa thực hiện tinh giản biên chế", en="No staff reduced"),
    meaning=Words(
        vi="Đếm các trường hợp tinh giản biên chế có quyết định trong kỳ; vi phạm khi ít hơn số tối thiểu.",
        en="Counts officers released by decisions of the period; breached where fewer than the least number.",
    ),
    basis="staff_reduction",
    population="staff_reduction",
    says=Says(
        limited="Trong kỳ mới tinh giản biên chế {kept} trường hợp, tối thiểu là {target}",
        met="Trong kỳ đã tinh giản biên chế {kept} trường hợp ({kept_counts})",
    ),
    remedy="staff_reduction",
    severity=Severity.MINOR,
    measure=Measure("count", target="staff_reductions"),
    levels=("district",),
)
def no_staff_reduction(period: Period) -> ir.Table:
    decided = staff_reduction.filter(within(staff_reduction.decided_on, period))
    return cases(
        decided,
        subject=decided.person,
        about=decided.kind.cases(("civil_servant", "công chức"), ("public_employee", "viên chức"), else_=decided.kind),
        event_on=decided.decided_on,
        breached=ibis.literal(False),
        decided_on=decided.decided_on,
    )
