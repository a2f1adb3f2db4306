"""A digitised result carries the digital signature of the agency."""

import ibis.expr.types as ir

from motcua.inspection.digitised import unsigned
from motcua.inspection.period import Period
from motcua.inspection.rule import Says, rule
from motcua.language import Words


@rule(
    "TTHC-020",
    Words(vi="Kết quả số hóa chưa đóng dấu", en="Digitised result without the agency's seal"),
    meaning=Words(
        vi="Xét các kết quả được số hóa trong kỳ; vi phạm khi không có chữ ký số hợp lệ của cơ quan.",
        en="Examines results digitised in the period; breached without a valid digital signature of the agency.",
    ),
    basis="digitisation",
    population="result",
    says=Says(
        limited="{breached}/{examined} kết quả đã số hóa chưa có dấu, chữ ký số hợp lệ của cơ quan ({abouts})",
    ),
    remedy="digitise",
)
def digitised_not_sealed(period: Period) -> ir.Table:
    return unsigned(period, "agency_seal", "agency_seal")
