"""The account a ledger gives of its due date: one sentence or two a line, in both languages."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, timedelta
from itertools import groupby

from motcua.language import Words, counted, day, moment
from motcua.worktime.lines import Due, Kind, Line
from motcua.worktime.schedule import Schedule, last_day, local
from motcua.worktime.term import UNITS, Unit

SATURDAY = 5
NOTHING = Words("", "")

START = Words(
    "Hạn trả tính từ {at}{source}: thời hạn {term}, {how}.", "The term runs from {at}{source}: {term}, {how}."
)
AGAIN = Words(
    "Hồ sơ nộp lại đầy đủ lúc {at}{source}: thời hạn {term} tính lại từ đầu, {how}.",
    "The complete dossier came again at {at}{source}: the term of {term} begins from zero, {how}.",
)
PART = Words(
    "Phần việc này nhận lúc {at}{source}, phải xong trong hạn của cả hồ sơ, sớm hơn thời hạn {term}: {due}.",
    "This part was taken in at {at}{source} and is due within the whole, sooner than its term of {term}: {due}.",
)
HOW: dict[Unit, Words] = {
    "hour": Words("chỉ tính trong giờ làm việc ({windows})", "counted inside office hours only ({windows})"),
    "working_day": Words("không tính ngày tiếp nhận", "the day of reception not counted"),
    "calendar_day": Words(
        "không tính ngày tiếp nhận, tính cả ngày nghỉ", "the day of reception not counted, days off counted"
    ),
    "month": Words(
        "không tính ngày tiếp nhận, tính cả ngày nghỉ", "the day of reception not counted, days off counted"
    ),
}
FIRST = Words("Hạn trả đầu tiên: {due}.", "First due date: {due}.")
NEW = Words("Hạn trả mới: {due}.", "New due date: {due}.")
OFF = Words("Không tính: {days}.", "Not counted: {days}.")
WEEKENDS = Words("{number} ngày thứ Bảy, Chủ nhật", "{count} days of weekends")
UNNAMED = Words("ngày nghỉ theo lịch công bố", "day off as published")
WORKED = Words("Ngày cuối tuần đi làm, có tính: {days}.", "Worked at a weekend, counted: {days}.")
HOURS = Words("Giờ làm việc thay đổi theo: {sources}.", "Office hours changed by: {sources}.")
MOVED = Words(
    "Ngày cuối cùng {day} là ngày nghỉ nên hạn chuyển sang ngày làm việc kế tiếp.",
    "The last day, {day}, is off, so that the term ends on the next working day.",
)
PAUSE = Words("Tạm dừng từ {at} để chờ người nộp hồ sơ{source}.", "Paused from {at}, waiting for the citizen{source}.")
RESUME = Words(
    "Tính tiếp từ {at}{source}, sau {minutes} phút làm việc chờ; {shift}: {due}.",
    "Resumed at {at}{source}, after waiting {minutes} working minutes; {shift}: {due}.",
)
LATER = Words("hạn dời thêm {length}", "the due date moves by {length}")
SAME = Words("hạn không đổi", "the due date stays")
MINUTES = Words("{number} phút làm việc", "{number} working minutes")
EXTENSION = Words("Xin lỗi và hẹn lại lúc {at}{source}: {due}.", "Apology with a new date, {at}{source}: {due}.")
TOO_OFTEN = Words(
    "Đây là lần hẹn lại thứ {number}; quy định chỉ cho hẹn lại một lần.",
    "This is new date number {number}; the rule allows one.",
)
NOW = Words("Hạn trả hiện nay: {due}.", "The due date now: {due}.")
WAITING = Words("Đang tạm dừng, chưa có hạn trả.", "It is paused now and has no due date.")


def of_line(line: Line, before: Due | None, after: Due, schedule: Schedule) -> list[Words]:
    """What one line did, given what the ledger said before and after it."""
    if before is None or line.kind == "restart":
        return _start(line, before, after, schedule)
    return TOLD[line.kind](line, before, after, schedule)


def ending(due: Due) -> Words:
    return WAITING if due.paused_since is not None else filled(NOW, due=_moment(due.standing_due))


def _start(line: Line, before: Due | None, after: Due, schedule: Schedule) -> list[Words]:
    if before is None and line.new_due is not None:
        due = _moment(after.standing_due)
        return [filled(PART, at=_moment(after.started_at), source=_source(line), term=after.term.words(), due=due)]
    unit, start = after.term.unit, after.started_at
    windows = ", ".join(map(str, schedule.windows_on(schedule.next_open(start).date())))
    how = filled(HOW[unit], windows=windows)
    words = START if before is None else AGAIN
    return [
        filled(words, at=_moment(start), source=_source(line), term=after.term.words(), how=how),
        *(_moved(after) if unit in ("calendar_day", "month") else _skipped(start, after.standing_due, unit, schedule)),
        filled(FIRST if before is None else NEW, due=_moment(after.standing_due)),
    ]


def _pause(line: Line, _before: Due, _after: Due, _schedule: Schedule) -> list[Words]:
    return [filled(PAUSE, at=_moment(line.at), source=_source(line))]


def _resume(line: Line, before: Due, after: Due, schedule: Schedule) -> list[Words]:
    shift = _shift(before, after, schedule)
    told = filled(
        RESUME,
        at=_moment(line.at),
        source=_source(line),
        minutes=str(after.waiting_minutes - before.waiting_minutes),
        shift=filled(LATER, length=shift) if shift else SAME,
        due=_moment(after.standing_due),
    )
    unit = after.term.unit
    if unit in ("calendar_day", "month"):
        return [told]
    return [told, *_skipped(before.standing_due, after.standing_due, unit, schedule)]


def _extension(line: Line, _before: Due, after: Due, _schedule: Schedule) -> list[Words]:
    told = [filled(EXTENSION, at=_moment(line.at), source=_source(line), due=_moment(after.standing_due))]
    return [*told, filled(TOO_OFTEN, number=str(after.extensions))] if after.extensions > 1 else told


TOLD: dict[Kind, Callable[[Line, Due, Due, Schedule], list[Words]]] = {
    "pause": _pause,
    "resume": _resume,
    "extension": _extension,
}


def _shift(before: Due, after: Due, schedule: Schedule) -> Words | None:
    """How far the last wait moved the date, in the unit of the term; None for not at all."""
    unit = after.term.unit
    first, last = after.waits[-1]
    if unit == "hour":
        minutes = after.waiting_minutes - before.waiting_minutes
        return filled(MINUTES, number=str(minutes)) if minutes else None
    days = schedule.working_days_between(first, last) if unit == "working_day" else (last.date() - first.date()).days
    name = UNITS["working_day" if unit == "working_day" else "calendar_day"]
    return Words(f"{counted(days)} {name.vi}", f"{days} {name.en}{'s' * (days > 1)}") if days else None


def _moved(after: Due) -> list[Words]:
    last = last_day(after.started_at.date(), after.term.unit, after.term.value)
    return [filled(MOVED, day=_day(last))] if last != after.standing_due.date() else []


def _skipped(start: datetime, due: datetime, unit: Unit, schedule: Schedule) -> list[Words]:
    """Days off between, weekends worked between, decisions on office hours between."""
    span = [start.date() + timedelta(days=number) for number in range(1, (due.date() - start.date()).days + 1)]
    off = [on for on in span if not (schedule.windows_on(on) if unit == "hour" else schedule.works(on))]
    worked = [on for on in span if on.weekday() >= SATURDAY and schedule.works(on)]
    told = []
    if off:
        told.append(filled(OFF, days=joined(_days_off(off, schedule), "; ")))
    if worked:
        told.append(filled(WORKED, days=joined(map(_day, worked), ", ")))
    sources = _hours_changed({start.date(), *span}, schedule) if unit == "hour" else ""
    return [*told, filled(HOURS, sources=sources)] if sources else told


def _days_off(off: list[date], schedule: Schedule) -> Iterator[Words]:
    """Weekends by number, other days by name, those with no working day between them as one stretch."""
    names = schedule.calendar.names
    weekends = sum(on.weekday() >= SATURDAY and on not in names for on in off)
    if weekends:
        yield filled(WEEKENDS, number=counted(weekends), count=str(weekends))
    # Days in a row keep the same distance from their place in the list.
    named = [(on, on.toordinal() - n) for n, on in enumerate(off) if on.weekday() < SATURDAY or on in names]
    for (name, _), group in groupby(named, lambda pair: (names.get(pair[0], UNNAMED), pair[1])):
        days = [on for on, _ in group]
        ends = [_day(days[0])] if len(days) == 1 else [_day(days[0]), _day(days[-1])]
        yield filled(Words("{name} ({days})", "{name} ({days})"), name=name, days=joined(ends, "–"))


def _hours_changed(span: set[date], schedule: Schedule) -> str:
    first, last = min(span), max(span)
    return "; ".join(
        change.source
        for change in schedule.changes
        if span & change.half_days.keys()
        or any(season.from_on <= last and season.to_on >= first for season in change.seasons)
    )


def _source(line: Line) -> Words:
    rule = f"{line.rule} ({line.version})" if line.rule and line.version else line.rule
    known = "; ".join(part for part in (line.by, line.document, rule) if part)
    return Words(f" ({known})", f" ({known})") if known else NOTHING


def _moment(at: datetime) -> Words:
    on = local(at)
    return Words(moment(on), f"{on:%Y-%m-%d %H:%M}")


def _day(on: date) -> Words:
    return Words(day(on), on.isoformat())


def joined(parts: Iterable[Words], by: str) -> Words:
    listed = list(parts)
    return Words(by.join(part.vi for part in listed), by.join(part.en for part in listed))


def filled(words: Words, **values: Words | str) -> Words:
    """A sentence with its places filled. Braces that people wrote become brackets: `say` would take them for places."""
    vi = {name: value.vi if isinstance(value, Words) else value for name, value in values.items()}
    en = {name: value.en if isinstance(value, Words) else value for name, value in values.items()}
    return Words(_unbraced(words.vi.format(**vi)), _unbraced(words.en.format(**en)))


def _unbraced(text: str) -> str:
    return text.replace("{", "(").replace("}", ")")
