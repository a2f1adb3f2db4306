"""A certification takes no more than the working days allowed."""

import ibis
import ibis.expr.types as ir

from motcua.inspection.expressions import cases, settled, with_working_days
from motcua.inspection.limits import limit
from motcua.inspection.period import Period
from motcua.inspection.rule import Says, Severity, rule
from motcua.language import Words

CERTIFICATION = "chứng thực"


@rule(
    "TTHC-056",
    Words(vi="Chứng thực quá thời hạn", en="Certification beyond its term"),
    meaning=Words(
        vi="Xét hồ sơ chứng thực giải quyết trong kỳ; vi phạm khi quá số ngày làm việc được phép mà không có hẹn dài "
        "hơn.",
        en="Examines certifications settled in the period; breached where they took more working days than allowed and "
        "no "
        "longer term had been agreed.",
    ),
    basis="certification_term",
    population="dossier",
    says=Says(limited="{breached}/{examined} hồ sơ chứng thực giải quyết quá thời hạn cho phép"),
    remedy="certification_term",
    severity=Severity.MINOR,
)
def certification_late(period: Period) -> ir.Table:
    ended = settled(period)
    certified = ended.filter(ended.domain.lower() == CERTIFICATION)
    seen = with_working_days(certified, start="received_on", end="finished_on", into="working_days")
    over = seen.working_days > limit("certification_days", seen.received_on, period)
    return cases(
        seen,
        subject=seen.dossier_id,
        about=seen.procedure_name.coalesce(seen.domain),
        event_on=seen.received_on,
        breached=ibis.cases((over & _may_be_longer(seen), ibis.null("boolean")), else_=over),
        received_on=seen.received_on,
        finished_on=seen.finished_on,
        due_on=seen.due_on,
        working_days=seen.working_days,
    )


def _may_be_longer(seen: ir.Table) -> ir.BooleanValue:
    """A later day was given and kept, or the applicant had to complete the papers: the full reason is on paper."""
    kept_promise = (seen.due_on >= seen.finished_on).fill_null(False)
    completed = (seen.supplement_requests.fill_null(0) > 0) | (seen.waiting_minutes.fill_null(0) > 0)
    return kept_promise | completed
