"""Work that was given out is done by its day."""

import ibis
import ibis.expr.types as ir

from motcua.evidence.tables import task
from motcua.inspection.expressions import cases, last_day, later_than, with_coverage
from motcua.inspection.period import Period
from motcua.inspection.rule import Says, Severity, rule
from motcua.language import Words


@rule(
    "CDDH-019",
    Words(vi="Nhiệm vụ được giao thực hiện quá hạn", en="Task done late or still open past its day"),
    meaning=Words(
        vi="Xét các nhiệm vụ đã đến hạn, hoàn thành trong kỳ hoặc còn mở; cần lưu ý khi trễ hoặc chưa hoàn thành.",
        en="Examines tasks due, done in the period or open; marked where done late or not yet done.",
    ),
    basis="tasks_done",
    population="task",
    says=Says(limited="{breached}/{examined} nhiệm vụ được giao hoàn thành trễ hoặc quá hạn chưa hoàn thành"),
    remedy="conclusion_supervise",
    severity=Severity.ADVICE,
)
def task_overdue(period: Period) -> ir.Table:
    last = ibis.literal(last_day(period))
    due = task.filter(task.due_on <= last, task.done_on.isnull() | (task.done_on >= ibis.literal(period.start)))
    seen = with_coverage(due, "task.done", on=due.due_on)
    return cases(
        seen,
        subject=seen.task_id,
        about=seen.basis.fill_null("nhiệm vụ được giao"),
        event_on=seen.due_on,
        breached=ibis.cases(
            (seen.done_on.notnull(), later_than(seen.done_on, seen.done_at, seen.due_on, seen.due_at)),
            (seen.covered, True),
            else_=ibis.null("boolean"),
        ),
        assigned_on=seen.assigned_on,
        due_on=seen.due_on,
        done_on=seen.done_on,
        assignee=seen.assignee,
    )
