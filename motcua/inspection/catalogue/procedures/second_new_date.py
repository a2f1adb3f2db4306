"""A dossier that cannot be settled in time gets a new day once, not again and again."""

import ibis.expr.types as ir

from motcua.evidence.tables import slip
from motcua.inspection.expressions import cases, settled_or_open
from motcua.inspection.limits import limit
from motcua.inspection.period import Period
from motcua.inspection.rule import Says, rule
from motcua.language import Words


@rule(
    "TTHC-041",
    Words(vi="Hẹn lại ngày trả kết quả quá một lần", en="A second new day for one dossier"),
    meaning=Words(
        vi="Xét các hồ sơ đã được hẹn lại ngày trả kết quả; vi phạm khi các thư xin lỗi nêu nhiều hơn một ngày hẹn "
        "mới.",
        en="Examines dossiers that were given a new day; breached where letters of apology name more than one.",
    ),
    basis="one_new_date",
    population="dossier",
    says=Says(
        limited="{breached}/{examined} hồ sơ được hẹn lại đã bị dời ngày trả kết quả từ hai lần trở lên ({abouts})"
    ),
    remedy="new_date_once",
)
def second_new_date(period: Period) -> ir.Table:
    promises = slip.filter(slip.kind == "apology", slip.new_due_on.notnull())
    renewed = promises.group_by(renewed_unit=promises.unit_id, renewed_dossier=promises.dossier_id).agg(
        new_dates=promises.new_due_on.nunique(),
        last_letter_on=promises.issued_on.max(),
        last_new_due_on=promises.new_due_on.max(),
    )
    dossiers = settled_or_open(period)
    seen = dossiers.inner_join(
        renewed, [dossiers.unit_id == renewed.renewed_unit, dossiers.dossier_id == renewed.renewed_dossier]
    )
    on = seen.last_letter_on.coalesce(seen.received_on)
    return cases(
        seen,
        subject=seen.dossier_id,
        about=seen.domain,
        event_on=on,
        breached=seen.new_dates > limit("new_dates_allowed", on, period),
        due_on=seen.due_on,
        new_dates=seen.new_dates,
        last_new_due_on=seen.last_new_due_on,
        finished_on=seen.finished_on,
    )
