"""The district helps people to get and switch on their electronic identification."""

import ibis
import ibis.expr.types as ir

from motcua.evidence.tables import activity
from motcua.inspection.expressions import cases, within
from motcua.inspection.period import Period
from motcua.inspection.rule import Measure, Says, rule
from motcua.language import Words


@rule(
    "TTHC-039",
    Words(vi="Chưa hỗ trợ định danh điện tử", en="No help with electronic identification"),
    meaning=Words(
        vi="Đếm đợt hỗ trợ người dân cài đặt, kích hoạt định danh điện tử trong kỳ; vi phạm khi ít hơn số tối thiểu.",
        en="Counts events of help with electronic identification in the period; breached where fewer than the least.",
    ),
    basis="e_identification",
    population="activity",
    covered_by=("activity/support",),
    says=Says(
        limited="Chưa tổ chức hỗ trợ người dân đăng ký, kích hoạt tài khoản định danh điện tử",
        met="Đã tổ chức {kept} đợt hỗ trợ người dân đăng ký, cài đặt, kích hoạt tài khoản định danh điện tử",
    ),
    remedy="e_identification",
    measure=Measure("count", target="e_identification_supports"),
    levels=("district",),
)
def e_identification_support_missing(period: Period) -> ir.Table:
    helped = activity.filter(
        activity.kind == "support", activity.topic == "e_identification", within(activity.held_on, period)
    )
    return cases(
        helped,
        subject=helped.activity_id,
        about="hỗ trợ định danh điện tử",
        event_on=helped.held_on,
        breached=ibis.literal(False),
        held_on=helped.held_on,
        place=helped.place,
    )
