"""Over a year as many are trained as were registered."""

import ibis
import ibis.expr.types as ir

from motcua.evidence.tables import training_plan
from motcua.inspection.expressions import cases
from motcua.inspection.period import Period
from motcua.inspection.rule import Says, Severity, rule
from motcua.inspection.years import closing_day, of_closed_years
from motcua.language import Words


@rule(
    "CDCV-006",
    Words(vi="Chưa đạt chỉ tiêu đào tạo, bồi dưỡng", en="Fewer trained than planned"),
    meaning=Words(
        vi="Xét từng lớp đào tạo, bồi dưỡng của năm đã kết thúc; cần lưu ý khi số thực hiện ít hơn kế hoạch.",
        en="Examines each course of a year that is over; marked where fewer were trained than planned.",
    ),
    basis="training_target",
    population="training_plan",
    says=Says(limited="{breached}/{examined} nội dung đào tạo, bồi dưỡng chưa đạt chỉ tiêu đã đăng ký ({abouts})"),
    remedy="training",
    severity=Severity.ADVICE,
)
def training_target_missed(period: Period) -> ir.Table:
    courses = of_closed_years(training_plan, period)
    return cases(
        courses,
        subject=courses.year.cast("string") + "/" + courses.course,
        about=courses.course,
        event_on=ibis.literal(closing_day(period)),
        breached=courses.actual < courses.planned,
        planned=courses.planned,
        actual=courses.actual,
    )
