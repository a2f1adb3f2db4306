"""The plans that put the year's reform into effect are issued, each by the day it is due."""

import ibis.expr.types as ir

from motcua.inspection.obligations import obligations
from motcua.inspection.period import Period
from motcua.inspection.rule import Says, rule
from motcua.language import Words


@rule(
    "CDDH-001",
    Words(vi="Chưa ban hành đầy đủ kế hoạch cải cách hành chính", en="Plans of the reform not issued in time"),
    meaning=Words(
        vi="Xét các kế hoạch cải cách hành chính đến hạn; vi phạm khi ban hành trễ hoặc không ban hành.",
        en="Examines plans of the reform that fell due; breached where issued late or not at all.",
    ),
    basis="reform_plans",
    population="obligation",
    says=Says(
        limited="Có {breached}/{examined} kế hoạch cải cách hành chính ban hành trễ hoặc chưa ban hành ({abouts})",
        met="Đã ban hành {word} các kế hoạch triển khai công tác cải cách hành chính trong năm ({kept_abouts})",
    ),
    remedy="reform_plans",
    praise_from="direction_share",
)
def reform_plans_missing(period: Period) -> ir.Table:
    return obligations(period, "reform_plan", "index_plan", "communication_plan", "reform_inspection_plan")
