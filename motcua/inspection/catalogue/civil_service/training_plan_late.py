"""The yearly training plan is issued by the day set for it."""

import ibis.expr.types as ir

from motcua.inspection.obligations import obligations
from motcua.inspection.period import Period
from motcua.inspection.rule import Says, rule
from motcua.language import Words


@rule(
    "CDCV-004",
    Words(vi="Kế hoạch đào tạo, bồi dưỡng ban hành trễ", en="Training plan late or missing"),
    meaning=Words(
        vi="Xét kế hoạch đào tạo, bồi dưỡng đến hạn; vi phạm khi ban hành trễ hoặc không ban hành.",
        en="Examines the training plan that fell due; breached where issued late or not at all.",
    ),
    basis="training_plan",
    population="obligation",
    says=Says(limited="Chưa ban hành kế hoạch đào tạo, bồi dưỡng đúng thời gian hướng dẫn"),
    remedy="training",
)
def training_plan_late(period: Period) -> ir.Table:
    return obligations(period, "training_plan")
