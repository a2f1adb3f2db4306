"""Hand-over of residence dossiers to the archive of the police, examined one by one."""

import ibis
import ibis.expr.types as ir

from motcua.evidence.tables import archive_handover
from motcua.inspection.expressions import cases, settled, with_coverage, within
from motcua.inspection.limits import days_between, limit
from motcua.inspection.period import Period

RESIDENCE = "cư trú"  # in the name of every domain of residence
NOT_ENTERED = "hồ sơ cư trú không có trong danh sách nộp tàng thư"
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
        allowed=limit("residence_archive_days", chosen.settled_on, period),
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


def never_entered(period: Period) -> ir.Table:
    """Cases of residence dossiers settled in the period that no hand-over names, once the days allowed are past."""
    done = settled(period)
    residence = done.filter(done.domain.lower().contains(RESIDENCE), done.issued_on.notnull())
    known = archive_handover.select(archive_unit=archive_handover.unit_id, archive_dossier=archive_handover.dossier_id)
    absent = residence.anti_join(
        known, [residence.unit_id == known.archive_unit, residence.dossier_id == known.archive_dossier]
    )
    days = days_between(absent.finished_on, ibis.literal(period.as_of, "date"))
    overdue = absent.filter(days > limit("residence_archive_days", absent.finished_on, period))
    seen = with_coverage(overdue, "archive_handover", on=overdue.finished_on)
    return cases(
        seen,
        subject=seen.dossier_id,
        about=NOT_ENTERED,
        event_on=seen.finished_on,
        breached=ibis.cases((seen.covered, True), else_=ibis.null("boolean")),
        settled_on=seen.finished_on,
        handed_over_on=ibis.null("date"),
        days=days_between(seen.finished_on, ibis.literal(period.as_of, "date")),
    )
