"""What a unit planned to inspect, it inspects."""

import ibis
import ibis.expr.types as ir

from motcua.evidence.tables import inspection_round
from motcua.inspection.expressions import accuse, cases, last_day, with_coverage, within
from motcua.inspection.period import Period
from motcua.inspection.rule import Says, Severity, rule
from motcua.language import Words


@rule(
    "CDDH-010",
    Words(vi="Chưa kiểm tra theo kế hoạch", en="Planned inspection not held"),
    meaning=Words(
        vi="Xét các cuộc kiểm tra có ngày dự kiến trong kỳ; cần lưu ý khi chưa tổ chức.",
        en="Examines inspections planned for a day of the period already past; marked where none was held.",
    ),
    basis="reform_inspection",
    population="inspection_round",
    says=Says(limited="{breached}/{examined} cuộc kiểm tra theo kế hoạch chưa được tổ chức"),
    remedy="inspect_on",
    severity=Severity.ADVICE,
)
def planned_inspection_not_held(period: Period) -> ir.Table:
    planned = inspection_round.filter(
        within(inspection_round.planned_on, period), inspection_round.planned_on <= ibis.literal(last_day(period))
    )
    seen = with_coverage(planned, "inspection_round.held", on=planned.planned_on)
    return cases(
        seen,
        subject=seen.target_unit_id + "/" + seen.planned_on.cast("string"),
        about="kiểm tra cải cách hành chính theo kế hoạch",
        event_on=seen.planned_on,
        breached=accuse(seen.held_on.isnull(), seen.covered),
        target_unit_id=seen.target_unit_id,
        planned_on=seen.planned_on,
        held_on=seen.held_on,
    )
