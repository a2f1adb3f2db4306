"""The periodic report on the reform says what the models achieved."""

import ibis.expr.types as ir

from motcua.inspection.period import Period
from motcua.inspection.reports import sections
from motcua.inspection.rule import Says, rule
from motcua.language import Words


@rule(
    "CDDH-007",
    Words(vi="Báo cáo chưa đánh giá các mô hình", en="Report without an evaluation of the models"),
    meaning=Words(
        vi="Xét các báo cáo đã gửi trong kỳ phải đánh giá mô hình; vi phạm khi phần này không có hoặc bỏ trống.",
        en="Examines reports submitted in the period; breached where the section on models is absent or empty.",
    ),
    basis="reform_reports",
    population="report_due",
    says=Says(limited="{breached}/{examined} báo cáo cải cách hành chính chưa đánh giá kết quả các mô hình ({abouts})"),
    remedy="models_in_report",
)
def report_omits_models(period: Period) -> ir.Table:
    return sections(period, "models")
