"""A commune's committee meets its residents in dialogue."""

import ibis
import ibis.expr.types as ir

from motcua.evidence.tables import activity
from motcua.inspection.expressions import cases, within
from motcua.inspection.period import Period
from motcua.inspection.rule import Measure, Says, rule
from motcua.language import Words


@rule(
    "CDDH-002",
    Words(vi="Tổ chức chưa đủ số cuộc đối thoại", en="Too few dialogues with residents"),
    meaning=Words(
        vi="Đếm các cuộc tiếp xúc, đối thoại trong kỳ; vi phạm khi ít hơn số tối thiểu.",
        en="Counts the dialogues held in the period; breached where there are fewer than the least number.",
    ),
    basis="dialogues_held",
    population="activity",
    covered_by=("activity/dialogue",),
    says=Says(
        limited="Mới tổ chức {kept} cuộc tiếp xúc, đối thoại với người dân, ít hơn mức tối thiểu {target} cuộc",
        met="Đã tổ chức {kept} cuộc tiếp xúc, đối thoại với người dân",
    ),
    remedy="dialogue",
    measure=Measure("count", target="dialogues"),
    levels=("commune",),
)
def too_few_dialogues(period: Period) -> ir.Table:
    held = activity.filter(activity.kind == "dialogue", within(activity.held_on, period))
    return cases(
        held,
        subject=held.activity_id,
        about="tiếp xúc, đối thoại",
        event_on=held.held_on,
        breached=ibis.literal(False),
        held_on=held.held_on,
        place=held.place,
    )
