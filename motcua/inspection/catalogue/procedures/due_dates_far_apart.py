"""A due day that was moved stays near the one first promised."""

import ibis
import ibis.expr.types as ir

from motcua.inspection.expressions import cases, settled_or_open, waited_for, with_working_days
from motcua.inspection.limits import limit
from motcua.inspection.period import Period
from motcua.inspection.rule import Says, rule
from motcua.language import Words


@rule(
    "TTHC-051",
    Words(vi="Ngày hẹn trả dời quá xa", en="Due day moved far from the first"),
    meaning=Words(
        vi="Xét các hồ sơ đã dời ngày hẹn trả; vi phạm khi ngày hẹn hiện tại cách ngày hẹn ban đầu quá số ngày làm "
        "việc đã đặt.",
        en="Examines dossiers whose due day was moved; breached where it lies more working days after the first than "
        "set.",
    ),
    basis="order_of_moments",
    population="dossier",
    says=Says(limited="{breached}/{examined} hồ sơ dời ngày hẹn trả cách quá xa ngày hẹn ban đầu ({abouts})"),
    remedy="new_date_once",
)
def due_dates_far_apart(period: Period) -> ir.Table:
    moved = settled_or_open(period).filter(lambda d: d.due_on != d.first_due_on)
    seen = with_working_days(moved, start="first_due_on", end="due_on", into="moved_by")
    far = seen.moved_by > limit("due_shift_working_days", seen.due_on, period)
    return cases(
        seen,
        subject=seen.dossier_id,
        about=seen.domain,
        event_on=seen.due_on,
        # the time that the applicant took to complete the papers moves the day rightly
        breached=ibis.cases((far & waited_for(seen), ibis.null("boolean")), else_=far),
        first_due_on=seen.first_due_on,
        due_on=seen.due_on,
        working_days=seen.moved_by,
        waiting_minutes=seen.waiting_minutes,
    )
