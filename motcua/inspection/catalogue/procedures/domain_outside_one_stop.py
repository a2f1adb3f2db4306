"""Every domain is taken in at the one-stop desk."""

import ibis
import ibis.expr.types as ir

from motcua.evidence.tables import procedure, service
from motcua.inspection.expressions import cases
from motcua.inspection.period import Period
from motcua.inspection.rule import Says, Severity, rule
from motcua.language import Words


@rule(
    "TTHC-033",
    Words(vi="Thủ tục chưa đưa vào cơ chế một cửa", en="Procedure outside the one-stop mechanism"),
    meaning=Words(
        vi="Xét các thủ tục đơn vị cung cấp trong kỳ; vi phạm khi chưa tiếp nhận tại Bộ phận Một cửa.",
        en="Examines procedures a unit offered in the period; breached where one is not taken in at the desk.",
    ),
    basis="one_stop_domains",
    population="service",
    says=Says(limited="{breached}/{examined} thủ tục chưa đưa vào Bộ phận Một cửa ({abouts})"),
    remedy="one_stop_domains",
    severity=Severity.ADVICE,
)
def domain_outside_one_stop(period: Period) -> ir.Table:
    offered = service.filter(
        service.valid_from <= ibis.literal(period.end),
        service.valid_to.isnull() | (service.valid_to >= ibis.literal(period.start)),
    )
    domains = procedure.group_by(known_code=procedure.procedure_code).agg(domain=procedure.domain.max())
    seen = offered.left_join(domains, offered.procedure_code == domains.known_code)
    return cases(
        seen,
        subject=seen.procedure_code + "/" + seen.valid_from.cast("string"),
        about=seen.domain,
        event_on=ibis.greatest(seen.valid_from, ibis.literal(period.start)),
        breached=~seen.one_stop,
        procedure_code=seen.procedure_code,
        valid_from=seen.valid_from,
        valid_to=seen.valid_to,
    )
