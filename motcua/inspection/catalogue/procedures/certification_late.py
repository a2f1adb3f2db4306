"""A certification takes no more than the working days allowed."""

import ibis
import ibis.expr.types as ir

from motcua.inspection.expressions import cases, settled, waited_for, with_working_days
from motcua.inspection.limits import limit
from motcua.inspection.period import Period
from motcua.inspection.rule import Says, Severity, rule
from motcua.language import Words

CERTIFICATION = "chứng thực"
CONTRACTS = "hợp đồng|giao dịch|di chúc|di sản"  # what the article on the term speaks of; copies have another


@rule(
    "TTHC-056",
    Words(vi="Chứng thực quá thời hạn", en="Certification beyond its term"),
    meaning=Words(
        vi="Xét hồ sơ chứng thực giải quyết trong kỳ; vi phạm khi hợp đồng, giao dịch, di chúc được chứng thực quá số "
        "ngày làm việc cho phép mà không có hẹn dài hơn.",
        en="Examines certifications settled in the period; breached where that of a contract, transaction or will took "
        "more working days than allowed and no longer term had been agreed.",
    ),
    basis="certification_term",
    population="dossier",
    says=Says(limited="{breached}/{examined} hồ sơ chứng thực giải quyết quá thời hạn cho phép ({abouts})"),
    remedy="certification_term",
    severity=Severity.MINOR,
)
def certification_late(period: Period) -> ir.Table:
    ended = settled(period)
    certified = ended.filter(ended.domain.lower() == CERTIFICATION)
    seen = with_working_days(certified, start="received_on", end="finished_on", into="working_days")
    allowed = limit("certification_days", seen.received_on, period)
    # an online dossier may have come after hours: its first day then is the next
    over = seen.working_days > allowed
    after_hours = (seen.channel == "online").fill_null(False) & (seen.working_days == allowed + 1)
    return cases(
        seen,
        subject=seen.dossier_id,
        about=seen.procedure_name.coalesce(seen.domain),
        event_on=seen.received_on,
        breached=ibis.cases(
            (over & (_may_be_longer(seen) | _other_term(seen) | after_hours), ibis.null("boolean")), else_=over
        ),
        received_on=seen.received_on,
        finished_on=seen.finished_on,
        due_on=seen.due_on,
        working_days=seen.working_days,
    )


def _may_be_longer(seen: ir.Table) -> ir.BooleanValue:
    """A later day was given and kept, or the applicant had to complete the papers: the full reason is on paper."""
    kept_promise = (seen.due_on >= seen.finished_on).fill_null(False)
    return kept_promise | waited_for(seen)


def _other_term(seen: ir.Table) -> ir.BooleanValue:
    """Certified copies and signatures, and what no name tells apart from them."""
    return ~seen.procedure_name.lower().re_search(CONTRACTS).fill_null(False)
