"""Evidence kept by calendar year: which years a period asks about, and which of them are over."""

from datetime import date, timedelta

import ibis.expr.types as ir

from motcua.inspection.period import Period


def of_years(rows: ir.Table, period: Period) -> ir.Table:
    """Rows, which carry `year`, of the calendar years that the period touches."""
    return rows.filter(rows.year >= period.start.year, rows.year <= period.end.year)


def of_closed_years(rows: ir.Table, period: Period) -> ir.Table:
    """Rows of the period's years that are over on the day it is seen from; of the last year over where none is.

    What a year was to bring can be judged only when the year is over.
    """
    closed = last_closed_year(period)
    return rows.filter(rows.year >= min(period.start.year, closed), rows.year <= min(period.end.year, closed))


def last_closed_year(period: Period) -> int:
    return (period.as_of + timedelta(days=1)).year - 1


def closing_day(period: Period) -> date:
    """The last day of the last year that is over."""
    return date(last_closed_year(period), 12, 31)
