"""The apparatus is arranged and its functions settled as asked."""

import ibis.expr.types as ir

from motcua.inspection.obligations import obligations
from motcua.inspection.period import Period
from motcua.inspection.rule import Says, rule
from motcua.language import Words


@rule(
    "TCBM-001",
    Words(vi="Chưa hoàn thành sắp xếp tổ chức bộ máy", en="Structure not arranged in time"),
    meaning=Words(
        vi="Xét nhiệm vụ sắp xếp, kiện toàn tổ chức bộ máy đến hạn; vi phạm khi trễ hoặc chưa hoàn thành.",
        en="Examines the duty to arrange the structure; breached where done late or not at all.",
    ),
    basis="structure_arranged",
    population="obligation",
    says=Says(
        limited="Việc sắp xếp tổ chức bộ máy, kiện toàn chức năng, nhiệm vụ thực hiện trễ hoặc chưa hoàn thành",
        met="Đã sắp xếp tổ chức bộ máy và kiện toàn chức năng, nhiệm vụ của các cơ quan, đơn vị đúng thời hạn",
    ),
    remedy="structure",
)
def structure_not_arranged(period: Period) -> ir.Table:
    return obligations(period, "structure_arranged")
