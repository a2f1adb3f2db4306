"""A commune plans its dialogues with residents."""

import ibis.expr.types as ir

from motcua.inspection.obligations import obligations
from motcua.inspection.period import Period
from motcua.inspection.rule import Says, rule
from motcua.language import Words


@rule(
    "CDDH-011",
    Words(vi="Chưa có kế hoạch tiếp xúc, đối thoại", en="No plan of dialogues with residents"),
    meaning=Words(
        vi="Xét kế hoạch tiếp xúc, đối thoại của cấp xã đến hạn; vi phạm khi ban hành trễ hoặc không ban hành.",
        en="Examines a commune's plan of dialogues; breached where issued late or not at all.",
    ),
    basis="dialogue_plan",
    population="obligation",
    says=Says(
        limited="Chưa ban hành đúng hạn kế hoạch tiếp xúc, đối thoại với người dân",
        met="Đã ban hành kế hoạch tiếp xúc, đối thoại với người dân",
    ),
    remedy="dialogue",
    levels=("commune",),
)
def dialogue_plan_missing(period: Period) -> ir.Table:
    return obligations(period, "dialogue_plan")
