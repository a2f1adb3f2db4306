"""What an earlier inspection found is corrected by the day set for it."""

import ibis
import ibis.expr.types as ir

from motcua.evidence.tables import past_finding
from motcua.inspection.expressions import accuse, cases, last_day, with_coverage
from motcua.inspection.period import Period
from motcua.inspection.rule import Says, Severity, rule
from motcua.language import Words


@rule(
    "CDDH-016",
    Words(vi="Hạn chế của kỳ kiểm tra trước chưa khắc phục", en="Earlier finding still open past its day"),
    meaning=Words(
        vi="Xét các hạn chế đã đến hạn khắc phục còn mở trong kỳ; cần lưu ý khi chưa được đóng.",
        en="Examines earlier findings due and open in the period; marked where one was not closed.",
    ),
    basis="findings_closed",
    population="past_finding",
    says=Says(
        limited="{breached}/{examined} hạn chế của các lần kiểm tra trước đến hạn nhưng chưa khắc phục ({abouts})"
    ),
    remedy="remediation",
    severity=Severity.ADVICE,
)
def finding_not_closed(period: Period) -> ir.Table:
    last = ibis.literal(last_day(period))
    due = past_finding.filter(
        past_finding.due_on <= last,
        past_finding.closed_on.isnull() | (past_finding.closed_on >= ibis.literal(period.start)),
    )
    seen = with_coverage(due, "past_finding.closed", on=due.due_on)
    return cases(
        seen,
        subject=seen.rule_code + "/" + seen.noticed_on.cast("string"),
        about=seen.rule_code,
        event_on=seen.due_on,
        breached=accuse(seen.closed_on.isnull() | (seen.closed_on > last), seen.covered),
        noticed_on=seen.noticed_on,
        due_on=seen.due_on,
        closed_on=seen.closed_on,
    )
