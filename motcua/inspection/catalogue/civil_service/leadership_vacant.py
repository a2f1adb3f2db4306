"""The leading positions of a unit are filled."""

import ibis
import ibis.expr.types as ir

from motcua.evidence.tables import position
from motcua.inspection.expressions import cases, first_of_each, last_day
from motcua.inspection.period import Period
from motcua.inspection.rule import Says, rule
from motcua.language import Words


@rule(
    "CDCV-002",
    Words(vi="Chưa kiện toàn đủ chức danh lãnh đạo", en="Leading position not filled"),
    meaning=Words(
        vi="Xét từng chức danh lãnh đạo theo số liệu mới nhất đến ngày chốt; vi phạm khi còn thiếu người.",
        en="Examines each leading title as last counted; breached where fewer are filled than required.",
    ),
    basis="leadership_filled",
    population="position",
    says=Says(
        limited="Chưa kiện toàn đủ {breached}/{examined} chức danh lãnh đạo, quản lý ({abouts})",
        met="Quan tâm kiện toàn các chức danh lãnh đạo, quản lý, {kept}/{examined} chức danh đã đủ người",
    ),
    remedy="leadership",
    praise_from="leadership_share",
)
def leadership_vacant(period: Period) -> ir.Table:
    known = position.filter(position.leader, position.as_of <= ibis.literal(last_day(period)))
    latest = first_of_each(known, "unit_id", "title", by=ibis.desc("as_of"))
    return cases(
        latest,
        subject=latest.title,
        about=latest.title,
        event_on=ibis.literal(last_day(period)),
        breached=latest.filled < latest.required,
        required=latest.required,
        filled=latest.filled,
        counted_on=latest.as_of,
    )
