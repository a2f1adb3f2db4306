"""A dossier is settled by the moment it is due."""

import ibis
import ibis.expr.types as ir

from motcua.inspection.expressions import (
    ENDED_WITHOUT_RESULT,
    WAITING,
    cases,
    later_than,
    settled_or_open,
    with_coverage,
)
from motcua.inspection.period import Period
from motcua.inspection.rule import Says, rule
from motcua.language import Words


@rule(
    "TTHC-029",
    Words(vi="Hồ sơ trễ hạn, quá hạn", en="Late dossier"),
    meaning=Words(
        vi="Xét hồ sơ giải quyết trong kỳ và hồ sơ còn tồn đã quá hạn; vi phạm khi giải quyết sau hạn trả hoặc đã quá "
        "hạn "
        "mà chưa giải quyết.",
        en="Examines dossiers settled in the period and open ones past due; breached where settled after the due "
        "moment "
        "or still open past it.",
    ),
    basis="on_time_settlement",
    population="dossier",
    says=Says(
        limited="{breached}/{examined} hồ sơ trễ hạn, quá hạn ({abouts})",
        met="Giải quyết hồ sơ đúng hạn đạt {rate}, bảo đảm ở các lĩnh vực: {sound}",
    ),
    remedy="overdue",
    praise_from="on_time_share",
    declared="on_time_share",
)
def late(period: Period) -> ir.Table:
    examined = _decidable(settled_or_open(period), period)
    seen = with_coverage(examined, "dossier.finished", on=examined.due_on)
    ended = seen.finished_on.notnull()
    waiting = seen.status.isin(WAITING).fill_null(False)
    return cases(
        seen,
        subject=seen.dossier_id,
        about=seen.domain,
        event_on=seen.due_on.coalesce(seen.finished_on),
        breached=ibis.cases(
            (ended, later_than(seen.finished_on, seen.finished_at, seen.due_on, seen.due_at)),
            (seen.covered & seen.due_on.notnull() & ~waiting, True),
            else_=ibis.null("boolean"),
        ),
        received_on=seen.received_on,
        due_on=seen.due_on,
        finished_on=seen.finished_on,
        status=seen.status,
    )


def _decidable(dossiers: ir.Table, period: Period) -> ir.Table:
    """Without those open that are at work in time, or that nobody works on. What ended later was open then."""
    open_past_due = dossiers.due_on.isnull() | (dossiers.due_on < ibis.literal(period.as_of))
    at_work = ~dossiers.status.isin(ENDED_WITHOUT_RESULT).fill_null(False)
    ended_by_then = (dossiers.finished_on <= ibis.literal(max(period.end, period.as_of))).fill_null(False)
    return dossiers.filter(ended_by_then | (open_past_due & at_work))
