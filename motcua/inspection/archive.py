"""Hand-over of residence dossiers to the archive of the police, examined one by one."""

import ibis
import ibis.expr.types as ir

from motcua.evidence.tables import archive_handover
from motcua.inspection.expressions import cases, with_coverage, within
from motcua.inspection.limits import days_between, limit
from motcua.inspection.period import Period

KINDS = {"permanent": "đăng ký thường trú", "temporary": "đăng ký tạm trú", "other": "thủ tục cư trú khác"}


def handovers(period: Period, *, permanent: bool) -> ir.Table:
    """Cases of residence dossiers settled in the period: kept where they reached the archive within the days allowed.

    A dossier not yet handed over is a case once those days are past, and accuses only where the source has the column.
    """
    is_permanent = (archive_handover.residence_kind == "permanent").fill_null(False)
    chosen = archive_handover.filter(
        within(archive_handover.settled_on, period), is_permanent if permanent else ~is_permanent
    )
    today = ibis.literal(period.as_of, "date")
    timed = chosen.mutate(
        days=days_between(chosen.settled_on, chosen.handed_over_on.coalesce(today)),
        allowed=limit("residence_archive_days", chosen.settled_on),
    )
    examined = timed.filter(timed.handed_over_on.notnull() | (timed.days > timed.allowed))
    seen = with_coverage(examined, "archive_handover.handed_over", on=examined.settled_on)
    return cases(
        seen,
        subject=seen.dossier_id,
        about=seen.residence_kind.cases(*KINDS.items(), else_=KINDS["other"]),
        event_on=seen.settled_on,
        breached=ibis.cases(
            (seen.handed_over_on.notnull(), seen.days > seen.allowed),
            (seen.covered, True),
            else_=ibis.null("boolean"),
        ),
        settled_on=seen.settled_on,
        handed_over_on=seen.handed_over_on,
        days=seen.days,
    )
