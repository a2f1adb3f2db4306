"""Who is expected at work is there, or there is a reason on record."""

import ibis
import ibis.expr.types as ir

from motcua.evidence.tables import duty_record
from motcua.inspection.expressions import accuse, cases, with_coverage, within
from motcua.inspection.period import Period
from motcua.inspection.rule import Says, rule
from motcua.language import Words


@rule(
    "CDCV-009",
    Words(vi="Vắng mặt không có lý do", en="Absent from work without a reason"),
    meaning=Words(
        vi="Xét các ngày làm việc phải có mặt trong kỳ; vi phạm khi vắng mặt mà không ghi lý do.",
        en="Examines days on which officers were expected; breached where one was absent and no reason is on record.",
    ),
    basis="attendance",
    population="duty_record",
    says=Says(limited="Có {breached} lượt công chức, viên chức vắng mặt trong giờ làm việc không ghi lý do ({abouts})"),
    remedy="attendance",
)
def absent_without_reason(period: Period) -> ir.Table:
    expected = duty_record.filter(duty_record.expected, within(duty_record.day, period))
    seen = with_coverage(expected, "duty_record.reason", on=expected.day)
    return cases(
        seen,
        subject=seen.person + "/" + seen.day.cast("string"),
        about="tháng " + seen.day.month().cast("string"),
        event_on=seen.day,
        breached=ibis.cases(
            (seen.present.isnull(), ibis.null("boolean")),
            else_=accuse(~seen.present & seen.reason.isnull(), seen.covered),
        ),
        day=seen.day,
        present=seen.present,
        reason=seen.reason,
    )
