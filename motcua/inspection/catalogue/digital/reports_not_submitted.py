"""Every report form that a unit owes in the reporting system is submitted by its day."""

import ibis
import ibis.expr.types as ir

from motcua.evidence.tables import report_due
from motcua.inspection.expressions import cases, later_than, with_coverage, within
from motcua.inspection.period import Period
from motcua.inspection.rule import Says, rule
from motcua.language import Words

FIRST = 10**12  # more than any row number: a report missed stands before every other


@rule(
    "CQS-006",
    Words(vi="Chưa báo cáo trên hệ thống thông tin báo cáo", en="Report forms not submitted"),
    meaning=Words(
        vi="Xét các biểu mẫu báo cáo đến hạn trong kỳ; vi phạm khi có báo cáo của biểu mẫu gửi sau hạn hoặc chưa gửi.",
        en="Examines report forms due in the period; breached where a report of the form was submitted late or not "
        "at all.",
    ),
    basis="provincial_reports",
    population="report_due",
    says=Says(
        limited="Còn {breached} trong số {examined} biểu mẫu đến hạn chưa được báo cáo đầy đủ, đúng hạn trên hệ thống "
        "thông tin báo cáo của tỉnh",
        met="Đã báo cáo đầy đủ, đúng hạn {examined} biểu mẫu trên hệ thống thông tin báo cáo của tỉnh",
    ),
    remedy="reports",
)
def reports_not_submitted(period: Period) -> ir.Table:
    forms = _forms(period)
    return cases(
        forms,
        subject=forms.form_code,
        about=forms.form_code,
        event_on=forms.first_due_on,
        breached=ibis.cases((forms.missed > 0, True), (forms.unknown > 0, ibis.null("boolean")), else_=False),
        reports_due=forms.reports,
        reports_missed=forms.missed,
    )


def _forms(period: Period) -> ir.Table:
    """Forms of each unit: reports due, late or missing, of unknown fate; the first missed one stands for the form."""
    due = report_due.filter(within(report_due.due_on, period), report_due.due_on <= ibis.literal(period.as_of))
    seen = with_coverage(due, "report_due.submitted", due.due_on)
    missed = ibis.cases(
        (seen.submitted_on.notnull(), later_than(seen.submitted_on, seen.submitted_at, seen.due_on, seen.due_at)),
        (seen.covered, True),
        else_=ibis.null("boolean"),
    )
    judged = seen.mutate(missed=missed, weight=missed.fill_null(False).cast("int64") * FIRST - seen.row)
    return judged.group_by("unit_id", "form_code").agg(
        reports=judged.count(),
        missed=judged.missed.fill_null(False).cast("int64").sum(),
        unknown=judged.missed.isnull().cast("int64").sum(),
        first_due_on=judged.due_on.min(),
        source_file=judged.source_file.argmax(judged.weight),
        sheet=judged.sheet.argmax(judged.weight),
        row=judged.row.argmax(judged.weight),
    )
