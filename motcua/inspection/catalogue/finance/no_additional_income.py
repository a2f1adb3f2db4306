"""What units save they may pay their staff as additional income."""

from datetime import date

import ibis
import ibis.expr.types as ir

from motcua.evidence.tables import finance, unit
from motcua.inspection.expressions import cases
from motcua.inspection.period import Period
from motcua.inspection.rule import Says, Scope, rule
from motcua.language import Words


@rule(
    "TCC-002",
    Words(vi="Đơn vị chưa chi trả thu nhập tăng thêm", en="Units without additional income"),
    meaning=Words(
        vi="Xét số chi thu nhập tăng thêm của năm trước tại đơn vị và đơn vị trực thuộc; vi phạm khi không chi.",
        en="Examines the additional income of the year before in a unit and those under it; breached where none was "
        "paid.",
    ),
    basis="additional_income",
    population="finance",
    says=Says(limited="{breached}/{examined} đơn vị chưa chi trả được thu nhập tăng thêm của năm trước ({abouts})"),
    remedy="additional_income",
    scope=Scope.TREE,
)
def no_additional_income(period: Period) -> ir.Table:
    year = period.end.year - 1
    paid = finance.filter(finance.year == year)
    names = unit.select(named_unit="unit_id", unit_name="name")
    seen = paid.left_join(names, paid.unit_id == names.named_unit)
    return cases(
        seen,
        subject=seen.unit_id + ibis.literal("/") + seen.year.cast("string"),
        about=seen.unit_name.coalesce(seen.unit_id),
        event_on=ibis.literal(date(year, 12, 31)),
        breached=seen.additional_income_paid == 0,
        year=seen.year,
        additional_income_paid=seen.additional_income_paid,
    )
