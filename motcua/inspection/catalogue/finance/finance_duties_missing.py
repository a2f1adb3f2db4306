"""The budget is made public, spending has its rules, and autonomy is reported on, each by its day."""

import ibis.expr.types as ir

from motcua.inspection.obligations import obligations
from motcua.inspection.period import Period
from motcua.inspection.rule import Says, rule
from motcua.language import Words


@rule(
    "TCC-001",
    Words(vi="Chưa thực hiện đủ việc về tài chính công", en="Duties of public finance missing or late"),
    meaning=Words(
        vi="Xét việc công khai dự toán ngân sách, quy chế chi tiêu nội bộ, báo cáo tự chủ đã đến hạn; vi phạm khi thực "
        "hiện sau hạn hoặc không có.",
        en="Examines the budget's disclosure, spending rules and autonomy report that were due; breached where late or "
        "missing.",
    ),
    basis="finance_duties",
    population="obligation",
    says=Says(
        limited="Chưa thực hiện đúng hạn: {abouts}",
        met="Các nhiệm vụ về tài chính công được thực hiện đúng hạn ({kept_abouts})",
    ),
    remedy="finance_duties",
)
def finance_duties_missing(period: Period) -> ir.Table:
    return obligations(period, "budget_disclosure", "spending_rules", "autonomy_report")
