"""The headings people give to tables and columns: labels, synonyms, and looking them up by meaning."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

import yaml

from motcua.evidence.readers.concepts import acts, concept, parting, within
from motcua.evidence.readers.folding import fold
from motcua.evidence.table import Kind
from motcua.evidence.tables import CONTRACT

NAME = "procedure_name"  # a column people fill where the contract asks for the code
_WITHOUT_NAME = frozenset({"procedure", "dossier"})
_ALIKE, _CODE_ALIKE, _AHEAD = 0.8, 0.85, 0.15
_SAME_LETTERS = 0.93
_DATED = re.compile(r"^(?:thoi gian|thoi diem|ngay gio|gio ngay|ngay thang nam|ngay thang|ngay)\b|(?: ngay| luc)$")
_GENERIC = re.compile(r"^(?:ten loai|ten|loai|noi dung)(?= )")
_ASKED = re.compile(r"(?: hay)? (?:khong|chua)$")
_FILLERS = re.compile(r"(?:^| )(?:thuc te|cho cong dan|cho dan|cho nguoi dan|hien tai|ho so|hs|theo quy dinh)(?= |$)")


@lru_cache(maxsize=1)
def _file() -> dict[str, Any]:
    path = Path(__file__).with_name("headings.yaml")
    loaded: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return loaded


def title(table: str) -> str:
    """The Vietnamese title of a table."""
    return str(_file()["tables"][table]["title"])


def hints(table: str) -> tuple[str, ...]:
    """Folded phrases of titles, sheet names and file names that speak for a table."""
    return tuple(fold(hint) for hint in (title(table), *_file()["tables"][table]["hints"]))


@lru_cache(maxsize=1)
def meaningless() -> frozenset[str]:
    """Folded headings that are never data: running numbers, remarks."""
    return frozenset(fold(str(heading)) for heading in _file()["ignored"])


def columns(table: str) -> tuple[str, ...]:
    """The columns a sheet of this table may have: those of the contract, and the procedure's name beside its code."""
    contract = tuple(CONTRACT[table].columns)
    return (*contract, NAME) if "procedure_code" in contract and table not in _WITHOUT_NAME else contract


def names(table: str, column: str) -> tuple[str, ...]:
    """Every heading of a column, the label first, its English name last."""
    of_table = _file()["tables"][table]["columns"]
    own = of_table.get(column, [])
    others = {heading for other, headings in of_table.items() if other != column for heading in headings}
    shared = [heading for heading in _file()["common"].get(column, []) if heading not in others]
    return tuple(dict.fromkeys([*map(str, own), *map(str, shared), column.replace("_", " ")]))


def label(table: str, column: str) -> str:
    """The Vietnamese title of a column."""
    return names(table, column)[0]


@dataclass(frozen=True)
class Dictionary:
    """Folded headings of one table, to columns: as written, with sorted words, days and moments by what happened
    (`core`), what is written in words by the thing alone (`named`), by what is meant whatever words say it (`bare` of
    what all rows are about), and times of day beside a day."""

    exact: Mapping[str, str]
    sorted: Mapping[str, str]
    core: Mapping[str, str]
    named: Mapping[str, str]
    meant: Mapping[str, str]
    bare: Mapping[str, str]
    times: Mapping[str, str]
    rank: Mapping[str, int]


@lru_cache(maxsize=64)
def dictionary(table: str) -> Dictionary:
    exact: dict[str, str] = {}
    rank: dict[str, int] = {}
    dated: set[str] = set()
    times: dict[str, str] = {}
    for column in columns(table):
        for at, name in enumerate(names(table, column)):
            exact.setdefault(fold(name), column)
            rank.setdefault(fold(name), at)
    for column, spec in CONTRACT[table].columns.items():
        if spec.kind is Kind.MOMENT:
            exact.setdefault(f"{column} on".replace("_", " "), column)
            times |= {time: column for time in _times(table, column) if time not in exact}
        if spec.kind in (Kind.MOMENT, Kind.DAY):
            dated.add(column)
    cores = {heading: column for heading, column in exact.items() if column in dated}
    things = {heading: column for heading, column in exact.items() if _written(table, column)}
    return Dictionary(
        exact,
        _keyed(exact, in_order),
        _keyed(cores, core),
        things,
        _meant(exact, dated, concept),
        _meant(exact, dated, partial(within, table)),
        times,
        rank,
    )


def _written(table: str, column: str) -> bool:
    """Whether people write it in words."""
    spec = CONTRACT[table].columns.get(column)
    return spec is not None and spec.kind in (Kind.TEXT, Kind.WORD) and not column.endswith(("_id", "_no", "_code"))


def _meant(exact: Mapping[str, str], dated: set[str], key: Callable[[str], str]) -> dict[str, str]:
    """By what is meant; a day is told by an act, or by more than one word."""
    meant = _keyed(exact, key)
    return {said: column for said, column in meant.items() if column not in dated or " " in said or said in acts()}


def _keyed(headings: Mapping[str, str], key: Callable[[str], str]) -> dict[str, str]:
    """Under another key, without those that would stand for two columns."""
    out: dict[str, str] = {}
    clashes: set[str] = set()
    for heading, column in headings.items():
        if key(heading) and out.setdefault(key(heading), column) != column:
            clashes.add(key(heading))
    return {at: column for at, column in out.items() if at not in clashes}


def in_order(folded: str) -> str:
    """The same words in one order."""
    return " ".join(sorted(folded.split()))


def core(folded: str) -> str:
    """What happened, without the words that say it is a day or a moment (`thoi gian nhan ho so`, `ngay gio nhan`)."""
    return _FILLERS.sub("", _DATED.sub("", folded)).strip()


def thing(folded: str) -> str:
    """What is named, without the words that say it is a name, a kind or a subject (`noi dung nghia vu`)."""
    return _GENERIC.sub("", folded).strip()


def _times(table: str, column: str) -> list[str]:
    """`Ngày nhận` has `Giờ nhận` beside it; in English `received_at` beside `received_on`."""
    days = [fold(name) for name in names(table, column)]
    return [f"gio {name.removeprefix('ngay ')}" for name in days if name.startswith("ngay ")] + [
        f"{column} at".replace("_", " ")
    ]


@lru_cache(maxsize=1)
def spread() -> Mapping[str, int]:
    """In how many tables a folded heading occurs: the fewer, the more it says."""
    counts: dict[str, int] = {}
    for table in CONTRACT:
        for heading in dictionary(table).exact:
            counts[heading] = counts.get(heading, 0) + 1
    return counts


@lru_cache(maxsize=1)
def meanings() -> frozenset[str]:
    """What the headings of all tables mean, where it is said in more than one word."""
    return frozenset(key for table in CONTRACT for key in dictionary(table).meant if " " in key)


@lru_cache(maxsize=1 << 14)
def told_somewhere(folded: str) -> bool:
    """Whether some table has a heading like this but for what all its rows are about."""
    return any(within(table, folded) in dictionary(table).bare for table in CONTRACT)


def nearest(table: str, folded: str, taken: frozenset[str]) -> str | None:
    """The one free column whose headings are nearly these words, clearly ahead of the second."""
    first, score, second = _ranked(table, _ASKED.sub("", folded))
    if (
        score < (_CODE_ALIKE if first.endswith(("_id", "_no", "_code")) else _ALIKE)
        or score - second < _AHEAD
        or first in taken
    ):
        return None
    return first


def asked(table: str, folded: str, taken: frozenset[str]) -> str | None:
    """The one free question (yes or no) whose heading, of more than one word, lies within these words."""
    words = set(concept(folded).split())
    within = {
        column
        for key, column in dictionary(table).meant.items()
        if " " in key and _is_flag(table, column) and words >= set(key.split())
    }
    return within.pop() if len(within) == 1 and within.isdisjoint(taken) else None


def _is_flag(table: str, column: str) -> bool:
    spec = CONTRACT[table].columns.get(column)
    return spec is not None and spec.kind is Kind.FLAG


@lru_cache(maxsize=1 << 14)
def _ranked(table: str, folded: str) -> tuple[str, float, float]:
    """The nearest column, how near it is, and how near the second is."""
    best: dict[str, float] = {}
    words = set(folded.split())
    for heading, column in dictionary(table).exact.items():
        if parting(heading) != parting(folded):
            continue
        best[column] = max(best.get(column, 0.0), _alike(words, folded, heading))
    ranked = sorted(best.items(), key=lambda pair: -pair[1]) or [("", 0.0)]
    return ranked[0][0], ranked[0][1], ranked[1][1] if len(ranked) > 1 else 0.0


def _alike(words: set[str], folded: str, heading: str) -> float:
    others = set(heading.split())
    if len(others) < 2 and others != words:
        return 0.0
    shared = 2 * len(words & others) / (len(words) + len(others)) if words else 0.0
    if shared >= 0.5:
        letters = SequenceMatcher(None, folded, heading).ratio()
        return max(shared, letters if letters >= _SAME_LETTERS else 0.0)
    return shared
