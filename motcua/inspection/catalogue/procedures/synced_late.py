"""Dossiers reach the national portal soon after they are received."""

import ibis
import ibis.expr.types as ir

from motcua.inspection.expressions import cases, received, with_coverage, with_working_days
from motcua.inspection.limits import limit
from motcua.inspection.period import Period
from motcua.inspection.rule import Says, rule
from motcua.language import Words


@rule(
    "TTHC-050",
    Words(vi="Đồng bộ hồ sơ chậm lên Cổng Dịch vụ công quốc gia", en="Dossier synchronised late or never"),
    meaning=Words(
        vi="Xét các hồ sơ tiếp nhận trong kỳ đã đồng bộ hoặc đã đến hạn đồng bộ; vi phạm khi đồng bộ chậm hoặc chưa "
        "đồng bộ.",
        en="Examines dossiers received in the period that were synchronised or should be; breached where late or "
        "never.",
    ),
    basis="dossier_sync",
    population="dossier",
    says=Says(
        limited="{breached}/{examined} hồ sơ chưa đồng bộ hoặc đồng bộ chậm lên Cổng Dịch vụ công quốc gia ({abouts})"
    ),
    remedy="sync_dossiers",
)
def synced_late(period: Period) -> ir.Table:
    dossiers = received(period, "synced_on")
    until = dossiers.mutate(until_on=dossiers.synced_on.coalesce(ibis.literal(period.as_of)))
    counted = with_working_days(until, start="received_on", end="until_on", into="waited")
    late = counted.waited > limit("sync_working_days", counted.received_on, period)
    due = counted.mutate(late=late).filter(lambda d: d.synced_on.notnull() | d.late.fill_null(False))
    seen = with_coverage(due, "dossier.synced", due.received_on)
    return cases(
        seen,
        subject=seen.dossier_id,
        about=seen.domain,
        event_on=seen.received_on,
        breached=ibis.cases((seen.synced_on.notnull() | seen.covered, seen.late), else_=ibis.null("boolean")),
        received_on=seen.received_on,
        synced_on=seen.synced_on,
        working_days=seen.waited,
    )
