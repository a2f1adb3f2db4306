"""The day promised to an applicant lies within the legal term of the procedure."""

import ibis
import ibis.expr.types as ir

from motcua.inspection.expressions import cases, received, waited_for, with_working_days
from motcua.inspection.period import Period
from motcua.inspection.rule import Says, Severity, rule
from motcua.inspection.versions import with_version
from motcua.language import Words

PROMISED = ("procedure_name", "channel", "first_due_on", "due_on", "supplement_requests", "waiting_minutes")
DAY_HOURS = 8


@rule(
    "TTHC-054",
    Words(vi="Hẹn trả quá thời hạn của thủ tục", en="Due date beyond the legal term"),
    meaning=Words(
        vi="Xét ngày hẹn trả của hồ sơ tiếp nhận trong kỳ; vi phạm khi hẹn trả muộn hơn thời hạn của thủ tục.",
        en="Examines the day promised for dossiers received in the period; breached where later than the legal term.",
    ),
    basis="due_within_term",
    population="dossier",
    says=Says(limited="{breached}/{examined} hồ sơ được hẹn trả muộn hơn thời hạn của thủ tục ({abouts})"),
    remedy="due_dates",
    severity=Severity.MINOR,
)
def due_date_beyond_term(period: Period) -> ir.Table:
    termed = _with_term(period)
    counted = _counted(termed)
    over = counted.working_days > counted.allowed
    return cases(
        counted,
        subject=counted.dossier_id,
        about=counted.procedure_name.coalesce(counted.domain),
        event_on=counted.received_on,
        # completed papers begin a new term; a day that is not the first may be a later promise
        breached=ibis.cases(
            (over & (counted.first_due_on.isnull() | waited_for(counted)), ibis.null("boolean")), else_=over
        ),
        received_on=counted.received_on,
        promised_on=counted.promised_on,
        term_value=counted.term_value,
        term_unit=counted.term_unit,
    )


def _with_term(period: Period) -> ir.Table:
    dossiers = with_version(received(period, "procedure_code", "procedure_version", *PROMISED))
    return dossiers.filter(dossiers.term_value.notnull())


def _counted(termed: ir.Table) -> ir.Table:
    """Working days up to the promised day, and how many of them the term allows; null where that cannot be said.

    A term in calendar days ends on the first working day from its last day on: counted from the eve of that day, the
    promise may be one working day away. A day more is left to online dossiers, which may have come after hours.
    """
    unit, value = termed.term_unit, termed.term_value
    eve = termed.received_on + (value - 1).cast("int32").as_interval("D")
    slack = ibis.ifelse((termed.channel == "online").fill_null(False), 1, 0)
    dated = termed.mutate(
        promised_on=termed.first_due_on.coalesce(termed.due_on),
        counted_from=ibis.ifelse(unit == "calendar_day", eve, termed.received_on),
        allowed=slack
        + ibis.cases(
            (unit == "working_day", value),
            (unit == "calendar_day", 1),
            (unit == "hour", ((value + DAY_HOURS - 1) // DAY_HOURS)),
            else_=ibis.null("int64"),
        ),
    )
    return with_working_days(dated, start="counted_from", end="promised_on", into="working_days")
