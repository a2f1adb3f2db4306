"""Every land dispute is mediated by a council set up for it alone."""

import ibis
import ibis.expr.types as ir

from motcua.evidence.tables import mediation_case
from motcua.inspection.expressions import cases, with_coverage
from motcua.inspection.limits import days_between, limit
from motcua.inspection.period import Period
from motcua.inspection.rule import Says, Severity, rule
from motcua.language import Words

OWN, SHARED, NONE = "có quyết định riêng", "một quyết định dùng cho nhiều vụ", "chưa có quyết định thành lập"


@rule(
    "TTHC-024",
    Words(vi="Hòa giải đất đai không lập hội đồng theo từng vụ", en="Land mediation without a council of its own"),
    meaning=Words(
        vi="Xét các vụ hòa giải tranh chấp đất đai; vi phạm khi không có quyết định thành lập hội đồng hoặc một quyết "
        "định dùng cho nhiều vụ.",
        en="Examines land disputes in mediation; breached where no decision set a council up, or one serves several.",
    ),
    basis="land_mediation",
    population="mediation_case",
    says=Says(limited="{breached}/{examined} vụ hòa giải tranh chấp đất đai không có hội đồng lập riêng ({abouts})"),
    remedy="mediation",
    severity=Severity.ADVICE,
    levels=("commune",),
)
def mediation_without_council(period: Period) -> ir.Table:
    dated = mediation_case.mutate(
        begun_on=mediation_case.received_on.coalesce(mediation_case.council_decided_on),
        decided_year=mediation_case.council_decided_on.coalesce(mediation_case.received_on).year(),
    )
    alike = ibis.window(group_by=[dated.unit_id, dated.council_decision_no, dated.decided_year])
    counted = dated.mutate(served=dated.case_id.count().over(alike))
    examined = _due(counted, period)
    seen = with_coverage(examined, "mediation_case.council_decision_no", on=examined.begun_on)
    missing = seen.council_decision_no.isnull()
    return cases(
        seen,
        subject=seen.case_id,
        about=ibis.cases((missing, NONE), (seen.served > 1, SHARED), else_=OWN),
        event_on=seen.begun_on,
        breached=ibis.cases((~missing, seen.served > 1), (seen.covered, True), else_=ibis.null("boolean")),
        received_on=seen.received_on,
        council_decision_no=seen.council_decision_no,
        council_decided_on=seen.council_decided_on,
        closed_on=seen.closed_on,
    )


def _due(counted: ir.Table, period: Period) -> ir.Table:
    """Cases at hand in the period; one without a council only once it is closed or its term is over."""
    begun, closed = counted.begun_on, counted.closed_on
    at_hand = begun.isnull() | (begun <= ibis.literal(period.end))
    not_closed_before = closed.isnull() | (closed >= ibis.literal(period.start))
    today = ibis.literal(period.as_of, "date")
    over = days_between(begun, today) > limit("land_mediation_days", begun, period)
    return counted.filter(
        at_hand, not_closed_before, counted.council_decision_no.notnull() | closed.notnull() | over.fill_null(True)
    )
