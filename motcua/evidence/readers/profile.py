"""Source profiles: a few lines of YAML that pin how one system's export is read."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

import yaml

from motcua.evidence.readers.headings import columns as columns_of
from motcua.evidence.tables import CONTRACT
from motcua.language import Refusal, Words

SHIPPED = Path(__file__).parent.parent / "profiles"

_FEED_KEYS = (
    "table",
    "sheet",
    "header_row",
    "columns",
    "words",
    "constants",
    "keys",
    "only_where_filled",
    "skip_rows_where",
    "optional",
)
_KEYS = (*_FEED_KEYS, "says", "tables")
_ABSENT = Words(
    vi="không có hồ sơ nguồn {name}; có sẵn: {shipped}", en="there is no profile {name}; shipped: {shipped}"
)
_NOT_YAML = Words(vi="hồ sơ nguồn {name} không phải YAML đúng: {why}", en="profile {name} is not valid YAML: {why}")
_UNKNOWN_KEY = Words(
    vi="hồ sơ nguồn {name}: chưa biết mục “{key}”; có thể là: {known}",
    en="profile {name}: unknown key “{key}”; known are: {known}",
)
_UNKNOWN_TABLE = Words(
    vi="hồ sơ nguồn {name}: không có bảng “{table}”; có: {known}",
    en="profile {name}: there is no table “{table}”; there are: {known}",
)
_UNKNOWN_COLUMN = Words(
    vi="hồ sơ nguồn {name}, mục {key}: bảng {table} không có cột “{column}”; có: {known}",
    en="profile {name}, {key}: table {table} has no column “{column}”; it has: {known}",
)
_WRONG_SHAPE = Words(vi="hồ sơ nguồn {name}, mục {key}: phải là {shape}", en="profile {name}, {key}: must be {shape}")
_SHAPES: dict[str, tuple[type, str]] = {
    "table": (str, "text"),
    "sheet": (str, "text"),
    "says": (str, "text"),
    "only_where_filled": (str, "text"),
    "header_row": (int, "a number"),
    "optional": (bool, "true or false"),
    "columns": (dict, "column: heading or list of headings"),
    "words": (dict, "column: {their word: ours}"),
    "constants": (dict, "column: value"),
    "keys": (dict, "column: template"),
    "skip_rows_where": (dict, "heading: value or list"),
    "tables": (list, "a list of tables"),
}


@dataclass(frozen=True)
class Feed:
    """How one sheet feeds one table; `table` None: recognised from its headings; `optional`: left out where the sheet
    lacks the headings it names."""

    table: str | None = None
    sheet: str = "*"
    header_row: int | None = None
    columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    words: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    constants: Mapping[str, object] = field(default_factory=dict)
    keys: Mapping[str, str] = field(default_factory=dict)
    only_where_filled: str | None = None
    skip_rows_where: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    optional: bool = False

    def takes(self, sheet: str) -> bool:
        return fnmatchcase(sheet.casefold(), self.sheet.casefold())


@dataclass(frozen=True)
class Profile:
    """A named list of feeds."""

    name: str
    says: str
    feeds: tuple[Feed, ...]


UNPROFILED = Profile("", "", (Feed(),))


def shipped_profiles() -> list[str]:
    """The names of the profiles that come with the program."""
    return sorted(path.stem for path in SHIPPED.glob("*.yaml"))


def load_profile(path_or_name: str | Path) -> Profile:
    """A profile from a file, or a shipped one by its name. Refuses unknown keys, tables and columns."""
    path = Path(path_or_name)
    if not path.is_file():
        path = SHIPPED / f"{path_or_name}.yaml"
    if not path.is_file():
        raise Refusal(_ABSENT, name=path_or_name, shipped=", ".join(shipped_profiles()))
    try:
        raw = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise Refusal(_NOT_YAML, name=path.name, why=" ".join(str(error).split())) from error
    return _profile(path.stem, raw)


def _profile(name: str, raw: Any) -> Profile:
    _shaped(name, raw, _KEYS)
    whole = _feed(name, {key: value for key, value in raw.items() if key in _FEED_KEYS}, Feed())
    feeds = tuple(_below(name, one, whole) for one in raw.get("tables", ())) or (whole,)
    return Profile(name, str(raw.get("says", "")), feeds)


def _below(name: str, raw: Any, whole: Feed) -> Feed:
    _shaped(name, raw, _FEED_KEYS)
    return _feed(name, raw, whole)


def _shaped(name: str, raw: Any, known: tuple[str, ...]) -> None:
    if not isinstance(raw, dict):
        raise Refusal(_WRONG_SHAPE, name=name, key="tables", shape="key: value")
    for key, value in raw.items():
        if key not in known:
            raise Refusal(_UNKNOWN_KEY, name=name, key=key, known=", ".join(known))
        kind, shape = _SHAPES[key]
        if not isinstance(value, kind):
            raise Refusal(_WRONG_SHAPE, name=name, key=key, shape=shape)


def _feed(name: str, raw: Mapping[str, Any], whole: Feed) -> Feed:
    """What the table says, over what the whole profile says."""
    table = raw.get("table", whole.table)
    if table is not None and table not in CONTRACT:
        raise Refusal(_UNKNOWN_TABLE, name=name, table=table, known=", ".join(CONTRACT))
    inherited = ("columns", "words", "constants")
    merged: dict[str, Any] = dict(raw)
    for key in inherited:
        own = _lists(raw.get(key, {})) if key == "columns" else raw.get(key, {})
        merged[key] = {**_for_table(getattr(whole, key), table), **own}
    if "skip_rows_where" in raw:
        merged["skip_rows_where"] = _lists(raw["skip_rows_where"])
    if table is not None:
        _columns_exist(name, table, merged)
    return replace(whole, **merged)


def _lists(given: Mapping[Any, Any]) -> dict[str, tuple[str, ...]]:
    """One text or a list of them, as a list."""
    return {str(key): tuple(map(str, value if isinstance(value, list) else [value])) for key, value in given.items()}


def _for_table(given: Mapping[str, Any], table: str | None) -> dict[str, Any]:
    """Of what the whole profile says, that which this table has a column for."""
    return {column: value for column, value in given.items() if table is None or column in columns_of(table)}


def _columns_exist(name: str, table: str, merged: Mapping[str, Any]) -> None:
    known = columns_of(table)
    for key in ("columns", "words", "constants", "keys"):
        for column in merged.get(key, {}):
            if column not in known:
                raise Refusal(_UNKNOWN_COLUMN, name=name, key=key, table=table, column=column, known=", ".join(known))
        if key == "words" and not all(isinstance(one, dict) for one in merged.get(key, {}).values()):
            raise Refusal(_WRONG_SHAPE, name=name, key=key, shape=_SHAPES[key][1])


def overlaid(profile: Profile, raw: Mapping[str, Any]) -> Profile:
    """The profile with further keys laid over each of its feeds. Refuses as `load_profile` does."""
    return replace(profile, feeds=tuple(_below(profile.name, dict(raw), feed) for feed in profile.feeds))
