"""A result is digitised when it is final: issued, and with its number."""

import ibis
import ibis.expr.types as ir

from motcua.inspection.digitised import digitised_in
from motcua.inspection.expressions import accuse, cases, later_than, with_coverage
from motcua.inspection.period import Period
from motcua.inspection.rule import Says, rule
from motcua.inspection.versions import with_name
from motcua.language import Words


@rule(
    "TTHC-018",
    Words(vi="Số hóa kết quả khi chưa hoàn chỉnh", en="Result digitised before it was final"),
    meaning=Words(
        vi=(
            "Xét các kết quả được số hóa trong kỳ; vi phạm khi số hóa trước lúc ban hành, khi chưa ban hành "
            "hoặc khi chưa có số."
        ),
        en=(
            "Examines results digitised in the period; breached where digitised before they were issued, "
            "never issued, or without a number."
        ),
    ),
    basis="digitisation",
    population="result",
    says=Says(
        limited="{breached}/{examined} kết quả được số hóa khi chưa hoàn chỉnh, chưa có giá trị sử dụng ({abouts})",
    ),
    remedy="digitise",
)
def digitised_before_final(period: Period) -> ir.Table:
    results = digitised_in(period)
    seen = with_coverage(with_name(results), "result.issued", results.digitised_on)
    early = later_than(seen.issued_on, seen.issued_at, seen.digitised_on, seen.digitised_at)
    unfinished = ibis.cases((seen.issued_on.notnull(), early), else_=accuse(seen.issued_on.isnull(), seen.covered))
    return cases(
        seen,
        subject=seen.result_id,
        about=seen.published_name,
        event_on=seen.digitised_on,
        breached=unfinished | ~seen.number_present.fill_null(True),
        dossier_id=seen.dossier_id,
        issued_on=seen.issued_on,
        digitised_on=seen.digitised_on,
        number_present=seen.number_present,
    )
