"""A residence dossier of any kind other than permanent goes to the archive within the days allowed."""

import ibis.expr.types as ir

from motcua.inspection.archive import handovers, never_entered
from motcua.inspection.period import Period
from motcua.inspection.rule import Says, Severity, rule
from motcua.language import Words


@rule(
    "TTHC-026",
    Words(vi="Hồ sơ cư trú khác nộp tàng thư chậm", en="Other residence dossier late to the archive"),
    meaning=Words(
        vi="Xét hồ sơ cư trú ngoài đăng ký thường trú đã giải quyết trong kỳ; vi phạm khi nộp tàng thư quá số ngày quy "
        "định hoặc không nộp.",
        en="Examines residence dossiers other than permanent settled in the period; breached where the archive got "
        "them too late or never.",
    ),
    basis="residence_archive",
    population="archive_handover",
    says=Says(limited="{breached}/{examined} hồ sơ cư trú nộp tàng thư chậm hoặc chưa nộp ({abouts})"),
    remedy="residence_archive",
    severity=Severity.ADVICE,
)
def residence_archive_late(period: Period) -> ir.Table:
    return handovers(period, permanent=False).union(never_entered(period))
