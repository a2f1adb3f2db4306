"""Working days and office hours of 2023, from the calendar of the project."""

from bisect import bisect_left, bisect_right
from datetime import date, datetime, timedelta
from random import Random

from motcua.worktime import national_calendar

FIRST, LAST, SEEN = date(2023, 1, 1), date(2023, 7, 26), date(2023, 7, 27)
CALENDAR = national_calendar()
WORKING = [day for n in range(4 * 365 + 1) if CALENDAR.works(day := date(2021, 1, 1) + timedelta(days=n))]
OPENS, SITS = 7 * 60 + 30, 8 * 60  # minutes; received between 7:30 and 15:30


def plus(day: date, number: int) -> date:
    """So many working days after a day."""
    return WORKING[bisect_right(WORKING, day) + number - 1] if number else day


def minus(day: date, number: int) -> date:
    return WORKING[bisect_left(WORKING, day) - number]


def between(first: date, last: date) -> list[date]:
    return WORKING[bisect_left(WORKING, first) : bisect_right(WORKING, last)]


def at(day: date, minutes: int) -> datetime:
    """A moment of a day, minutes after midnight; the lunch hour is passed over."""
    passed = minutes + 90 if 11 * 60 + 30 <= minutes < 13 * 60 else minutes
    return datetime(day.year, day.month, day.day) + timedelta(minutes=passed)  # noqa: DTZ001 - cells carry no zone


def some_time(random: Random, day: date) -> datetime:
    return at(day, OPENS + random.randrange(SITS))
