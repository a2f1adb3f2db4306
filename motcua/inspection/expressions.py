"""Ibis expressions that rules share: the cases they return, coverage, the period's dossiers, working days, samples."""

from datetime import date
from functools import cache

import ibis
import ibis.expr.types as ir

from motcua.evidence.tables import calendar_day, coverage, dossier, sample, sample_check, unit
from motcua.inspection.period import Period
from motcua.law import law
from motcua.worktime import NATIONAL

SOURCE = ("source_file", "sheet", "row")
ENDED_WITHOUT_RESULT = ("submitted", "not_received", "withdrawn", "stopped")  # nobody settled these, nor will
WAITING = ("supplement", "financial_duty")  # for the applicant: the clock stands still
VIETNAM_SECONDS = 7 * 3600  # UTC+7 all year, no summer time
DAY_SECONDS = 24 * 3600


def cases(  # noqa: PLR0913  what every rule says of a case
    rows: ir.Table,
    *,
    subject: ir.Value,
    about: ir.Value | str,
    event_on: ir.Value,
    breached: ir.Value,
    unit_id: ir.Value | None = None,
    drawn: ir.Value | None = None,
    **shown: ir.Value,
) -> ir.Table:
    """The cases a rule examined, one row each.

    `about` is the label a sentence will name; `event_on` the day that decides which law applies; `breached` true, false
    or null where the evidence cannot say; `drawn` whether the answer came from the paper of a sample. `shown` are
    further columns for the reader of the workbook. `rows` must still carry source_file, sheet and row.
    """
    return rows.select(
        unit_id=rows.unit_id if unit_id is None else unit_id,
        subject=subject.cast("string"),
        about=ibis.literal(about) if isinstance(about, str) else about,
        event_on=event_on,
        breached=breached,
        drawn=ibis.literal(False) if drawn is None else drawn.fill_null(False),
        source_file=rows.source_file,
        sheet=rows.sheet,
        row=rows.row,
        **shown,
    )


def within(on: ir.DateValue, period: Period) -> ir.BooleanValue:
    """Whether a day lies in the period, both ends included; null where the day is not known."""
    return (on >= ibis.literal(period.start)) & (on <= ibis.literal(period.end))


def last_day(period: Period) -> date:
    """The last day of the period that can be seen from the day it is seen from."""
    return min(period.end, period.as_of)


def setting(key: str, period: Period) -> int:
    """A dated figure, in whole numbers, as it stands at the end of the period: the programme's own, else the law's.

    Before its first day the first figure: no case of those days falls under a law anyway.
    """
    if (own := period.own(key)) is not None:
        return int(own)
    value = law().values[key]
    return int((value.on(period.end) or value.settings[0]).value)


def in_force(valid_from: ir.DateValue, valid_to: ir.DateValue, on: date) -> ir.BooleanValue:
    """Whether something is in force on a day; its last day belongs to it, no last day means it still is."""
    day = ibis.literal(on)
    return (valid_from <= day) & (valid_to.isnull() | (valid_to >= day))


def first_of_each(rows: ir.Table, *keys: str, by: ir.Value) -> ir.Table:
    """One row for each value of the keys: the first in the order of `by`, source and line breaking ties."""
    order = [by, rows.source_file, rows.sheet, rows.row]
    numbered = rows.mutate(rank_of_each=ibis.row_number().over(ibis.window(group_by=list(keys), order_by=order)))
    return numbered.filter(numbered.rank_of_each == 0).drop("rank_of_each")


def narrow(dossiers: ir.Table, *columns: str) -> ir.Table:
    """Dossiers with the columns that every rule shows and those named: fewer to carry through joins, and to compile."""
    return dossiers.select("unit_id", "dossier_id", "domain", "received_on", *columns, *SOURCE)


@cache
def settled_or_open(period: Period, *columns: str) -> ir.Table:
    """Dossiers settled in the period plus those open at its end, whenever they were received; `columns` as `narrow`."""
    finished = dossier.finished_on
    found = dossier.filter(
        dossier.received_on <= ibis.literal(period.end),
        finished.isnull() | (finished >= ibis.literal(period.start)),
    )
    return narrow(found, *columns) if columns else found


@cache
def settled(period: Period, *columns: str) -> ir.Table:
    """Dossiers settled in the period; those withdrawn, stopped or not taken in ended, but nobody settled them."""
    found = dossier.filter(
        within(dossier.finished_on, period), ~dossier.status.isin(ENDED_WITHOUT_RESULT).fill_null(False)
    )
    return narrow(found, *columns) if columns else found


@cache
def received(period: Period, *columns: str) -> ir.Table:
    """Dossiers received in the period; with `columns` as `narrow` gives them."""
    found = dossier.filter(within(dossier.received_on, period))
    return narrow(found, *columns) if columns else found


def with_coverage(rows: ir.Table, table: str, on: ir.DateValue, unit_id: ir.Value | None = None) -> ir.Table:
    """The rows with a boolean `covered`: the unit's rows of `table` are all there for that day.

    `table` may also be `table.column`: the source has that column, so that an empty cell of it says "did not happen";
    or `table/kind`: the source holds things of that kind, so that a missing row of it does.

    Intervals of one unit and table are disjoint in every snapshot, so no row is doubled.
    """
    spans = _spans(table)
    owner = rows.unit_id if unit_id is None else unit_id
    joined = rows.left_join(spans, [owner == spans.covered_unit, on >= spans.covered_from, on <= spans.covered_to])
    return joined.select(*rows.columns, covered=joined.covered_unit.notnull())


@cache
def _spans(table: str) -> ir.Table:
    return coverage.filter(coverage.table == table).select(
        covered_unit=coverage.unit_id, covered_from=coverage.from_on, covered_to=coverage.to_on
    )


def accuse(missing: ir.BooleanValue, covered: ir.BooleanValue) -> ir.BooleanValue:
    """Something missing is a breach only inside coverage; what is there acquits anywhere."""
    return ibis.cases((~missing, False), (covered, missing), else_=ibis.null("boolean"))


def with_working_days(rows: ir.Table, *, start: str, end: str, into: str) -> ir.Table:
    """The rows with `into`: working days after the day in column `start` up to the day in column `end`.

    Null where either day is empty or its year has no published calendar. Negative where `end` lies before `start`.
    """
    calendars, first, last = _calendars()
    named = rows.left_join(calendars, rows.unit_id == calendars.calendar_unit)
    calendar = named.calendar_name.fill_null(NATIONAL)
    opened = named.left_join(first, [calendar == first.first_calendar, named[start] == first.first_day])
    calendar = opened.calendar_name.fill_null(NATIONAL)
    closed = opened.left_join(last, [calendar == last.last_calendar, opened[end] == last.last_day])
    return closed.select(*rows.columns, **{into: closed.last_ordinal - closed.first_ordinal})


@cache
def _calendars() -> tuple[ir.Table, ir.Table, ir.Table]:
    """The calendar of each unit, and the days of calendars twice: to look up a first and a last day."""
    calendars = unit.select(calendar_unit=unit.unit_id, calendar_name=unit.calendar)
    first = calendar_day.select(
        first_calendar=calendar_day.calendar, first_day=calendar_day.day, first_ordinal=calendar_day.ordinal
    )
    last = calendar_day.select(
        last_calendar=calendar_day.calendar, last_day=calendar_day.day, last_ordinal=calendar_day.ordinal
    )
    return calendars, first, last


def with_one_holder(rows: ir.Table, holders: ir.Table, key: str) -> ir.Table:
    """The rows with `one_holder`: the id in column `key` belongs to one unit alone.

    Sections of a report and domains of a plan name no unit; of an id that two units use they tell nothing.
    """
    units = holders.group_by(held_key=holders[key]).agg(
        first_holder=holders.unit_id.min(), last_holder=holders.unit_id.max()
    )
    joined = rows.left_join(units, rows[key] == units.held_key)
    return joined.select(*rows.columns, one_holder=joined.first_holder == joined.last_holder)


def waited_for(dossiers: ir.Table) -> ir.BooleanValue:
    """Whether the office waited for the applicant, to complete the papers or to pay."""
    return (dossiers.supplement_requests.fill_null(0) > 0) | (dossiers.waiting_minutes.fill_null(0) > 0)


def minute_of_day(at: ir.TimestampValue) -> ir.IntegerValue:
    """Minutes since midnight in Vietnam; null where the time is not known."""
    return ((at.epoch_seconds().cast("int64") + VIETNAM_SECONDS) % DAY_SECONDS).cast("int64") // 60


def later_than(
    x_on: ir.DateValue, x_at: ir.TimestampValue, y_on: ir.DateValue, y_at: ir.TimestampValue
) -> ir.BooleanValue:
    """Whether moment x is later than moment y: by the clock where both know the time, by the day otherwise."""
    return ibis.cases((x_at.notnull() & y_at.notnull(), x_at > y_at), else_=x_on > y_on)


def with_drawn(rows: ir.Table, item: str) -> ir.Table:
    """The rows, which carry unit_id and dossier_id, with `seen`: what the paper of a drawn dossier showed for the item.

    True for yes, false for no (a "no" of any drawing wins), null where unclear or not drawn.
    """
    asked = sample_check.filter((sample_check.item == item) & (sample_check.verdict != "unclear"))
    answers = (
        sample.inner_join(asked, ["sample_id", "dossier_id"])
        .group_by(drawn_unit=sample.unit_id, drawn_dossier=sample.dossier_id)
        .agg(seen=(asked.verdict == "yes").min())
    )
    joined = rows.left_join(answers, [rows.unit_id == answers.drawn_unit, rows.dossier_id == answers.drawn_dossier])
    return joined.select(*rows.columns, "seen")
