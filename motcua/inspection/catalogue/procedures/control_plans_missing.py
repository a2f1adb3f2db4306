"""Procedure control and review each have their yearly plan, issued by the day it is due."""

import ibis.expr.types as ir

from motcua.inspection.obligations import obligations
from motcua.inspection.period import Period
from motcua.inspection.rule import Says, rule
from motcua.language import Words


@rule(
    "TTHC-001",
    Words(vi="Thiếu hoặc chậm kế hoạch kiểm soát, rà soát thủ tục", en="Plans of procedure control missing or late"),
    meaning=Words(
        vi="Xét các kế hoạch kiểm soát, rà soát thủ tục hành chính đã đến hạn; vi phạm khi ban hành sau hạn hoặc không "
        "có.",
        en="Examines plans of procedure control and review that were due; breached where issued late or not at all.",
    ),
    basis="control_plans",
    population="obligation",
    says=Says(
        limited="Chưa ban hành đúng hạn {abouts}",
        met="Các kế hoạch về kiểm soát và rà soát thủ tục hành chính đều được ban hành đúng hạn ({kept_abouts})",
    ),
    remedy="control_plans",
)
def control_plans_missing(period: Period) -> ir.Table:
    return obligations(period, "procedure_control_plan", "procedure_review_plan")
