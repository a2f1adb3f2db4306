"""A dossier of permanent residence goes to the archive of the police within the days allowed."""

import ibis.expr.types as ir

from motcua.inspection.archive import handovers
from motcua.inspection.period import Period
from motcua.inspection.rule import Says, Severity, rule
from motcua.language import Words


@rule(
    "TTHC-025",
    Words(vi="Hồ sơ thường trú nộp tàng thư chậm", en="Permanent-residence dossier late to the archive"),
    meaning=Words(
        vi="Xét hồ sơ đăng ký thường trú đã giải quyết trong kỳ; vi phạm khi nộp tàng thư quá số ngày quy định hoặc "
        "không nộp.",
        en="Examines permanent-residence dossiers settled in the period; breached where the archive got them too late "
        "or never.",
    ),
    basis="residence_archive",
    population="archive_handover",
    says=Says(limited="{breached}/{examined} hồ sơ đăng ký thường trú nộp tàng thư chậm hoặc chưa nộp"),
    remedy="residence_archive",
    severity=Severity.ADVICE,
)
def permanent_residence_archive_late(period: Period) -> ir.Table:
    return handovers(period, permanent=True)
