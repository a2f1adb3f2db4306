"""Sections that reports of the period must have, examined one by one."""

import ibis
import ibis.expr.types as ir

from motcua.evidence.tables import report_due, report_section
from motcua.inspection.expressions import cases, with_one_holder, within
from motcua.inspection.period import Period


def sections(period: Period, section: str) -> ir.Table:
    """Cases of reports submitted in the period of which it was noted whether they have the section."""
    reports = report_due.filter(within(report_due.submitted_on, period)).select(
        "unit_id", "form_code", "period", "submitted_on", report="report_id"
    )
    noted = report_section.filter(report_section.section == section)
    found = with_one_holder(noted.inner_join(reports, noted.report_id == reports.report), report_due, "report_id")
    return cases(
        found,
        subject=found.report_id,
        about=found.form_code + " – " + found.period,
        event_on=found.submitted_on,
        breached=ibis.cases((found.one_holder, ~found.present), else_=ibis.null("boolean")),
        submitted_on=found.submitted_on,
    )
