"""A district's or province's website carries news of the reform; communes of that time had no portal of their own."""

import ibis
import ibis.expr.types as ir

from motcua.evidence.tables import activity
from motcua.inspection.expressions import cases, within
from motcua.inspection.period import Period
from motcua.inspection.rule import Measure, Says, rule
from motcua.language import Words


@rule(
    "CDDH-004",
    Words(vi="Ít tin, bài về cải cách hành chính", en="Too few items on the reform on the website"),
    meaning=Words(
        vi="Đếm tin, bài về cải cách hành chính trên trang thông tin điện tử trong kỳ; vi phạm khi ít hơn chỉ tiêu.",
        en="Counts items on the reform on the unit's website in the period; breached where they miss the target.",
    ),
    basis="reform_news",
    population="activity",
    covered_by=("activity/communication",),
    says=Says(
        limited="Trang thông tin điện tử còn ít tin, bài về cải cách hành chính ({kept} tin, chỉ tiêu {target} tin)",
        met="Trang thông tin điện tử đã đăng {kept} tin, bài về cải cách hành chính trong kỳ",
    ),
    remedy="communication",
    measure=Measure("count", target="news_items"),
    levels=("district", "province"),
)
def too_few_news_items(period: Period) -> ir.Table:
    items = activity.filter(
        activity.kind == "communication",
        activity.channel == "website",
        activity.topic.isnull() | (activity.topic == "reform"),
        within(activity.held_on, period),
    )
    return cases(
        items,
        subject=items.activity_id,
        about="tin, bài về cải cách hành chính",
        event_on=items.held_on,
        breached=ibis.literal(False),
        published_on=items.held_on,
        topic=items.topic,
    )
