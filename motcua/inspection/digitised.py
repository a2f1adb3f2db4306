"""Results to be digitised, results digitised in the period, and what a digitised result lacks."""

import ibis
import ibis.expr.types as ir

from motcua.evidence.tables import result
from motcua.inspection.expressions import cases, last_day, with_coverage, with_drawn, within
from motcua.inspection.period import Period
from motcua.inspection.versions import with_name


def to_digitise(period: Period) -> ir.Table:
    """Results issued in the period or older and in force, with `digitised` (by the day they are seen) and `covered`."""
    seen_on = ibis.literal(last_day(period))
    due = result.filter(
        result.issued_on.isnull() | (result.issued_on <= seen_on),
        result.valid_to.isnull() | (result.valid_to >= seen_on) | within(result.issued_on, period),
    )
    marked = due.mutate(digitised=(due.digitised_on <= ibis.literal(period.as_of)).fill_null(False))
    return with_coverage(marked, "result.digitised", seen_on)


def digitised_in(period: Period) -> ir.Table:
    """Results digitised in the period."""
    return result.filter(within(result.digitised_on, period))


def unsigned(period: Period, signature: str, item: str) -> ir.Table:
    """Cases of results digitised in the period; breached where the signature is missing or invalid."""
    seen = with_drawn(with_name(digitised_in(period)), item)
    found = seen[signature]
    record = ibis.cases((found == "valid", False), (found.isin(["none", "invalid"]), True), else_=ibis.null("boolean"))
    return cases(
        seen,
        subject=seen.result_id,
        about=seen.published_name,
        event_on=seen.digitised_on,
        breached=record.coalesce(~seen.seen),
        drawn=record.isnull() & seen.seen.notnull(),
        dossier_id=seen.dossier_id,
        digitised_on=seen.digitised_on,
        signature=found,
    )
