"""Vietnamese in the old 8-bit fonts, TCVN3 (.VnTime) and VNI, recognised by the syllables that decoding yields."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import lru_cache

# By position: what TCVN3 shows for each character of Latin-1.
_TCVN3 = dict(
    zip(
        "¡¢£¤¥¦§¨©ª«¬\xad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ",
        "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
        strict=True,
    )
)
# VNI writes the letter, then its mark as a second character.
_MARKS = {
    "ø": "\u0300",
    "ù": "\u0301",
    "û": "\u0309",
    "õ": "\u0303",
    "ï": "\u0323",
    "â": "\u0302",
    "á": "\u0302\u0301",
    "à": "\u0302\u0300",
    "å": "\u0302\u0309",
    "ã": "\u0302\u0303",
    "ä": "\u0302\u0323",
    "ê": "\u0306",
    "é": "\u0306\u0301",
    "è": "\u0306\u0300",
    "ú": "\u0306\u0309",
    "ü": "\u0306\u0303",
    "ë": "\u0306\u0323",
}
_VNI_LETTERS = {"ñ": "đ", "ô": "ơ", "ö": "ư", "í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}
_TONES = dict.fromkeys(map(ord, "\u0300\u0301\u0303\u0309\u0323"))
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnprstvx])?"
    r"(?:iêu|yêu|oai|oay|uây|uôi|ươi|ươu|uyê|uya|oeo|oao|uyu"
    r"|ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iu|oa|oă|oe|oi|ôi"
    r"|ơi|oo|ua|uâ|uê|ui|uô|uơ|ươ|ưa|ưi|ưu|uy|yê|a|ă|â|e|ê|i|o|ô|ơ|u|ư|y)(?:ch|ng|nh|[cmnpt])?"
)
_WORD = re.compile(r"[^\s!-@\[-`{-~]+")
_FEW, _MOST, _SOME, _PART = 3, 0.6, 6, 0.25


@lru_cache(maxsize=1 << 13)
def _syllable(word: str) -> bool:
    """Whether a word is built as Vietnamese syllables are: at most one tone, known onset, vowels and coda."""
    apart = unicodedata.normalize("NFD", word.lower())
    toneless = apart.translate(_TONES)
    return len(apart) - len(toneless) <= 1 and _SYLLABLE.fullmatch(unicodedata.normalize("NFC", toneless)) is not None


def from_tcvn3(word: str) -> str:
    return "".join(_TCVN3.get(c, c) for c in word)


def from_vni(word: str) -> str:
    """Marks after a vowel join it; elsewhere the character is a letter of its own."""
    out: list[str] = []
    for c in word.lower():
        before = out[-1][0] if out else ""
        if c in _MARKS and before in "aeouyơư" and before:
            out[-1] += _MARKS[c]
        else:
            out.append(_VNI_LETTERS.get(c, c))
    return unicodedata.normalize("NFC", "".join(out))


_FONTS: dict[str, Callable[[str], str]] = {"TCVN3 (.VnTime)": from_tcvn3, "VNI (VNI-Times)": from_vni}


def words(texts: Iterable[str]) -> set[str]:
    """The distinct words with letters beyond ASCII."""
    return {word for text in texts if not text.isascii() for word in _WORD.findall(text) if not word.isascii()}


def legacy_font(texts: Iterable[str]) -> str | None:
    """The old font these texts are written in: many words are syllables only when decoded. None for Unicode."""
    seen = words(texts)
    strange = {word for word in seen if not _syllable(word)}
    counts = {name: sum(1 for word in strange if _syllable(decode(word))) for name, decode in _FONTS.items()}
    name = max(counts, key=lambda one: counts[one])
    share = counts[name] / len(seen) if seen else 0.0
    return name if (counts[name] >= _FEW and share >= _MOST) or (counts[name] >= _SOME and share >= _PART) else None


def in_font(text: str) -> bool:
    """Whether a text holds a word that only an old font explains."""
    return any(not _syllable(w) and any(_syllable(decode(w)) for decode in _FONTS.values()) for w in words([text]))
