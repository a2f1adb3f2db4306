"""Schedules from YAML: the default office hours of the nation, and the decisions of a province or unit."""

import re
from collections.abc import Mapping
from datetime import date, datetime, time
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from motcua.language import Refusal, Words
from motcua.worktime.calendar import NATIONAL, national_calendar
from motcua.worktime.decisions import Change
from motcua.worktime.schedule import Schedule
from motcua.worktime.windows import Season, Window

SESSION = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)\s*[-–]\s*([01]?\d|2[0-3]):([0-5]\d)")
KEYS = frozenset({"level", "rule", "version", "off", "worked", "windows", "from", "to", "days"})

NOT_YAML = Words(
    "{where}: không đọc được; phải là YAML có danh sách “changes”.",
    "{where}: cannot be read; it must be YAML with a list “changes”.",
)
NOT_A_SESSION = Words(
    "{where}: “{text}” không phải buổi làm việc; phải ghi như “07:00-11:30”, trong dấu ngoặc kép.",
    "{where}: “{text}” is no session; it must be written as “07:00-11:30”, in quotes.",
)
NOT_A_DAY = Words(
    "{where}: “{text}” không phải ngày; phải ghi như 2026-03-20.",
    "{where}: “{text}” is no day; it must be written as 2026-03-20.",
)
NOT_DAYS = Words(
    '{where}: “days” là “{text}”; phải ghi từng ngày với các buổi, như 2026-12-31: ["07:00-11:30"].',
    '{where}: “days” is “{text}”; it must give each day with its sessions, as 2026-12-31: ["07:00-11:30"].',
)
UNKNOWN_KEY = Words(
    "{where}: không có mục “{key}”; các mục được dùng: {keys}.",
    "{where}: there is no entry “{key}”; the entries are: {keys}.",
)


@cache
def national_schedule() -> Schedule:
    """The public-service calendar with the default office hours."""
    return _schedule(yaml.safe_load(files("motcua.worktime").joinpath("data/office_hours.yaml").read_text("utf-8")))


def changes_in(text: str, where: str) -> tuple[Change, ...]:
    """The decisions of a YAML text; `where` names it in a Refusal.

    changes:
      - level: unit
        rule: Quyết định 15/QĐ-UBND ngày 02/3/2026
        version: "1"
        "off": [2026-03-20]
        worked: [2026-03-28]
        windows: ["07:30-11:30", "13:00-17:00"]
        from: 2026-04-15
        to: 2026-10-15
        days: {2026-12-31: ["07:00-11:30"]}
    """
    try:
        data = yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise Refusal(NOT_YAML, where=where) from error
    listed = data.get("changes") if isinstance(data, dict) else None
    if not isinstance(listed, list) or not all(isinstance(each, dict) for each in listed):
        raise Refusal(NOT_YAML, where=where)
    return tuple(_change(each, f"{where}, changes[{number}]") for number, each in enumerate(listed, start=1))


def _schedule(data: Mapping[str, Any]) -> Schedule:
    return Schedule(
        name=NATIONAL,
        calendar=national_calendar(),
        windows=_windows(data["windows"], "windows"),
        saturdays=_windows(data["saturdays"], "saturdays"),
        rule=data["rule"],
        version=data["version"],
        due_at_close=data["due_at_close"],
    )


def _change(data: Mapping[Any, Any], where: str) -> Change:
    # YAML 1.1 reads the bare word off as false.
    entries = {"off" if key is False else str(key): value for key, value in data.items()}
    for key in sorted(entries.keys() - KEYS):
        raise Refusal(UNKNOWN_KEY, where=where, key=key, keys=", ".join(sorted(KEYS)))
    days = entries.get("days") or {}
    if not isinstance(days, dict):
        raise Refusal(NOT_DAYS, where=where, text=days)
    return Change(
        level=entries.get("level", "unit"),
        rule=str(entries.get("rule") or ""),
        version=str(entries.get("version") or ""),
        off=frozenset(_day(day, where) for day in _listed(entries.get("off"))),
        worked=frozenset(_day(day, where) for day in _listed(entries.get("worked"))),
        half_days={_day(day, where): _windows(windows, where) for day, windows in days.items()},
        seasons=_seasons(entries, where),
    )


def _seasons(entries: Mapping[str, Any], where: str) -> tuple[Season, ...]:
    if not entries.get("windows"):
        return ()
    from_on, to_on = _day(entries.get("from", date.min), where), _day(entries.get("to", date.max), where)
    return (Season(from_on, to_on, _windows(entries["windows"], where)),)


def _day(value: object, where: str) -> date:
    if isinstance(value, datetime) or not isinstance(value, date):
        raise Refusal(NOT_A_DAY, where=where, text=value)
    return value


def _windows(texts: object, where: str) -> tuple[Window, ...]:
    return tuple(_window(text, where) for text in _listed(texts))


def _listed(entry: object) -> list[object]:
    """A list as it stands; one value alone is a list of one, nothing is none."""
    if isinstance(entry, list):
        return entry
    return [] if entry is None else [entry]


def _window(text: object, where: str) -> Window:
    found = SESSION.fullmatch(str(text).strip())
    if not found:
        raise Refusal(NOT_A_SESSION, where=where, text=text)
    hour, minute, end_hour, end_minute = map(int, found.groups())
    return Window(time(hour, minute), time(end_hour, end_minute))
