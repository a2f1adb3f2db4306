"""All of law/data, read once: citations by duty and values by name; a malformed entry names its file and key."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from motcua.law.citation import Citation
from motcua.law.value import DatedValue, Setting

CITATION_KEYS = frozenset({"text", "since", "until", "article", "clause", "whole", "unverified"})


@dataclass(frozen=True)
class Law:
    citations: Mapping[str, tuple[Citation, ...]]
    values: Mapping[str, DatedValue]


@cache
def law() -> Law:
    """Every citation and value of the project's own data. Raises ValueError on a malformed or doubled entry."""
    citations: dict[str, tuple[Citation, ...]] = {}
    values: dict[str, DatedValue] = {}
    books = _books()
    sources = {en: vi for content in books.values() for en, vi in (content.get("sources") or {}).items()}
    for name, content in books.items():
        _add(citations, {k: _citations(k, v) for k, v in (content.get("citations") or {}).items()}, name)
        _add(values, {k: _value(k, v, sources) for k, v in (content.get("values") or {}).items()}, name)
    return Law(citations, values)


def _books() -> dict[str, dict[str, Any]]:
    """The content of every file of law/data by its name."""
    found = sorted(files("motcua.law").joinpath("data").iterdir(), key=lambda f: f.name)
    return {book.name: yaml.safe_load(book.read_text("utf-8")) for book in found if book.name.endswith(".yaml")}


def _add(into: dict[str, Any], new: Mapping[str, Any], book: str) -> None:
    doubled = into.keys() & new.keys()
    if doubled:
        raise ValueError(f"{book}: {', '.join(sorted(doubled))} stands in another file too")
    into.update(new)


def _citations(key: str, entries: list[dict[str, Any]]) -> tuple[Citation, ...]:
    """An entry ends where the next later one begins, unless it says `until` itself; those of one day stand together."""
    entries = sorted(entries, key=lambda e: e["since"])
    for entry in entries:
        later = [e["since"] for e in entries if e["since"] > entry["since"]]
        if later:
            entry.setdefault("until", min(later))
    return tuple(_citation(key, entry) for entry in entries)


def _citation(key: str, entry: dict[str, Any]) -> Citation:
    """Unknown keys are refused: a comma in a text that is not quoted makes one."""
    if unknown := entry.keys() - CITATION_KEYS:
        raise ValueError(f"citation {key}: there is no entry {', '.join(sorted(map(str, unknown)))}")
    unverified = bool(entry.get("unverified", False))
    if entry.get("article") is None and not unverified and not entry.get("whole", False):
        raise ValueError(f"citation {key}: an article, `whole: true` or `unverified: true` is needed")
    return Citation(
        text=entry["text"],
        since=entry["since"],
        article=_text(entry.get("article")),
        clause=_text(entry.get("clause")),
        until=entry.get("until"),
        unverified=unverified,
    )


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _value(key: str, entry: dict[str, Any], sources: Mapping[str, str]) -> DatedValue:
    """`sources`: how an English source is worded in Vietnamese; `source_vi` beside it is worded there already."""
    settings: dict[date, dict[str, Any]] = entry["values"]
    return DatedValue(
        key=key,
        label_vi=entry["label_vi"],
        label_en=entry["label_en"],
        unit=entry["unit"],
        settings=tuple(_setting(since, content, sources) for since, content in sorted(settings.items())),
    )


def _setting(since: date, content: dict[str, Any], sources: Mapping[str, str]) -> Setting:
    source = content["source"]
    return Setting(
        since=since,
        value=Fraction(str(content["value"])),
        source=source,
        unverified=bool(content.get("unverified", False)),
        source_vi=content.get("source_vi") or sources.get(source),
    )
