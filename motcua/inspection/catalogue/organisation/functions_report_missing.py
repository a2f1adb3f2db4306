"""A review of the departments' functions is reported in detail."""

import ibis.expr.types as ir

from motcua.inspection.obligations import obligations
from motcua.inspection.period import Period
from motcua.inspection.rule import Says, Severity, rule
from motcua.language import Words


@rule(
    "TCBM-003",
    Words(vi="Chưa báo cáo rà soát chức năng, nhiệm vụ", en="No report on the review of functions"),
    meaning=Words(
        vi="Xét báo cáo rà soát chức năng, nhiệm vụ đến hạn; cần lưu ý khi trễ hoặc chưa có.",
        en="Examines the report on the review of departments' functions; marked where late or missing.",
    ),
    basis="functions_report",
    population="obligation",
    says=Says(limited="Báo cáo rà soát chức năng, nhiệm vụ của các phòng chuyên môn trễ hoặc chưa có"),
    remedy="functions_report",
    severity=Severity.ADVICE,
)
def functions_report_missing(period: Period) -> ir.Table:
    return obligations(period, "functions_report")
