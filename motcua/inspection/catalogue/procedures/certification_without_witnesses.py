"""Who cannot read, hear, sign or give a fingerprint has two witnesses."""

import ibis.expr.types as ir

from motcua.inspection.expressions import cases, settled, with_drawn
from motcua.inspection.period import Period
from motcua.inspection.rule import Says, rule
from motcua.language import Words

TWO = 2  # witnesses, as the decree itself says


@rule(
    "TTHC-022",
    Words(vi="Chứng thực thiếu người làm chứng", en="Certification without two witnesses"),
    meaning=Words(
        vi=(
            "Xét các hồ sơ đã giải quyết trong kỳ của người không đọc, không nghe, không ký, không điểm chỉ "
            "được; vi phạm khi có ít hơn hai người làm chứng."
        ),
        en=(
            "Examines dossiers settled in the period of who cannot read, hear, sign or give a fingerprint; "
            "breached with fewer than two witnesses."
        ),
    ),
    basis="certification_witnesses",
    population="dossier",
    says=Says(
        limited=(
            "{breached}/{examined} hồ sơ của người yêu cầu chứng thực không đọc, không nghe, không ký, không "
            "điểm chỉ được có ít hơn hai người làm chứng"
        ),
    ),
    remedy="witnesses",
)
def certification_without_witnesses(period: Period) -> ir.Table:
    dossiers = settled(period)
    # the decree asks for witnesses in certification alone
    certification = dossiers.domain.isnull() | dossiers.domain.lower().contains("chứng thực")
    seen = with_drawn(dossiers.filter(dossiers.special_case, certification), "two_witnesses")
    record = seen.witnesses < TWO
    return cases(
        seen,
        subject=seen.dossier_id,
        about=seen.procedure_name.coalesce(seen.domain),
        event_on=seen.finished_on,
        breached=record.coalesce(~seen.seen),
        drawn=record.isnull() & seen.seen.notnull(),
        finished_on=seen.finished_on,
        witnesses=seen.witnesses,
    )
