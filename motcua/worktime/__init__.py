"""Working time: which days and hours are worked, when a term ends, and the ledger of a due date."""

from motcua.worktime.calendar import NATIONAL as NATIONAL
from motcua.worktime.calendar import Calendar as Calendar
from motcua.worktime.calendar import calendar_rows as calendar_rows
from motcua.worktime.calendar import national_calendar as national_calendar
from motcua.worktime.decisions import Change as Change
from motcua.worktime.decisions import Level as Level
from motcua.worktime.layers import layered as layered
from motcua.worktime.ledger import explain as explain
from motcua.worktime.ledger import history as history
from motcua.worktime.ledger import read as read
from motcua.worktime.lines import Due as Due
from motcua.worktime.lines import Kind as Kind
from motcua.worktime.lines import Line as Line
from motcua.worktime.office_hours import changes_in as changes_in
from motcua.worktime.office_hours import national_schedule as national_schedule
from motcua.worktime.overdue import Held as Held
from motcua.worktime.overdue import Holder as Holder
from motcua.worktime.overdue import cause as cause
from motcua.worktime.overdue import overdue_at as overdue_at
from motcua.worktime.schedule import Schedule as Schedule
from motcua.worktime.term import Term as Term
from motcua.worktime.term import Unit as Unit
from motcua.worktime.timeline import ZONE as ZONE
from motcua.worktime.windows import Season as Season
from motcua.worktime.windows import Window as Window
