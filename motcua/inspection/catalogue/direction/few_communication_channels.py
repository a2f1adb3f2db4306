"""The reform is made known to residents by several channels."""

import ibis
import ibis.expr.types as ir

from motcua.evidence.tables import activity
from motcua.inspection.expressions import cases, first_of_each, within
from motcua.inspection.period import Period
from motcua.inspection.rule import Measure, Says, rule
from motcua.language import Words

CHANNELS = {
    "website": "trang thông tin điện tử",
    "radio": "trạm truyền thanh",
    "television": "màn hình tivi",
    "social_network": "mạng xã hội",
    "qr_code": "mã QR",
    "conference": "hội nghị",
    "leaflet": "tờ rơi",
    "newspaper": "báo chí",
}


@rule(
    "CDDH-003",
    Words(vi="Ít hình thức tuyên truyền cải cách hành chính", en="Few channels of communication of the reform"),
    meaning=Words(
        vi="Đếm các hình thức tuyên truyền cải cách hành chính đã dùng trong kỳ; vi phạm khi ít hơn số tối thiểu.",
        en="Counts the channels by which the reform was made known; breached where fewer than the least number.",
    ),
    basis="reform_communication",
    population="activity",
    covered_by=("activity/communication",),
    says=Says(
        limited="Hình thức tuyên truyền cải cách hành chính chưa đa dạng, mới có {kept}/{target} hình thức",
        met="Đã tuyên truyền cải cách hành chính bằng {kept} hình thức: {kept_abouts}",
    ),
    remedy="communication",
    measure=Measure("count", target="communication_channels"),
    levels=("commune",),
)
def few_communication_channels(period: Period) -> ir.Table:
    told = activity.filter(
        activity.kind == "communication",
        activity.channel.notnull(),
        activity.topic.isnull() | (activity.topic == "reform"),
        within(activity.held_on, period),
    )
    used = first_of_each(told, "unit_id", "channel", by=told.held_on)
    return cases(
        used,
        subject=used.channel,
        about=used.channel.cases(*CHANNELS.items(), else_=used.channel),
        event_on=used.held_on,
        breached=ibis.literal(False),
        activity_id=used.activity_id,
        first_held_on=used.held_on,
    )
