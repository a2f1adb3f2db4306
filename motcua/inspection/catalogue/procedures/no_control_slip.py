"""A control slip goes with every dossier that has a legal term."""

import ibis.expr.types as ir

from motcua.inspection.period import Period
from motcua.inspection.rule import Says, rule
from motcua.inspection.slips import slip_missing
from motcua.language import Words


@rule(
    "TTHC-013",
    Words(vi="Hồ sơ có thời hạn không có phiếu kiểm soát", en="Dossier with a term but without a control slip"),
    meaning=Words(
        vi=(
            "Xét các hồ sơ giải quyết xong trong kỳ thuộc thủ tục có quy định thời hạn, không phải trả ngay; "
            "vi phạm khi không có phiếu kiểm soát quá trình giải quyết hồ sơ."
        ),
        en=(
            "Examines dossiers settled in the period whose procedure has a legal term; breached where no "
            "control slip went with them."
        ),
    ),
    basis="control_slip_form",
    population="dossier",
    says=Says(
        limited=(
            "{breached}/{examined} hồ sơ có quy định thời hạn đã giải quyết không có phiếu kiểm soát quá "
            "trình giải quyết ({abouts})"
        ),
    ),
    remedy="reception_forms",
)
def no_control_slip(period: Period) -> ir.Table:
    return slip_missing(period, "control", "control_slip_present")
