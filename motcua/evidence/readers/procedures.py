"""Procedures given by name, matched to the codes of the catalogue."""

import re
from collections import Counter
from collections.abc import Iterable
from difflib import SequenceMatcher
from typing import Protocol

from motcua.evidence.readers.folding import cased, clean, fold

_CODE = re.compile(r"\b\d\.\d{6}(?:\.[A-Z0-9.]+)?\b")
_TRAILING = re.compile(r"\s*[(\[–-]\s*(?:mã\s*(?:số|tthc)?\s*:?\s*)?\d\.\d{6}[^)\]]*[)\]]?\s*$", re.IGNORECASE)
_LEAD = re.compile(r"^(?:thu tuc(?: hanh chinh)?|tthc|cap xa|cap huyen) ")
_NEAR, _AHEAD, _SHARED = 0.92, 0.04, 0.6


class ProcedureNames(Protocol):
    """What readers ask of a catalogue."""

    unmatched: Counter[str]

    def match(self, name: str) -> str | None: ...


class NamedProcedures:
    """The names of a catalogue: exact first, then without accents, then nearly the same where only one is near."""

    def __init__(self, procedures: Iterable[tuple[str, str]]) -> None:
        self.unmatched: Counter[str] = Counter()
        self._codes: set[str] = set()
        self._accented: dict[str, str | None] = {}
        self._bare: dict[str, str | None] = {}
        self._known: dict[str, str | None] = {}
        self._by_word: dict[str, set[str]] = {}
        self._words: dict[str, frozenset[str]] = {}
        for code, name in procedures:
            self._add(code, name)

    def _add(self, code: str, name: str) -> None:
        self._codes.add(code)
        for lookup, key in ((self._accented, _plain(name)), (self._bare, _bare(name))):
            lookup[key] = code if lookup.get(key, code) == code else None  # None: two procedures share the name
        bare = _bare(name)
        self._words[bare] = frozenset(bare.split())
        for word in self._words[bare]:
            self._by_word.setdefault(word, set()).add(bare)

    def match(self, name: str) -> str | None:
        """The code of a named procedure; what is not found is counted in `unmatched`."""
        text = clean(name)
        if text not in self._known:
            self._known[text] = self._found(text)
        code = self._known[text]
        if code is None and text:
            self.unmatched[text] += 1
        return code

    def _found(self, name: str) -> str | None:
        written = _CODE.search(name)
        if written and written[0] in self._codes:
            return written[0]
        plain, bare = _plain(name), _bare(name)
        if plain in self._accented:
            return self._accented[plain]
        if bare in self._bare:
            return self._bare[bare]
        return self._nearest(bare)

    def _nearest(self, bare: str) -> str | None:
        """The one name that differs by a slip of the pen; numbers and negations must agree."""
        words = frozenset(bare.split())
        rare = sorted((word for word in words if word in self._by_word), key=lambda word: len(self._by_word[word]))[:4]
        likely = {name for word in rare for name in self._by_word[word] if _akin(words, self._words[name])}
        ranked = sorted(((_ratio(bare, name), name) for name in likely), reverse=True)[:2]
        if not ranked or ranked[0][0] < _NEAR or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < _AHEAD):
            return None
        return self._bare[ranked[0][1]]


def _plain(name: str) -> str:
    return " ".join(re.sub(r"[\"'“”‘’«».,;:()\[\]–-]+", " ", cased(_TRAILING.sub("", clean(name)))).split())


def _bare(name: str) -> str:
    return _LEAD.sub("", fold(_TRAILING.sub("", clean(name))))


_TELLING = frozenset(
    fold(
        "không lại nước ngoài lưu động cấp huyện tỉnh xã thay đổi bổ sung gia hạn chấm dứt thu hồi hủy lần đầu"
    ).split()
)


def _akin(words: frozenset[str], others: frozenset[str]) -> bool:
    """Most words in common, and no number or telling word in one alone."""
    longest = max(len(words), len(others))
    if _SHARED * longest > min(len(words), len(others)) or len(words & others) < _SHARED * longest:
        return False
    return not any(word.isdigit() or word in _TELLING for word in words ^ others)


def _ratio(bare: str, name: str) -> float:
    """How alike the letters are; 0 where too little alike to matter."""
    letters = SequenceMatcher(None, bare, name, autojunk=False)
    if letters.real_quick_ratio() < _NEAR - _AHEAD or letters.quick_ratio() < _NEAR - _AHEAD:
        return 0.0
    return letters.ratio()
