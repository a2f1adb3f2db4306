"""What the desk takes in goes to the competent unit the same day, after 15:00 at the start of the next."""

import ibis
import ibis.expr.types as ir

from motcua.evidence.tables import calendar_day, dossier_step
from motcua.inspection.expressions import cases, minute_of_day, received, with_working_days
from motcua.inspection.limits import limit
from motcua.inspection.period import Period
from motcua.inspection.rule import Says, rule
from motcua.language import Words
from motcua.worktime import NATIONAL


@rule(
    "TTHC-046",
    Words(vi="Chuyển hồ sơ chậm đến đơn vị giải quyết", en="Dossier handed over late"),
    meaning=Words(
        vi="Xét lần chuyển đầu tiên của hồ sơ tiếp nhận trong kỳ; vi phạm khi không chuyển trong ngày làm việc, hoặc "
        "trong "
        "ngày làm việc tiếp theo đối với hồ sơ nhận sau 15 giờ.",
        en="Examines the first hand-over of dossiers received; breached where it was not on the same working day, or "
        "on "
        "the next for those received after 15:00.",
    ),
    basis="transfer_in_the_day",
    population="dossier_step",
    says=Says(limited="{breached}/{examined} hồ sơ chuyển đến đơn vị giải quyết chậm so với quy định ({abouts})"),
    remedy="hand_over_in_the_day",
)
def handed_over_late(period: Period) -> ir.Table:
    counted = with_working_days(_first_hand_over(period), start="received_on", end="handed_on", into="waited")
    off = calendar_day.filter(calendar_day.calendar == NATIONAL, ~calendar_day.working).select(off_day="day")
    seen = counted.left_join(off, counted.received_on == off.off_day)
    afternoon = minute_of_day(seen.received_at) >= limit("transfer_next_day_from", seen.received_on, period)
    return cases(
        seen,
        subject=seen.dossier_id,
        about=seen.domain,
        event_on=seen.received_on,
        breached=ibis.cases(
            (seen.waited.isnull(), ibis.null("boolean")),
            (seen.waited <= 0, False),
            (seen.waited > 1, True),
            (seen.off_day.notnull(), False),
            else_=~afternoon,
        ),
        received_on=seen.received_on,
        received_at=seen.received_at,
        handed_on=seen.handed_on,
        working_days=seen.waited,
    )


def _first_hand_over(period: Period) -> ir.Table:
    """Dossiers received in the period with `handed_on`, the day the desk gave them to who settles them.

    Some records begin with the desk's own work on the dossier, which starts as it comes in: what ends it is the
    hand-over. Others begin with the hand-over itself.
    """
    first = dossier_step.filter(dossier_step.step_no == 1).select(
        step_unit="unit_id",
        step_dossier="dossier_id",
        sent_on="sent_on",
        sent_at="sent_at",
        taken_on="received_on",
        done_on="finished_on",
    )
    dossiers = received(period, "received_at")
    joined = dossiers.inner_join(
        first, [dossiers.unit_id == first.step_unit, dossiers.dossier_id == first.step_dossier]
    )
    at_the_desk = joined.sent_at <= joined.received_at
    return joined.mutate(
        handed_on=ibis.cases((at_the_desk, joined.done_on), else_=joined.sent_on.coalesce(joined.taken_on))
    )
