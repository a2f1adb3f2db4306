"""Computers and other devices are strong enough for the software the work is done with."""

import ibis
import ibis.expr.types as ir

from motcua.evidence.tables import device
from motcua.inspection.devices import place_named
from motcua.inspection.expressions import cases
from motcua.inspection.period import Period
from motcua.inspection.rule import Says, Severity, rule
from motcua.language import Words


@rule(
    "CQS-007",
    Words(vi="Thiết bị dưới cấu hình tối thiểu", en="Devices below the minimum"),
    meaning=Words(
        vi="Xét các thiết bị của đơn vị; nêu khi thiết bị không đạt cấu hình tối thiểu.",
        en="Examines the devices of a unit; marked where one is below the minimum.",
    ),
    basis="devices_minimum",
    population="device",
    says=Says(limited="{breached}/{examined} thiết bị chưa đạt cấu hình tối thiểu ({abouts})"),
    remedy="devices",
    severity=Severity.ADVICE,
)
def devices_below_minimum(period: Period) -> ir.Table:
    return cases(
        device,
        subject=device.device_id,
        about=place_named(device.place),
        event_on=ibis.literal(min(period.end, period.as_of)),
        breached=~device.meets_minimum,
        kind=device.kind,
        acquired_year=device.acquired_year,
    )
