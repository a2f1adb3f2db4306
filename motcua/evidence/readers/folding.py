"""Text made comparable: one Unicode form, no accents, no punctuation, single spaces."""

import re
import unicodedata
from functools import lru_cache

_NOT_WORD = re.compile(r"[^0-9a-z#?✓√☑☐]+")
_LETTERS = str.maketrans({"đ": "d", "Đ": "d", "ð": "d", "Ð": "d"})


@lru_cache(maxsize=1 << 14)
def fold(text: str) -> str:
    """`Mã HS (số)` and `ma hs so` become the same `ma hs so`."""
    bare = unicodedata.normalize("NFD", text.translate(_LETTERS).lower())
    letters = "".join(c for c in bare if not unicodedata.combining(c))
    return _NOT_WORD.sub(" ", letters).strip()


def clean(text: str) -> str:
    """NFC, white space (line breaks too) as single spaces, none at the ends."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", text).replace("\u200b", "").replace("\ufeff", "")
    return " ".join(text.split())


@lru_cache(maxsize=1 << 14)
def cased(text: str) -> str:
    """Comparable, but with its accents: for words that differ by accent alone."""
    return clean(text).casefold()
