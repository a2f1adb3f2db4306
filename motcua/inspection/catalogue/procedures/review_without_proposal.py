"""A review of procedures ends in a proposal to cut their time or papers."""

import ibis
import ibis.expr.types as ir

from motcua.evidence.tables import review
from motcua.inspection.expressions import accuse, cases, with_coverage
from motcua.inspection.period import Period
from motcua.inspection.rule import Says, Severity, rule
from motcua.inspection.years import of_years
from motcua.language import Words


@rule(
    "TTHC-035",
    Words(vi="Rà soát chưa đề xuất cắt giảm", en="Review without a proposal to cut"),
    meaning=Words(
        vi="Xét các lĩnh vực đã rà soát trong năm; vi phạm khi không đề xuất cắt giảm thời gian, thành phần hồ sơ.",
        en="Examines domains reviewed in the year; breached where nothing was proposed to be cut.",
    ),
    basis="procedure_review",
    population="review",
    says=Says(limited="{breached}/{examined} lĩnh vực đã rà soát nhưng chưa có đề xuất cắt giảm ({abouts})"),
    remedy="one_stop_domains",
    severity=Severity.ADVICE,
)
def review_without_proposal(period: Period) -> ir.Table:
    reviewed = of_years(review, period).filter(review.reviewed)
    last = ibis.least(ibis.date(reviewed.year, 12, 31), ibis.literal(period.as_of))
    dated = reviewed.mutate(judged_on=last)
    seen = with_coverage(dated, "review.proposal", on=dated.judged_on)
    return cases(
        seen,
        subject=seen.year.cast("string") + "/" + seen.domain,
        about=seen.domain,
        event_on=seen.judged_on,
        breached=accuse(seen.proposal.isnull(), seen.covered),
        year=seen.year,
        proposal=seen.proposal,
    )
