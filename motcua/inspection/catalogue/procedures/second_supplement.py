"""What a dossier lacks is asked for once and completely."""

import ibis
import ibis.expr.types as ir

from motcua.evidence.tables import slip
from motcua.inspection.expressions import cases, settled_or_open, with_coverage
from motcua.inspection.limits import limit
from motcua.inspection.period import Period
from motcua.inspection.rule import Says, rule
from motcua.language import Words


@rule(
    "TTHC-042",
    Words(vi="Yêu cầu bổ sung hồ sơ quá số lần", en="Asked to complete a dossier too often"),
    meaning=Words(
        vi="Xét các hồ sơ đã giải quyết hoặc đang giải quyết; vi phạm khi số lần yêu cầu bổ sung vượt số lần cho phép.",
        en="Examines dossiers settled or open; breached where completion was asked for more often than is allowed.",
    ),
    basis="one_supplement",
    population="dossier",
    says=Says(limited="{breached} hồ sơ bị yêu cầu bổ sung quá số lần quy định ({abouts})"),
    remedy="supplement_once",
)
def second_supplement(period: Period) -> ir.Table:
    asked = slip.filter(slip.kind == "supplement")
    counted = asked.group_by(asked_unit=asked.unit_id, asked_dossier=asked.dossier_id).agg(slips=asked.slip_id.count())
    dossiers = settled_or_open(period, "supplement_requests")
    joined = dossiers.left_join(
        counted, [dossiers.unit_id == counted.asked_unit, dossiers.dossier_id == counted.asked_dossier]
    )
    seen = with_coverage(joined, "slip/supplement", joined.received_on)
    requests = ibis.greatest(seen.supplement_requests.fill_null(0), seen.slips.fill_null(0))
    above = requests > limit("supplement_requests_allowed", seen.received_on, period)
    return cases(
        seen,
        subject=seen.dossier_id,
        about=seen.domain,
        event_on=seen.received_on,
        breached=ibis.cases(
            (above | seen.supplement_requests.notnull() | seen.covered, above), else_=ibis.null("boolean")
        ),
        received_on=seen.received_on,
        requests_in_software=seen.supplement_requests,
        supplement_slips=seen.slips.fill_null(0),
    )
