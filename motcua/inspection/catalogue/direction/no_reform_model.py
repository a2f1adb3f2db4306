"""A unit runs at least one model of the reform."""

import ibis
import ibis.expr.types as ir

from motcua.evidence.tables import reform_model
from motcua.inspection.expressions import cases, in_force, last_day
from motcua.inspection.period import Period
from motcua.inspection.rule import Measure, Says, rule
from motcua.language import Words


@rule(
    "CDDH-005",
    Words(vi="Chưa có mô hình cải cách hành chính", en="No model of the reform in force"),
    meaning=Words(
        vi="Đếm các mô hình cải cách hành chính đang thực hiện; vi phạm khi ít hơn số tối thiểu.",
        en="Counts the models of the reform in force; breached where there are fewer than the least number.",
    ),
    basis="reform_models",
    population="reform_model",
    says=Says(
        limited="Có {kept} mô hình cải cách hành chính đang thực hiện, tối thiểu là {target}",
        met="Đang thực hiện {kept} mô hình cải cách hành chính: {kept_abouts}",
    ),
    remedy="models",
    measure=Measure("count", target="reform_models"),
)
def no_reform_model(period: Period) -> ir.Table:
    running = reform_model.filter(in_force(reform_model.valid_from, reform_model.valid_to, last_day(period)))
    return cases(
        running,
        subject=running.model_id,
        about=running.name,
        event_on=ibis.literal(last_day(period)),
        breached=ibis.literal(False),
        valid_from=running.valid_from,
        valid_to=running.valid_to,
    )
