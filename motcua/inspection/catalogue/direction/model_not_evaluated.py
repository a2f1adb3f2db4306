"""A model that runs is evaluated, so that reports can say what it achieved."""

import ibis
import ibis.expr.types as ir

from motcua.evidence.tables import reform_model
from motcua.inspection.expressions import accuse, cases, in_force, last_day, with_coverage
from motcua.inspection.period import Period
from motcua.inspection.rule import Says, Severity, rule
from motcua.language import Words


@rule(
    "CDDH-008",
    Words(vi="Mô hình chưa được đánh giá", en="Model of the reform not evaluated"),
    meaning=Words(
        vi="Xét các mô hình đang thực hiện; cần lưu ý khi mô hình chưa được đánh giá lần nào.",
        en="Examines models in force; marked where one was never evaluated.",
    ),
    basis="model_evaluation",
    population="reform_model",
    says=Says(limited="{breached}/{examined} mô hình cải cách hành chính chưa được đánh giá kết quả ({abouts})"),
    remedy="models_in_report",
    severity=Severity.ADVICE,
)
def model_not_evaluated(period: Period) -> ir.Table:
    last = ibis.literal(last_day(period))
    running = reform_model.filter(in_force(reform_model.valid_from, reform_model.valid_to, last_day(period)))
    seen = with_coverage(running, "reform_model.evaluated", on=last)
    return cases(
        seen,
        subject=seen.model_id,
        about=seen.name,
        event_on=last,
        breached=accuse(seen.evaluated_on.isnull() | (seen.evaluated_on > last), seen.covered),
        valid_from=seen.valid_from,
        evaluated_on=seen.evaluated_on,
    )
