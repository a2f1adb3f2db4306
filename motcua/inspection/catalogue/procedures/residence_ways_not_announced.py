"""People are told the ways in which residence data stand in for the paper books."""

import ibis
import ibis.expr.types as ir

from motcua.evidence.tables import activity
from motcua.inspection.expressions import cases, within
from motcua.inspection.period import Period
from motcua.inspection.rule import Measure, Says, rule
from motcua.language import Words


@rule(
    "TTHC-038",
    Words(vi="Chưa tuyên truyền khai thác thông tin cư trú", en="Ways to use residence data not made known"),
    meaning=Words(
        vi="Đếm hoạt động tuyên truyền về khai thác thông tin cư trú trong kỳ; vi phạm khi ít hơn số tối thiểu.",
        en="Counts communication on the use of residence data in the period; breached where fewer than the least.",
    ),
    basis="residence_data",
    population="activity",
    covered_by=("activity/communication",),
    says=Says(
        limited="Chưa tuyên truyền các phương thức khai thác thông tin về cư trú thay cho sổ hộ khẩu, sổ tạm trú giấy",
        met="Đã tuyên truyền, hướng dẫn các phương thức khai thác thông tin về cư trú thay cho sổ giấy ({kept} hoạt "
        "động)",
    ),
    remedy="residence_ways",
    measure=Measure("count", target="residence_ways_announcements"),
)
def residence_ways_not_announced(period: Period) -> ir.Table:
    told = activity.filter(
        activity.kind == "communication", activity.topic == "residence_data", within(activity.held_on, period)
    )
    return cases(
        told,
        subject=told.activity_id,
        about="tuyên truyền khai thác thông tin cư trú",
        event_on=told.held_on,
        breached=ibis.literal(False),
        held_on=told.held_on,
        channel=told.channel,
        place=told.place,
    )
