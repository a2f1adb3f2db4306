"""The words people use for closed lists, and the parser each column gets."""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path

import yaml

from motcua.evidence.readers import values
from motcua.evidence.readers.folding import cased, clean, fold
from motcua.evidence.readers.moments import BLANKS, day, moment
from motcua.evidence.readers.unreadable import Unreadable
from motcua.evidence.table import Column, Kind
from motcua.language import Words

Parser = Callable[[object], object]

_PERIOD = re.compile(r" (?:nam|quy|thang|ky|giai doan) [\divx ]+.*$")
_PLACE = re.compile(r" (?:tại|ở) .+$")
_SHORT = {
    "tthc": "thu tuc hanh chinh",
    "cchc": "cai cach hanh chinh",
    "ubnd": "uy ban nhan dan",
    "cntt": "cong nghe thong tin",
    "kh": "ke hoach",
    "kq": "ket qua",
    "hs": "ho so",
    "dvc": "dich vu cong",
}
_SILENT = re.compile(r"\b(?:nguoi dan|cong dan|nhan dan|ba con|dan|cho|voi|cua|ve|tai|o|cac|nhung|la)\b")
# Lists whose words have names of their own beside them (`chợ Tịnh Thới`, `Zalo và Facebook của xã`).
_NAMED = frozenset({"posting.place", "device.place", "dossier.channel", "activity.channel", "device.kind", "slip.kind"})
_DENIED = re.compile(r"\b(?:không|chưa|hủy|huỷ)\b")
SHARES = frozenset({"value", "reform_share"})
_UNKNOWN = Words(vi="chưa biết từ “{raw}”", en="the word “{raw}” is not known")
_MAP = Words(
    vi='một trong: {known}; hoặc thêm vào hồ sơ nguồn: words: {{{column}: {{"{raw}": {example}}}}}',
    en='one of: {known}; or add to the profile: words: {{{column}: {{"{raw}": {example}}}}}',
)


@lru_cache(maxsize=1)
def _file() -> dict[str, dict[object, list[object]]]:
    path = Path(__file__).with_name("words.yaml")
    loaded: dict[str, dict[object, list[object]]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return loaded


def synonyms(table: str, column: str) -> dict[object, tuple[str, ...]]:
    """Ours to theirs, as the word file has them for a column."""
    found = _file().get(f"{table}.{column}") or _file().get(column) or {}
    return {ours: tuple(str(word) for word in theirs) for ours, theirs in found.items()}


def word_parser(table: str, column: str, spec: Column, own: Mapping[str, object]) -> Parser:
    """The parser of a closed list; `own` are a profile's words (theirs to ours), which win."""
    accented, bare = _lookup(table, column, spec)
    accented |= {cased(theirs): ours for theirs, ours in own.items()}
    unordered = _unordered(accented)
    spoken = _spoken(accented) if f"{table}.{column}" in _NAMED else None

    def parse(raw: object) -> object:
        value = values.text(raw)
        if value is None:
            return None
        found = _found(value, accented, bare)
        if found is None:
            found = unordered.get(_bag(value)) or (_only(value, spoken, accented) if spoken else None)
        if found is None:
            if cased(value) in BLANKS:
                return None
            if spec.open:
                return value
            raise _unknown(value, table, column, spec)
        return found

    return parse


def _lookup(table: str, column: str, spec: Column) -> tuple[dict[str, object], dict[str, object]]:
    accented: dict[str, object] = {}
    for ours, theirs in synonyms(table, column).items():
        accented |= {cased(word): ours for word in theirs}
    accented |= {word: word for word in spec.words}
    bare: dict[str, object] = {}
    for word, ours in accented.items():
        if _bare(word):
            bare.setdefault(_bare(word), ours)
    return accented, bare


def _bare(text: str) -> str:
    """Folded, with the usual abbreviations written out."""
    return " ".join(_SHORT.get(word, word) for word in fold(text).split())


def _bag(text: str) -> str:
    """The words in no order, without those that say nothing."""
    return " ".join(sorted(_SILENT.sub(" ", _bare(text)).split()))


def _unordered(accented: Mapping[str, object]) -> dict[str, object]:
    """By words in no order, where they stand for one of ours alone."""
    meant: dict[str, set[object]] = {}
    for word, ours in accented.items():
        meant.setdefault(_bag(word), set()).add(ours)
    return {bag: next(iter(ours)) for bag, ours in meant.items() if bag and len(ours) == 1}


def _spoken(accented: Mapping[str, object]) -> re.Pattern[str]:
    """Every word of the list inside a longer text, the longest first."""
    words = sorted((word for word in accented if len(word) > 2 and not word.isdigit()), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b")


def _only(value: str, spoken: re.Pattern[str], accented: Mapping[str, object]) -> object:
    """The one of ours that a longer text names; None where it names several or denies."""
    said = cased(value)
    named = {accented[found] for found in spoken.findall(said)}
    return named.pop() if len(named) == 1 and not _DENIED.search(said) else None


def _found(value: str, accented: Mapping[str, object], bare: Mapping[str, object]) -> object:
    """Whole, else without accents, a leading number (`9. Đã xử lý xong`), and what stands at the end: brackets,
    a period, a place."""
    folded = _bare(value)
    tail = folded.split(" ", 1)
    shorter = tail[1] if len(tail) == 2 and tail[0].isdigit() else folded
    before = _bare(value.partition("(")[0])
    timeless, placeless = _PERIOD.sub("", folded), _bare(_PLACE.sub("", value))
    for found in (accented.get(cased(value)), *map(bare.get, (folded, shorter, before, timeless, placeless))):
        if found is not None:
            return found
    return None


def _unknown(value: str, table: str, column: str, spec: Column) -> Unreadable:
    shown = [next(iter(synonyms(table, column).get(ours, ())), ours) for ours in spec.words]
    known = ", ".join(
        f"{ours} ({first})" for ours, first in zip(spec.words, _readable(table, column, spec, shown), strict=True)
    )
    return Unreadable(_UNKNOWN, _MAP, raw=value, known=known, column=column, example=spec.words[0])


def _readable(table: str, column: str, spec: Column, shown: list[str]) -> list[str]:
    """The first synonym that is no bare number."""
    out = []
    for ours, first in zip(spec.words, shown, strict=True):
        named = [word for word in synonyms(table, column).get(ours, ()) if not word.isdigit()]
        out.append(named[0] if named else first)
    return out


def flag_parser(table: str, column: str, own: Mapping[str, object]) -> Parser:
    """Yes and no, with the column's own words."""
    known = {cased(word): bool(ours) for ours, theirs in synonyms(table, column).items() for word in theirs}
    known |= {cased(theirs): bool(ours) for theirs, ours in own.items()}

    def parse(raw: object) -> object:
        found = known.get(cased(raw)) if isinstance(raw, str) else None
        return values.flag(raw) if found is None else found

    return parse


def _text_parser(name: str, own: Mapping[str, object]) -> Parser:
    plain = {"procedure_code": values.procedure_code, "submitter_phone": values.phone}.get(name, values.text)
    known = {cased(theirs): str(ours) for theirs, ours in own.items()}
    if not known:
        return plain
    return lambda raw: known.get(cased(clean(str(raw))), plain(raw))


_PLAIN: dict[Kind, Parser] = {
    Kind.INTEGER: values.integer,
    Kind.MONEY: values.money,
    Kind.NUMBER: values.number,
    Kind.DAY: day,
    Kind.MOMENT: moment,
}


def parser(table: str, name: str, column: Column, own: Mapping[str, object]) -> Parser:
    """The parser of one column of the contract."""
    if column.kind is Kind.WORD:
        return word_parser(table, name, column, own)
    if column.kind is Kind.FLAG:
        return flag_parser(table, name, own)
    if column.kind in (Kind.TEXT, Kind.PERSON):
        return _text_parser(name, own)
    if column.kind is Kind.NUMBER and name in SHARES:
        return values.share
    return _PLAIN[column.kind]
