"""Computers examined for the central anti-malware, and the names that sentences give to places of devices."""

import ibis
import ibis.expr.types as ir

from motcua.evidence.tables import device
from motcua.inspection.expressions import cases
from motcua.inspection.period import Period

PLACES = {"one_stop": "Bộ phận Một cửa", "office": "các phòng làm việc"}


def place_named(place: ir.StringValue) -> ir.StringValue:
    """The Vietnamese name of a place; one without a name keeps its own word."""
    return place.cases(*PLACES.items(), else_=place)


def unprotected_computers(period: Period) -> ir.Table:
    """Cases of all computers; breached where the central anti-malware is not on one."""
    computers = device.filter(device.kind == "computer")
    return cases(
        computers,
        subject=computers.device_id,
        about=place_named(computers.place),
        event_on=ibis.literal(min(period.end, period.as_of)),
        breached=~computers.anti_malware,
        acquired_year=computers.acquired_year,
    )
