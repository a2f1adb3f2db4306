"""Digital transformation, information security and the emulation for them each have their plan, issued in time."""

import ibis.expr.types as ir

from motcua.inspection.obligations import obligations
from motcua.inspection.period import Period
from motcua.inspection.rule import Says, rule
from motcua.language import Words


@rule(
    "CQS-009",
    Words(vi="Thiếu hoặc chậm kế hoạch chuyển đổi số", en="Plans of digital transformation missing or late"),
    meaning=Words(
        vi="Xét các kế hoạch chuyển đổi số, an toàn thông tin, thi đua chuyển đổi số đã đến hạn; vi phạm khi ban hành "
        "sau hạn hoặc không có.",
        en="Examines plans of digital transformation, security and emulation that were due; breached where issued "
        "late or "
        "not at all.",
    ),
    basis="digital_plans",
    population="obligation",
    says=Says(
        limited="Chưa ban hành đúng hạn {abouts}",
        met="Các kế hoạch về chuyển đổi số được ban hành đúng hạn ({kept_abouts})",
    ),
    remedy="digital_plans",
)
def digital_plans_missing(period: Period) -> ir.Table:
    return obligations(period, "digital_plan", "security_plan", "emulation_plan")
