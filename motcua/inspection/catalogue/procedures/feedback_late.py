"""Feedback and petitions of citizens are answered in time."""

import ibis
import ibis.expr.types as ir

from motcua.evidence.tables import feedback
from motcua.inspection.expressions import cases, later_than, with_coverage, with_working_days
from motcua.inspection.limits import limit
from motcua.inspection.period import Period
from motcua.inspection.rule import Says, rule
from motcua.language import Words

KINDS = {
    "procedure": "phản ánh về thủ tục hành chính",
    "officer": "phản ánh về cán bộ, công chức",
    "proposal": "kiến nghị, đề xuất",
}


@rule(
    "TTHC-047",
    Words(vi="Trả lời phản ánh, kiến nghị quá hạn", en="Feedback answered late or not at all"),
    meaning=Words(
        vi="Xét các phản ánh, kiến nghị đã trả lời trong kỳ hoặc đã đến hạn trả lời; vi phạm khi trả lời sau hạn hoặc "
        "chưa trả lời. Không ghi hạn thì tính theo số ngày làm việc quy định.",
        en="Examines feedback answered in the period or due; breached where the answer came late or not at all. "
        "Where no "
        "day is noted, the working days of the law are counted.",
    ),
    basis="feedback_in_time",
    population="feedback",
    says=Says(limited="{breached}/{examined} phản ánh, kiến nghị được trả lời quá hạn hoặc chưa trả lời ({abouts})"),
    remedy="feedback_in_time",
)
def feedback_late(period: Period) -> ir.Table:
    asked = feedback.filter(
        feedback.received_on <= ibis.literal(period.end),
        feedback.answered_on.isnull() | (feedback.answered_on >= ibis.literal(period.start)),
    )
    until = asked.mutate(until_on=asked.answered_on.coalesce(ibis.literal(period.as_of)))
    counted = with_working_days(until, start="received_on", end="until_on", into="waited")
    late = ibis.cases(
        (counted.due_on.isnull(), counted.waited > limit("feedback_working_days", counted.received_on, period)),
        else_=later_than(counted.until_on, counted.answered_at, counted.due_on, counted.due_at),
    )
    judged = counted.mutate(late=late)
    due = judged.filter(judged.answered_on.notnull() | judged.late.fill_null(False))
    seen = with_coverage(due, "feedback.answered", due.due_on.coalesce(due.received_on))
    return cases(
        seen,
        subject=seen.feedback_id,
        about=seen.kind.cases(*KINDS.items(), else_=seen.kind),
        event_on=seen.received_on,
        breached=ibis.cases((seen.answered_on.notnull() | seen.covered, seen.late), else_=ibis.null("boolean")),
        received_on=seen.received_on,
        due_on=seen.due_on,
        answered_on=seen.answered_on,
        working_days=seen.waited,
    )
