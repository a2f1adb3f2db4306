"""Figures of the law inside an expression: the one in force on the day of each case."""

import ibis
import ibis.expr.types as ir

from motcua.inspection.period import Period
from motcua.law import law


def limit(key: str, on: ir.DateValue, period: Period) -> ir.IntegerValue:
    """The whole figure in force that day, null before the first; the programme's own figure where it sets one.

    Raises KeyError for a key the law's data lacks.
    """
    if (own := period.own(key)) is not None:
        return ibis.literal(int(own), "int64")
    settings = law().values[key].settings
    latest_first = ((on >= ibis.literal(s.since), ibis.literal(int(s.value), "int64")) for s in reversed(settings))
    return ibis.cases(*latest_first, else_=ibis.null("int64"))


def days_between(start: ir.DateValue, end: ir.DateValue) -> ir.IntegerValue:
    """Calendar days after `start` up to `end`."""
    return end.delta(start, unit="day")
