"""Reads the entries of a YAML file one by one, all as text, and refuses the first that is not what it should be."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone
from difflib import get_close_matches
from pathlib import Path
from typing import NoReturn

import yaml

from motcua.language import Refusal, Words

VIETNAM = timezone(timedelta(hours=7))
AT = Words("{file}, dòng {line}, mục “{place}”: ", "{file}, line {line}, entry “{place}”: ")
UNREADABLE = Words(
    "{file} không đọc được như một tệp YAML dạng chữ UTF-8: {what}.", "{file} cannot be read as YAML in UTF-8: {what}."
)
NOT_MAPPING = Words("phải là các dòng “tên: giá trị”.", "must be lines of “name: value”.")
NOT_LIST = Words("phải là danh sách, mỗi mục bắt đầu bằng “- ”.", "must be a list, each item after “- ”.")
NOT_TEXT = Words("phải là một dòng chữ.", "must be plain text.")
UNKNOWN_KEY = Words("không có mục này; các mục được dùng: {near}.", "there is no such entry; those taken are: {near}.")
TWICE = Words("mục này ghi hai lần; chỉ giữ một.", "this entry is written twice; keep one.")
ABSENT = Words("còn thiếu, cần có giá trị.", "is missing; it needs a value.")
NOT_DAY = Words(
    "“{value}” không phải là ngày; ghi như 13/01/2023 hoặc 2023-01-13.",
    "“{value}” is not a day; write it as 13/01/2023 or 2023-01-13.",
)
NOT_MOMENT = Words(
    "“{value}” không phải là ngày giờ; ghi như 27/7/2023 13:30.",
    "“{value}” is not a day and time; write it as 27/7/2023 13:30.",
)
NOT_WHOLE = Words("“{value}” không phải là số nguyên từ 1.", "“{value}” is not a whole number from 1.")
NOT_YES = Words("“{value}” phải là true hoặc false.", "“{value}” must be true or false.")
NOT_ONE = Words("không có “{value}”; được ghi: {near}.", "there is no “{value}”; it may be: {near}.")
YES, NO = frozenset({"true", "yes", "có"}), frozenset({"false", "no", "không"})
FEW = 30  # names that a sentence can still list
EMPTY = frozenset({"", "~", "null"})
DAY = re.compile(r"(?:(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})|(?P<d2>\d{1,2})[/-](?P<m2>\d{1,2})[/-](?P<y2>\d{4}))")
MONTH = re.compile(r"(?:(?P<y>\d{4})-(?P<m>\d{1,2})|(?P<m2>\d{1,2})/(?P<y2>\d{4}))")
TIME = re.compile(r"(?P<day>\S+?)(?:\s+|T)(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::\d{2})?")


@dataclass(frozen=True)
class Where:
    """A place in a file, to which a mistake is traced."""

    file: str
    line: int
    place: str

    def refuse(self, words: Words, **values: object) -> NoReturn:
        """Raises Refusal naming the place."""
        sentence = Words(AT.vi + words.vi, AT.en + words.en)
        raise Refusal(sentence, file=self.file, line=self.line, place=self.place, **values)


def near(value: str, known: Iterable[str]) -> str:
    """Up to five known names, those like the value first."""
    names = sorted(set(known))
    alike = get_close_matches(value, names, n=5, cutoff=0.3)
    return ", ".join(alike or names[:5]) or "—"


@dataclass(frozen=True)
class Entries:
    """The entries of one mapping; what is empty counts as not written."""

    where: Where
    nodes: dict[str, tuple[Where, yaml.Node]] = field(repr=False)

    def has(self, name: str) -> bool:
        node = self.nodes[name][1] if name in self.nodes else None
        return node is not None and not (isinstance(node, yaml.ScalarNode) and str(node.value).strip() in EMPTY)

    def at(self, name: str) -> Where:
        """Where an entry stands, or would stand."""
        return self.nodes[name][0] if name in self.nodes else _below(self.where, name, self.where.line)

    def text(self, name: str) -> str:
        """The text on one line, empty where there is none."""
        return _scalar(self.nodes[name][1], self.at(name)) if self.has(name) else ""

    def needed(self, name: str) -> str:
        return self.text(name) or self.at(name).refuse(ABSENT)

    def day(self, name: str) -> date | None:
        value = self.text(name)
        return (read_day(value) or self.at(name).refuse(NOT_DAY, value=value)) if value else None

    def needed_day(self, name: str) -> date:
        return self.day(name) or self.at(name).refuse(ABSENT)

    def day_or_month(self, name: str) -> tuple[date | None, bool]:
        """The day, and whether only its month is known: then the first of the month stands for it."""
        month = _numbers(MONTH, self.text(name))
        first = _day(month[0], month[1], 1) if month else None
        return (first, True) if first else (self.day(name), False)

    def moment(self, name: str) -> datetime | None:
        """Day and time, in Vietnam."""
        value = self.text(name)
        return (read_moment(value) or self.at(name).refuse(NOT_MOMENT, value=value)) if value else None

    def whole(self, name: str) -> int | None:
        value = self.text(name)
        if value and not (value.isascii() and value.isdigit() and int(value)):
            self.at(name).refuse(NOT_WHOLE, value=value)
        return int(value) if value else None

    def yes(self, name: str) -> bool:
        value = self.needed(name).lower()
        if value not in YES | NO:
            self.at(name).refuse(NOT_YES, value=value)
        return value in YES

    def one_of(self, name: str, known: Collection[str]) -> str:
        value = self.needed(name)
        if value not in known:
            self.at(name).refuse(NOT_ONE, value=value, near=", ".join(known))
        return value

    def under(self, name: str, known: Collection[str]) -> "Entries | None":
        return entries(self.nodes[name][1], self.at(name), known) if self.has(name) else None

    def each(self, name: str, known: Collection[str]) -> list["Entries"]:
        return [entries(node, where, known) for where, node in self._items(name)]

    def texts(self, name: str) -> tuple[str, ...]:
        return tuple(_scalar(node, where) or where.refuse(ABSENT) for where, node in self._items(name))

    def _items(self, name: str) -> list[tuple[Where, yaml.Node]]:
        if not self.has(name):
            return []
        where, node = self.nodes[name]
        if not isinstance(node, yaml.SequenceNode):
            where.refuse(NOT_LIST)
        return [
            (Where(where.file, item.start_mark.line + 1, f"{where.place}[{number}]"), item)
            for number, item in enumerate(node.value, start=1)
        ]


def read_entries(path: Path, known: Collection[str]) -> Entries:
    """The top entries of a file. Raises Refusal where it is no YAML, or has an entry that is not known."""
    try:
        node = yaml.compose(path.read_text("utf-8-sig"), Loader=yaml.SafeLoader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise Refusal(UNREADABLE, file=path.name, what=" ".join(str(error).split())) from error
    top = Where(path.name, 1, "")
    return Entries(top, {}) if node is None else entries(node, top, known)


def entries(node: yaml.Node, where: Where, known: Collection[str]) -> Entries:
    """The entries of a mapping. Raises Refusal for another thing, and for a name that is not known or stands twice."""
    if not isinstance(node, yaml.MappingNode):
        where.refuse(NOT_MAPPING)
    found: dict[str, tuple[Where, yaml.Node]] = {}
    for name, value in node.value:
        at = _below(where, str(name.value), name.start_mark.line + 1)
        if name.value not in known:
            at.refuse(UNKNOWN_KEY, near=near(str(name.value), known) if len(known) > FEW else ", ".join(known))
        if name.value in found:
            at.refuse(TWICE)
        found[name.value] = (at, value)
    return Entries(where, found)


def _below(where: Where, name: str, line: int) -> Where:
    return Where(where.file, line, f"{where.place}.{name}".lstrip("."))


def _scalar(node: yaml.Node, where: Where) -> str:
    if not isinstance(node, yaml.ScalarNode):
        where.refuse(NOT_TEXT)
    return " ".join(str(node.value).split())


def read_day(text: str) -> date | None:
    """A day written 13/01/2023, 13-01-2023 or 2023-01-13; None for anything else."""
    parts = _numbers(DAY, text)
    return _day(*parts) if parts else None


def read_moment(text: str) -> datetime | None:
    """A day and a time in Vietnam, written 27/7/2023 13:30; None for anything else."""
    found = TIME.fullmatch(text)
    on = read_day(found["day"]) if found else None
    if found is None or on is None or int(found["hour"]) > 23 or int(found["minute"]) > 59:
        return None
    return datetime(on.year, on.month, on.day, int(found["hour"]), int(found["minute"]), tzinfo=VIETNAM)


def _numbers(pattern: re.Pattern[str], text: str) -> list[int] | None:
    """Year, month and, where the pattern has it, day."""
    found = pattern.fullmatch(text)
    if found is None:
        return None
    named = {name.rstrip("2"): int(value) for name, value in found.groupdict().items() if value}
    return [named[name] for name in "ymd" if name in named]


def _day(year: int, month: int, on: int) -> date | None:
    try:
        return date(year, month, on)
    except ValueError:
        return None
