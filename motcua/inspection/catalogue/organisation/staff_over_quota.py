"""A unit has no more staff than its quota of the year."""

import ibis
import ibis.expr.types as ir

from motcua.evidence.tables import quota
from motcua.inspection.expressions import cases, last_day
from motcua.inspection.period import Period
from motcua.inspection.rule import Says, rule
from motcua.inspection.years import of_years
from motcua.language import Words


@rule(
    "TCBM-004",
    Words(vi="Sử dụng biên chế vượt số được giao", en="More staff than the quota"),
    meaning=Words(
        vi="Xét biên chế từng loại của năm; vi phạm khi số có mặt vượt số được giao.",
        en="Examines the staff of each kind in the year; breached where more are present than the quota allows.",
    ),
    basis="staff_quota",
    population="quota",
    says=Says(
        limited="Sử dụng biên chế vượt số lượng được giao đối với {abouts}",
        met="Quản lý, sử dụng biên chế trong phạm vi số lượng được giao ({kept_abouts})",
    ),
    remedy="staff_quota",
)
def staff_over_quota(period: Period) -> ir.Table:
    rows = of_years(quota, period)
    return cases(
        rows,
        subject=rows.year.cast("string") + "/" + rows.kind,
        about=rows.kind.cases(("civil_servant", "công chức"), ("public_employee", "viên chức"), else_=rows.kind),
        event_on=ibis.literal(last_day(period)),
        breached=rows.present > rows.quota,
        quota=rows.quota,
        present=rows.present,
    )
