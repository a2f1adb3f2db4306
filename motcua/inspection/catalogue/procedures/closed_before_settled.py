"""The software says "settled" only once the result was issued."""

import ibis
import ibis.expr.types as ir

from motcua.evidence.tables import dossier, result
from motcua.inspection.expressions import ENDED_WITHOUT_RESULT, cases, later_than, narrow, with_coverage, within
from motcua.inspection.period import Period
from motcua.inspection.rule import Says, rule
from motcua.language import Words


@rule(
    "TTHC-030",
    Words(vi="Kết thúc trên phần mềm khi chưa giải quyết xong", en="Closed in the software before it was settled"),
    meaning=Words(
        vi="Xét hồ sơ kết thúc trên phần mềm trong kỳ; vi phạm khi kết quả được ban hành sau lúc kết thúc hoặc không "
        "có.",
        en="Examines dossiers closed in the software in the period; breached where the result was issued later, or "
        "never.",
    ),
    basis="software_in_step",
    population="dossier",
    says=Says(limited="{breached} hồ sơ đã kết thúc trên phần mềm khi thực tế chưa có kết quả giải quyết ({abouts})"),
    remedy="software_in_step",
)
def closed_before_settled(period: Period) -> ir.Table:
    seen = _with_results(_closed(period))
    later = _after(seen.result_on, seen.result_at, seen) | _after(seen.issued_on, seen.issued_at, seen)
    nothing = seen.result_on.isnull() & seen.issued_on.isnull()
    # without a status it may have been withdrawn, and then there is nothing to issue
    known = ibis.ifelse(seen.result_rows.isnull(), seen.rows_covered & seen.status.notnull(), seen.covered)
    past = seen.closed_on < ibis.literal(period.as_of)
    return cases(
        seen,
        subject=seen.dossier_id,
        about=seen.domain,
        event_on=seen.closed_on,
        breached=ibis.cases((~nothing, later), (known & past, True), else_=ibis.null("boolean")),
        closed_on=seen.closed_on,
        issued_on=seen.result_on.coalesce(seen.issued_on),
        status=seen.status,
    )


def _closed(period: Period) -> ir.Table:
    """Dossiers that the software closed in the period with something to give."""
    with_something = ~dossier.status.isin(ENDED_WITHOUT_RESULT).fill_null(False)
    ended = dossier.status.isin(("settled", "returned")) & dossier.finished_on.isnull()
    dated = dossier.filter(with_something, dossier.finished_on.notnull() | ended.fill_null(False)).mutate(
        closed_on=dossier.finished_on.coalesce(dossier.returned_on),
        closed_at=ibis.ifelse(dossier.finished_on.notnull(), dossier.finished_at, dossier.returned_at),
    )
    return narrow(
        dated.filter(within(dated.closed_on, period)), "status", "issued_on", "issued_at", "closed_on", "closed_at"
    )


def _with_results(closed: ir.Table) -> ir.Table:
    """The dossiers with the first issue of a result, and whether a missing row or a missing day would be known."""
    of_dossiers = result.filter(result.dossier_id.notnull())
    first = of_dossiers.group_by(result_unit=of_dossiers.unit_id, result_dossier=of_dossiers.dossier_id).agg(
        result_on=of_dossiers.issued_on.min(),
        result_at=of_dossiers.issued_at.min(),
        result_rows=of_dossiers.result_id.count(),
    )
    joined = closed.left_join(first, [closed.unit_id == first.result_unit, closed.dossier_id == first.result_dossier])
    rows = with_coverage(joined, "result", on=joined.closed_on).rename(rows_covered="covered")
    return with_coverage(rows, "result.issued", on=rows.closed_on)


def _after(on: ir.DateValue, at: ir.TimestampValue, seen: ir.Table) -> ir.BooleanValue:
    """Issued after the closing; the first time of several results may belong to another day than their first day."""
    later = (on >= seen.closed_on) & later_than(on, at, seen.closed_on, seen.closed_at)
    return later.fill_null(False)
