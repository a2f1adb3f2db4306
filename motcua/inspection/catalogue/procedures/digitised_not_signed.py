"""A digitised result carries the digital signature of the person who may sign it."""

import ibis.expr.types as ir

from motcua.inspection.digitised import unsigned
from motcua.inspection.period import Period
from motcua.inspection.rule import Says, rule
from motcua.language import Words


@rule(
    "TTHC-019",
    Words(vi="Kết quả số hóa chưa ký số", en="Digitised result without a signature"),
    meaning=Words(
        vi="Xét các kết quả được số hóa trong kỳ; vi phạm khi không có chữ ký số hợp lệ của người có thẩm quyền.",
        en="Examines results digitised in the period; breached without a valid signature of the competent person.",
    ),
    basis="digitisation",
    population="result",
    says=Says(
        limited="{breached}/{examined} kết quả đã số hóa chưa có chữ ký số hợp lệ của người có thẩm quyền ({abouts})",
    ),
    remedy="digitise",
)
def digitised_not_signed(period: Period) -> ir.Table:
    return unsigned(period, "person_signature", "person_signature")
