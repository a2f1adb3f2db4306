"""The province's programme of friendly-government models asks each unit for a plan."""

import ibis.expr.types as ir

from motcua.inspection.obligations import obligations
from motcua.inspection.period import Period
from motcua.inspection.rule import Says, rule
from motcua.language import Words


@rule(
    "CDDH-006",
    Words(vi="Chưa có kế hoạch mô hình chính quyền thân thiện", en="No plan for the friendly-government models"),
    meaning=Words(
        vi="Xét kế hoạch thực hiện mô hình chính quyền thân thiện đến hạn; vi phạm khi trễ hoặc không ban hành.",
        en="Examines the plan for the friendly-government models; breached where issued late or not at all.",
    ),
    basis="friendly_models",
    population="obligation",
    says=Says(limited="Chưa ban hành đúng hạn kế hoạch thực hiện các mô hình chính quyền thân thiện"),
    remedy="model_plan",
)
def model_plan_missing(period: Period) -> ir.Table:
    return obligations(period, "model_plan")
