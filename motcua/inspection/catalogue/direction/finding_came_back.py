"""What an earlier inspection found and the unit closed does not come back."""

import ibis
import ibis.expr.types as ir

from motcua.evidence.tables import past_finding
from motcua.inspection.expressions import cases, last_day
from motcua.inspection.period import Period
from motcua.inspection.rule import Says, rule
from motcua.language import Words


@rule(
    "CDDH-015",
    Words(vi="Hạn chế đã khắc phục lại tái diễn", en="Finding that came back after it was closed"),
    meaning=Words(
        vi="Xét các hạn chế của những lần kiểm tra trước còn mở trong kỳ; vi phạm khi trước đó đã từng được đóng.",
        en="Examines earlier findings open in the period; breached where the same one had been closed before.",
    ),
    basis="findings_stay_closed",
    population="past_finding",
    says=Says(limited="{breached} hạn chế đã báo cáo khắc phục nhưng lại tái diễn ({abouts})"),
    remedy="remediation",
)
def finding_came_back(period: Period) -> ir.Table:
    open_then = past_finding.filter(
        past_finding.noticed_on <= ibis.literal(last_day(period)),
        past_finding.closed_on.isnull() | (past_finding.closed_on >= ibis.literal(period.start)),
    )
    closings = past_finding.group_by(closed_unit=past_finding.unit_id, closed_rule=past_finding.rule_code).agg(
        first_closed_on=past_finding.closed_on.min()
    )
    found = open_then.left_join(
        closings, [open_then.unit_id == closings.closed_unit, open_then.rule_code == closings.closed_rule]
    )
    return cases(
        found,
        subject=found.rule_code + "/" + found.noticed_on.cast("string"),
        about=found.rule_code,
        event_on=found.noticed_on,
        breached=(found.first_closed_on < found.noticed_on).fill_null(False),
        noticed_on=found.noticed_on,
        closed_before_on=found.first_closed_on,
    )
