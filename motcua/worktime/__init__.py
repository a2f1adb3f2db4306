"""Working time: which days are worked, and the calendar as a table that engines can join."""

from motcua.worktime.calendar import NATIONAL as NATIONAL
from motcua.worktime.calendar import Calendar as Calendar
from motcua.worktime.calendar import calendar_rows as calendar_rows
from motcua.worktime.calendar import national_calendar as national_calendar
