"""A training plan is near to what is needed, so that little has to be added to it."""

import ibis
import ibis.expr.types as ir

from motcua.evidence.tables import training_plan
from motcua.inspection.expressions import cases, last_day, setting
from motcua.inspection.period import Period
from motcua.inspection.rule import Says, rule
from motcua.inspection.years import of_years
from motcua.language import Words


@rule(
    "CDCV-005",
    Words(vi="Kế hoạch đào tạo chưa sát thực tế", en="Far more trained than planned"),
    meaning=Words(
        vi="Xét từng lớp đào tạo, bồi dưỡng của năm; vi phạm khi số thực hiện vượt kế hoạch quá mức chấp nhận.",
        en="Examines each course of the year; breached where those trained exceed the plan by more than is accepted.",
    ),
    basis="training_near_plan",
    population="training_plan",
    says=Says(limited="Số lượng đào tạo, bồi dưỡng phát sinh nhiều so với kế hoạch ở {breached} nội dung ({abouts})"),
    remedy="training",
)
def training_far_from_plan(period: Period) -> ir.Table:
    courses = of_years(training_plan, period)
    return cases(
        courses,
        subject=courses.year.cast("string") + "/" + courses.course,
        about=courses.course,
        event_on=ibis.literal(last_day(period)),
        breached=(courses.actual - courses.planned) * 100 > courses.planned * setting("training_deviation", period),
        planned=courses.planned,
        actual=courses.actual,
    )
