"""Cases of settled dossiers that should have a slip of one kind: found among the slips, else looked for on paper."""

import ibis.expr.types as ir

from motcua.evidence.tables import slip
from motcua.inspection.expressions import accuse, cases, with_coverage, with_drawn
from motcua.inspection.period import Period
from motcua.inspection.versions import settled_with_term


def slip_missing(period: Period, kind: str, item: str) -> ir.Table:
    """Settled dossiers with a legal term; breached without a slip of the kind, of which a sample asks `item`."""
    dossiers = settled_with_term(period)
    given = (
        slip.filter(slip.kind == kind)
        .group_by(given_unit=slip.unit_id, given_dossier=slip.dossier_id)
        .agg(given=slip.slip_id.count())
    )
    joined = dossiers.left_join(
        given, [dossiers.unit_id == given.given_unit, dossiers.dossier_id == given.given_dossier]
    )
    seen = with_drawn(with_coverage(joined, f"slip/{kind}", joined.received_on), item)
    record = accuse(seen.given.isnull(), seen.covered)
    return cases(
        seen,
        subject=seen.dossier_id,
        about=seen.domain.coalesce(seen.asked_domain),
        event_on=seen.received_on,
        breached=record.coalesce(~seen.seen),
        drawn=record.isnull() & seen.seen.notnull(),
        procedure_name=seen.asked_name,
        received_on=seen.received_on,
        due_on=seen.due_on,
        finished_on=seen.finished_on,
    )
