"""Working time the slow way: day by day and minute by minute, from what the notices published and nothing of ours."""

from calendar import monthrange
from datetime import date, datetime, time, timedelta, timezone

VIETNAM = timezone(timedelta(hours=7))
MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)

# Day and month of weekdays off, then of worked Saturdays, as the yearly notices gave them: "first-last/month".
PUBLISHED = {
    2021: ("1/1 10-12/2 15/2 16/2 21/4 30/4 3/5 2/9 3/9", ""),
    2022: ("3/1 31/1 1-4/2 11/4 2/5 3/5 1/9 2/9", ""),
    2023: ("2/1 20/1 23-26/1 1-3/5 1/9 4/9", ""),
    2024: ("1/1 8/2 9/2 12-14/2 18/4 29/4 30/4 1/5 2/9 3/9", "4/5"),
    2025: ("1/1 27-31/1 7/4 30/4 1/5 2/5 1/9 2/9", "26/4"),
    2026: ("1/1 2/1 16-20/2 27/4 30/4 1/5 31/8 1/9 2/9 24/11", "10/1 22/8"),
}


def days(year: int, text: str) -> set[date]:
    found = set()
    for part in text.split():
        span, month = part.split("/")
        first, _, last = span.partition("-")
        found |= {date(year, int(month), number) for number in range(int(first), int(last or first) + 1)}
    return found


OFF = {day for year, (off, _) in PUBLISHED.items() for day in days(year, off)}
SATURDAYS = {day for year, (_, worked) in PUBLISHED.items() for day in days(year, worked)}


def works(on: date) -> bool:
    return on in SATURDAYS or (on.weekday() < 5 and on not in OFF)


def opened(at: datetime) -> bool:
    """Whether the minute that begins then is worked."""
    clock = at.time()
    return works(at.date()) and (time(7) <= clock < time(11, 30) or time(13, 30) <= clock < time(17))


def after_hours(start: datetime, hours: int) -> datetime:
    left, at = hours * 60, start
    while left:
        left -= opened(at)
        at += MINUTE
    return at


def minutes(first: datetime, last: datetime) -> int:
    worked, at = 0, first
    while at < last:
        worked += opened(at)
        at += MINUTE
    return worked


def after_working_days(start: datetime, count: int) -> datetime:
    on = start.date()
    while count:
        on += DAY
        count -= works(on)
    return datetime.combine(on, within(start.time()) if works(start.date()) else time(17), VIETNAM)


def within(clock: time) -> time:
    """A time of day moved into office hours."""
    if time(11, 30) < clock < time(13, 30):
        return time(13, 30)
    return min(max(clock, time(7)), time(17))


def after_days(start: datetime, count: int) -> datetime:
    on = start.date()
    for _ in range(count):
        on += DAY
    return closing(on)


def after_months(start: datetime, count: int) -> datetime:
    year, month = start.year, start.month
    for _ in range(count):
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return closing(date(year, month, min(start.day, monthrange(year, month)[1])))


def closing(on: date) -> datetime:
    while not works(on):
        on += DAY
    return datetime.combine(on, time(17), VIETNAM)
