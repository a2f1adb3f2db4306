"""Where witnesses are needed, the dossier says how many there were."""

import ibis.expr.types as ir

from motcua.inspection.expressions import accuse, cases, settled, with_coverage
from motcua.inspection.period import Period
from motcua.inspection.rule import Says, Severity, rule
from motcua.language import Words


@rule(
    "TTHC-023",
    Words(vi="Chưa ghi nhận người làm chứng", en="Witnesses not recorded"),
    meaning=Words(
        vi=(
            "Xét các hồ sơ đã giải quyết trong kỳ của người không đọc, không nghe, không ký, không điểm chỉ "
            "được; vi phạm khi hồ sơ không ghi số người làm chứng."
        ),
        en=(
            "Examines dossiers settled in the period of who cannot read, hear, sign or give a fingerprint; "
            "breached where no number of witnesses is recorded."
        ),
    ),
    basis="certification_witnesses",
    population="dossier",
    says=Says(
        limited="{breached}/{examined} hồ sơ cần người làm chứng không ghi nhận người làm chứng",
    ),
    remedy="witnesses",
    severity=Severity.ADVICE,
)
def witnesses_not_recorded(period: Period) -> ir.Table:
    dossiers = settled(period)
    # the decree asks for witnesses in certification alone
    certification = dossiers.domain.isnull() | dossiers.domain.lower().contains("chứng thực")
    special = dossiers.filter(dossiers.special_case, certification)
    seen = with_coverage(special, "dossier.witnesses", special.finished_on)
    return cases(
        seen,
        subject=seen.dossier_id,
        about=seen.procedure_name.coalesce(seen.domain),
        event_on=seen.finished_on,
        breached=accuse(seen.witnesses.isnull(), seen.covered),
        finished_on=seen.finished_on,
        witnesses=seen.witnesses,
    )
