"""`sources.yaml`: how the files of a folder are read, what they cover, and which are left alone."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from motcua.evidence.importing.covering import Stretch
from motcua.evidence.readers.profile import UNPROFILED, Profile, load_profile, overlaid
from motcua.evidence.tables import CONTRACT
from motcua.language import Refusal, Words

SOURCES = "sources.yaml"
NOT_A_LIST = Words(
    "{path}: không đọc được; cần danh sách sources gồm các mục có file, profile, unit, covers, kinds.",
    "{path}: cannot be read; wanted is a list `sources` of entries with file, profile, unit, covers, kinds.",
)
ODD_KEY = Words(
    "{path}: mục “{key}” không được biết; các mục được nhận: {keys}.",
    "{path}: the entry “{key}” is not known; known entries are: {keys}.",
)
ODD_DAY = Words("{path}: as_of phải là ngày dạng 2023-07-31.", "{path}: as_of must be a day such as 2023-07-31.")
ODD_DAYS = Words(
    "{path}: “covers” của {file} không hợp lệ; cần from và to là ngày dạng 2023-07-31 (from không sau to), "
    "hoặc danh sách như vậy kèm unit, hoặc none.",
    "{path}: “covers” of {file} is not right; wanted are from and to, days such as 2023-07-31 in this order, "
    "or a list of these with unit, or none.",
)
ODD_KINDS = Words(
    "{path}: “kinds” của {file} không hợp lệ; cần danh sách loại trong các loại: {kinds}.",
    "{path}: “kinds” of {file} is not right; wanted is a list of these: {kinds}.",
)
TOP = frozenset({"sources", "ignore", "as_of"})
OWN = frozenset({"file", "unit", "covers", "profile", "kinds"})


@dataclass(frozen=True)
class Entry:
    """What is said of one file, or of those a pattern names. `covers`: None where nothing is said, empty for none."""

    file: str
    profile: Profile | None
    unit: str | None
    covers: tuple[Stretch, ...] | None
    kinds: tuple[str, ...] | None


@dataclass(frozen=True)
class Listing:
    entries: tuple[Entry, ...] = ()
    ignore: tuple[str, ...] = ()
    as_of: date | None = None


def read_listing(path: Path) -> Listing:
    """An empty listing where the file is missing; raises Refusal where it is malformed."""
    if not path.exists():
        return Listing()
    content = _content(path)
    as_of = content.get("as_of")
    if as_of is not None and type(as_of) is not date:
        raise Refusal(ODD_DAY, path=path)
    entries = tuple(_entry(path, entry) for entry in content.get("sources") or ())
    return Listing(entries, tuple(map(str, content.get("ignore") or ())), as_of)


def _content(path: Path) -> Mapping[str, Any]:
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise Refusal(NOT_A_LIST, path=path) from error
    lists = isinstance(content, dict) and all(isinstance(content.get(k) or [], list) for k in ("sources", "ignore"))
    if not lists:
        raise Refusal(NOT_A_LIST, path=path)
    if odd := sorted(map(str, content.keys() - TOP)):
        raise Refusal(ODD_KEY, path=path, key=odd[0], keys=", ".join(sorted(TOP)))
    return dict(content)


def _entry(listing: Path, entry: Any) -> Entry:
    """What is no key of an entry belongs to its inline profile."""
    if not isinstance(entry, dict) or not entry.get("file"):
        raise Refusal(NOT_A_LIST, path=listing)
    inline = {key: value for key, value in entry.items() if key not in OWN}
    return Entry(
        file=str(entry["file"]),
        profile=_profile(listing, entry.get("profile"), inline),
        unit=str(entry["unit"]) if entry.get("unit") is not None else None,
        covers=_covers(listing, entry) if "covers" in entry else None,
        kinds=_kinds(listing, entry) if "kinds" in entry else None,
    )


def _profile(listing: Path, named: Any, inline: Mapping[str, Any]) -> Profile | None:
    """A profile by name, or by a path beside the listing, with the inline keys laid over it."""
    if named is None and not inline:
        return None
    beside = listing.parent / str(named)
    profile = replace(UNPROFILED, name=SOURCES)
    if named is not None:
        profile = load_profile(beside if beside.is_file() else str(named))
    return overlaid(profile, inline) if inline else profile


def _covers(listing: Path, entry: Mapping[str, Any]) -> tuple[Stretch, ...]:
    covers = entry["covers"]
    if covers in (None, "none", []):
        return ()
    try:
        return tuple(_stretch(given) for given in (covers if isinstance(covers, list) else [covers]))
    except (TypeError, KeyError, ValueError, AttributeError) as error:
        raise Refusal(ODD_DAYS, path=listing, file=entry["file"]) from error


def _kinds(listing: Path, entry: Mapping[str, Any]) -> tuple[str, ...]:
    known = dict.fromkeys(kind for spec in CONTRACT.values() for kind in spec.kinds)
    kinds = entry["kinds"]
    if not isinstance(kinds, list) or not kinds or any(kind not in known for kind in map(str, kinds)):
        raise Refusal(ODD_KINDS, path=listing, file=entry["file"], kinds=", ".join(known))
    return tuple(map(str, kinds))


def _stretch(given: Mapping[str, Any]) -> Stretch:
    first, last = given["from"], given["to"]
    if type(first) is not date or type(last) is not date or first > last or given.keys() - {"from", "to", "unit"}:
        raise ValueError(given)
    return Stretch(first, last, str(given["unit"]) if "unit" in given else None)
