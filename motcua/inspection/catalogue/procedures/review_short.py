"""Every domain assigned for the yearly review of procedures is reviewed, with all the contents asked for."""

import ibis
import ibis.expr.types as ir

from motcua.evidence.tables import review
from motcua.inspection.expressions import cases, with_coverage
from motcua.inspection.period import Period
from motcua.inspection.rule import Says, rule
from motcua.inspection.years import last_closed_year, of_years
from motcua.language import Words


@rule(
    "TTHC-005",
    Words(vi="Rà soát thủ tục chưa đủ lĩnh vực, nội dung", en="Procedure review short of its domains or contents"),
    meaning=Words(
        vi="Xét các lĩnh vực phải rà soát trong năm; vi phạm khi nội dung rà soát còn thiếu, hoặc khi năm đã hết mà "
        "chưa rà soát.",
        en="Examines domains to review in the year; breached where contents are missing, or where the year is "
        "over without a review.",
    ),
    basis="procedure_review",
    population="review",
    says=Says(
        limited="Rà soát, đánh giá thủ tục hành chính chưa đạt yêu cầu: {breached}/{examined} lĩnh vực được giao "
        "chưa rà soát hoặc rà soát chưa đủ nội dung ({abouts})",
        met="Đã rà soát, đánh giá thủ tục hành chính đủ lĩnh vực và nội dung được giao ({kept_abouts})",
    ),
    remedy="procedure_review",
)
def review_short(period: Period) -> ir.Table:
    listed = of_years(review, period)
    beyond = listed.assigned_by.isnull() & (listed.planned == ibis.literal(False)).fill_null(False)
    done, over = listed.reviewed.fill_null(False), listed.year <= last_closed_year(period)
    asked = listed.filter(~beyond, done | over)  # no day is set for a review: there is time until the year is over
    last = ibis.least(ibis.date(asked.year, 12, 31), ibis.literal(period.as_of))
    dated = asked.mutate(judged_on=last)
    seen = with_coverage(dated, "review.reviewed", on=dated.judged_on)
    return cases(
        seen,
        subject=seen.year.cast("string") + "/" + seen.domain,
        about=seen.domain,
        event_on=seen.judged_on,
        breached=ibis.cases(
            (seen.reviewed, ~seen.contents_complete),
            (seen.reviewed.notnull() | seen.covered, True),
            else_=ibis.null("boolean"),
        ),
        assigned_by=seen.assigned_by,
        planned=seen.planned,
        reviewed=seen.reviewed,
        contents_complete=seen.contents_complete,
    )
