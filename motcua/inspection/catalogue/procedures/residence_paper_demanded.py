"""Residence is looked up; nobody is asked for papers that prove it."""

import ibis.expr.types as ir

from motcua.evidence.tables import residence_check
from motcua.inspection.expressions import cases, within
from motcua.inspection.period import Period
from motcua.inspection.rule import Says, rule
from motcua.language import Words


@rule(
    "TTHC-037",
    Words(vi="Yêu cầu giấy tờ chứng minh cư trú", en="Residence papers demanded"),
    meaning=Words(
        vi="Xét các lượt xác minh cư trú trong kỳ; vi phạm khi người dân bị yêu cầu xuất trình giấy tờ cư trú.",
        en="Examines checks of residence in the period; breached where the applicant was asked for residence papers.",
    ),
    basis="residence_data",
    population="residence_check",
    says=Says(
        limited="{breached}/{examined} lượt xác minh cư trú còn yêu cầu người dân xuất trình giấy tờ ({abouts})",
        met="Công chức tự tra cứu thông tin cư trú của người dân ({kept} lượt), không yêu cầu xuất trình giấy tờ",
    ),
    remedy="residence_lookup",
)
def residence_paper_demanded(period: Period) -> ir.Table:
    seen = residence_check.filter(within(residence_check.checked_on, period))
    return cases(
        seen,
        subject=seen.dossier_id + "/" + seen.checked_on.cast("string"),
        about=seen.method,
        event_on=seen.checked_on,
        breached=seen.paper_demanded,
        dossier_id=seen.dossier_id,
        checked_on=seen.checked_on,
        method=seen.method,
    )
