"""Communities have teams that help people with digital services."""

import ibis
import ibis.expr.types as ir

from motcua.evidence.tables import community_team
from motcua.inspection.expressions import cases
from motcua.inspection.period import Period
from motcua.inspection.rule import Measure, Says, Scope, rule
from motcua.language import Words


@rule(
    "CQS-010",
    Words(vi="Chưa thành lập tổ công nghệ số cộng đồng", en="No community team for digital technology"),
    meaning=Words(
        vi="Đếm các tổ công nghệ số cộng đồng đã thành lập đến ngày kiểm tra tại đơn vị và đơn vị trực thuộc, so với "
        "chỉ "
        "tiêu.",
        en="Counts community teams founded by the day of the inspection in a unit and those under it, against the "
        "target.",
    ),
    basis="community_teams",
    population="community_team",
    says=Says(
        limited="Chưa thành lập đủ tổ công nghệ số cộng đồng theo chỉ tiêu ({kept}/{target} tổ)",
        met="Đã có {kept} tổ công nghệ số cộng đồng được thành lập",
    ),
    remedy="community_teams",
    measure=Measure("count", target="community_teams_founded"),
    scope=Scope.TREE,
)
def community_teams_missing(period: Period) -> ir.Table:
    day = ibis.literal(min(period.end, period.as_of))
    return cases(
        community_team,
        subject=community_team.team_id,
        about="tổ công nghệ số cộng đồng",
        event_on=day,
        breached=community_team.founded_on > day,
        founded_on=community_team.founded_on,
        members=community_team.members,
    )
