"""Each step of a dossier is done by its own day, whoever has it in hand."""

import ibis
import ibis.expr.types as ir

from motcua.evidence.tables import dossier_step
from motcua.inspection.expressions import cases, later_than, with_coverage
from motcua.inspection.period import Period
from motcua.inspection.rule import Says, Severity, rule
from motcua.language import Words


@rule(
    "TTHC-057",
    Words(vi="Bước xử lý hồ sơ quá hạn", en="Step of a dossier overdue"),
    meaning=Words(
        vi="Xét các bước xử lý có hạn, kết thúc trong kỳ hoặc đã đến hạn mà chưa xong; vi phạm khi xong sau hạn hoặc "
        "chưa xong.",
        en="Examines steps with a due day that ended in the period or are due; breached where done late or still open.",
    ),
    basis="settlement_in_time",
    population="dossier_step",
    says=Says(limited="{breached}/{examined} bước xử lý hồ sơ hoàn thành sau hạn hoặc quá hạn chưa xong"),
    remedy="conclusion_supervise",
    severity=Severity.ADVICE,
)
def step_overdue(period: Period) -> ir.Table:
    as_of = ibis.literal(period.as_of)
    finished = dossier_step.finished_on
    steps = dossier_step.filter(
        dossier_step.due_on.notnull(),
        dossier_step.sent_on.isnull() | (dossier_step.sent_on <= ibis.literal(period.end)),
        ibis.cases((finished.isnull(), dossier_step.due_on < as_of), else_=finished >= ibis.literal(period.start)),
    )
    seen = with_coverage(steps, "dossier_step.finished", steps.due_on)
    return cases(
        seen,
        subject=seen.dossier_id + ibis.literal("/") + seen.step_no.cast("string"),
        about="bước xử lý hồ sơ",
        event_on=seen.due_on,
        breached=ibis.cases(
            (seen.finished_on.notnull(), later_than(seen.finished_on, seen.finished_at, seen.due_on, seen.due_at)),
            (seen.covered, True),
            else_=ibis.null("boolean"),
        ),
        officer=seen.officer,
        sent_on=seen.sent_on,
        due_on=seen.due_on,
        finished_on=seen.finished_on,
    )
