"""A dossier with a legal term gets a receipt with the day of the result, however early it is settled."""

import ibis.expr.types as ir

from motcua.inspection.period import Period
from motcua.inspection.rule import Says, rule
from motcua.inspection.slips import slip_missing
from motcua.language import Words


@rule(
    "TTHC-012",
    Words(vi="Hồ sơ có thời hạn không có giấy tiếp nhận", en="Dossier with a term but without a receipt"),
    meaning=Words(
        vi=(
            "Xét các hồ sơ giải quyết xong trong kỳ thuộc thủ tục có quy định thời hạn, không phải trả ngay; "
            "vi phạm khi không có giấy tiếp nhận và hẹn trả kết quả."
        ),
        en=(
            "Examines dossiers settled in the period whose procedure has a legal term; breached where no "
            "receipt was given."
        ),
    ),
    basis="receipt_given",
    population="dossier",
    says=Says(
        limited=(
            "{breached}/{examined} hồ sơ có quy định thời hạn đã giải quyết không lập giấy tiếp nhận và hẹn "
            "trả kết quả ({abouts})"
        ),
    ),
    remedy="reception_forms",
)
def no_receipt(period: Period) -> ir.Table:
    return slip_missing(period, "receipt", "receipt_present")
