"""Officers are trained in, and people are told of, the digital transformation."""

import ibis
import ibis.expr.types as ir

from motcua.evidence.tables import activity
from motcua.inspection.expressions import cases, within
from motcua.inspection.period import Period
from motcua.inspection.rule import Measure, Says, rule
from motcua.language import Words


@rule(
    "CQS-011",
    Words(
        vi="Chưa tập huấn, truyền thông về chuyển đổi số", en="No training or communication on digital transformation"
    ),
    meaning=Words(
        vi="Đếm các cuộc tập huấn, truyền thông về chuyển đổi số trong kỳ, so với chỉ tiêu.",
        en="Counts training and communication on digital transformation in the period, against the target.",
    ),
    basis="digital_training",
    population="activity",
    covered_by=("activity/training", "activity/communication"),
    says=Says(
        limited="Chưa tổ chức đủ các cuộc tập huấn, truyền thông về chuyển đổi số ({kept}/{target} cuộc)",
        met="Đã tổ chức {kept} cuộc tập huấn, truyền thông về chuyển đổi số",
    ),
    remedy="digital_training",
    measure=Measure("count", target="digital_training_held"),
    levels=("district",),
)
def digital_training_missing(period: Period) -> ir.Table:
    held = activity.filter(
        activity.kind.isin(("training", "communication")),
        activity.topic == "digital_transformation",
        within(activity.held_on, period),
    )
    return cases(
        held,
        subject=held.activity_id,
        about="chuyển đổi số",
        event_on=held.held_on,
        breached=ibis.literal(False),
        kind=held.kind,
        held_on=held.held_on,
        place=held.place,
    )
