"""No kind of result stays off the digital store altogether."""

import ibis
import ibis.expr.types as ir

from motcua.inspection.digitised import to_digitise
from motcua.inspection.expressions import accuse, cases, last_day
from motcua.inspection.period import Period
from motcua.inspection.rule import Says, rule
from motcua.inspection.versions import with_name
from motcua.language import Words


@rule(
    "TTHC-032",
    Words(vi="Thủ tục chưa số hóa kết quả nào", en="Procedure none of whose results is digitised"),
    meaning=Words(
        vi=(
            "Xét từng thủ tục, từng trường hợp có kết quả ban hành trong kỳ hoặc còn hiệu lực; vi phạm khi "
            "chưa kết quả nào được số hóa."
        ),
        en=(
            "Examines each procedure and variant with results issued in the period or in force; breached "
            "where none is digitised."
        ),
    ),
    basis="digitisation",
    population="result",
    says=Says(
        limited="Chưa số hóa kết quả giải quyết đối với {breached}/{examined} thủ tục, trường hợp ({abouts})",
    ),
    remedy="digitise",
)
def variant_never_digitised(period: Period) -> ir.Table:
    due = to_digitise(period)
    known = due.filter(due.procedure_code.notnull())
    variants = known.group_by("unit_id", "procedure_code", "variant").agg(
        results=known.result_id.count(),
        digitised=known.digitised.max(),
        covered=known.covered.max(),
        source_file=known.source_file.argmin(known.result_id),
        sheet=known.sheet.argmin(known.result_id),
        row=known.row.argmin(known.result_id),
    )
    seen = with_name(variants)
    return cases(
        seen,
        subject=seen.procedure_code + (ibis.literal("/") + seen.variant).fill_null(""),
        about=seen.variant.coalesce(seen.published_name),
        event_on=ibis.literal(last_day(period)),
        breached=accuse(~seen.digitised, seen.covered),
        procedure_name=seen.published_name,
        results=seen.results,
    )
