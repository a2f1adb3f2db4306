"""A model that runs is rated, so that what works is kept and copied."""

import ibis
import ibis.expr.types as ir

from motcua.evidence.tables import reform_model
from motcua.inspection.expressions import accuse, cases, in_force, last_day, with_coverage
from motcua.inspection.period import Period
from motcua.inspection.rule import Says, Severity, rule
from motcua.language import Words


@rule(
    "CDDH-009",
    Words(vi="Mô hình chưa được xếp loại hiệu quả", en="Model of the reform not rated"),
    meaning=Words(
        vi="Xét các mô hình đang thực hiện; cần lưu ý khi mô hình chưa được xếp loại hiệu quả.",
        en="Examines models in force; marked where one has no rating.",
    ),
    basis="model_rating",
    population="reform_model",
    says=Says(limited="{breached}/{examined} mô hình cải cách hành chính chưa được xếp loại hiệu quả ({abouts})"),
    remedy="conclusion_models",
    severity=Severity.ADVICE,
)
def model_not_rated(period: Period) -> ir.Table:
    last = ibis.literal(last_day(period))
    running = reform_model.filter(in_force(reform_model.valid_from, reform_model.valid_to, last_day(period)))
    seen = with_coverage(running, "reform_model.rating", on=last)
    return cases(
        seen,
        subject=seen.model_id,
        about=seen.name,
        event_on=last,
        breached=accuse(seen.rating.isnull(), seen.covered),
        valid_from=seen.valid_from,
        rating=seen.rating,
    )
