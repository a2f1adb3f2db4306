"""The report says how the tasks that the level above handed down were carried out."""

import ibis.expr.types as ir

from motcua.inspection.period import Period
from motcua.inspection.reports import sections
from motcua.inspection.rule import Says, rule
from motcua.language import Words


@rule(
    "TCBM-002",
    Words(vi="Báo cáo chưa nêu nhiệm vụ được phân cấp", en="Report without the results of decentralised tasks"),
    meaning=Words(
        vi="Xét các báo cáo gửi trong kỳ phải nêu nhiệm vụ được phân cấp; vi phạm khi phần này không có hoặc bỏ trống.",
        en="Examines reports of the period; breached where the section on decentralised tasks is absent or empty.",
    ),
    basis="decentralised_tasks",
    population="report_due",
    says=Says(
        limited="{breached}/{examined} báo cáo chưa nêu kết quả thực hiện các nhiệm vụ được phân cấp ({abouts})",
    ),
    remedy="decentralised_tasks",
    levels=("district", "province"),
)
def report_omits_decentralised_tasks(period: Period) -> ir.Table:
    return sections(period, "decentralised_tasks")
