"""An online dossier is filed from the applicant's own account, not by an officer at the desk."""

import ibis.expr.types as ir

from motcua.inspection.expressions import cases, received
from motcua.inspection.period import Period
from motcua.inspection.rule import Says, Severity, rule
from motcua.language import Words


@rule(
    "TTHC-055",
    Words(vi="Hồ sơ trực tuyến do công chức tự nộp", en="Online dossier made at the desk"),
    meaning=Words(
        vi="Xét hồ sơ trực tuyến tiếp nhận trong kỳ; vi phạm khi hồ sơ được nộp bằng tài khoản của công chức.",
        en="Examines online dossiers received in the period; breached where an officer's account filed them.",
    ),
    basis="own_online_account",
    population="dossier",
    says=Says(limited="{breached}/{examined} hồ sơ trực tuyến được nộp bằng tài khoản của công chức ({abouts})"),
    remedy="own_account",
    severity=Severity.MINOR,
)
def online_dossier_made_at_desk(period: Period) -> ir.Table:
    taken = received(period)
    online = taken.filter(taken.channel == "online")
    return cases(
        online,
        subject=online.dossier_id,
        about=online.domain,
        event_on=online.received_on,
        breached=online.submitter_kind == "officer",
        received_on=online.received_on,
        submitter_kind=online.submitter_kind,
        submitter_account=online.submitter_account,
    )
