"""A digitised result has every page of the result."""

import ibis.expr.types as ir

from motcua.inspection.digitised import digitised_in
from motcua.inspection.expressions import cases, with_drawn
from motcua.inspection.period import Period
from motcua.inspection.rule import Says, rule
from motcua.inspection.versions import with_name
from motcua.language import Words


@rule(
    "TTHC-021",
    Words(vi="Kết quả số hóa thiếu trang", en="Digitised result with pages missing"),
    meaning=Words(
        vi="Xét các kết quả được số hóa trong kỳ; vi phạm khi số trang của bản số hóa ít hơn số trang của kết quả.",
        en="Examines results digitised in the period; breached where fewer pages were found than the result has.",
    ),
    basis="digitisation",
    population="result",
    says=Says(
        limited="{breached}/{examined} kết quả đã số hóa bị thiếu trang ({abouts})",
    ),
    remedy="digitise",
)
def digitised_pages_missing(period: Period) -> ir.Table:
    seen = with_drawn(with_name(digitised_in(period)), "pages_complete")
    record = seen.pages_found < seen.pages_declared
    return cases(
        seen,
        subject=seen.result_id,
        about=seen.published_name,
        event_on=seen.digitised_on,
        breached=record.coalesce(~seen.seen),
        drawn=record.isnull() & seen.seen.notnull(),
        dossier_id=seen.dossier_id,
        pages_declared=seen.pages_declared,
        pages_found=seen.pages_found,
    )
