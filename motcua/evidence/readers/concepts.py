"""What a heading says, whatever words say it: synonyms as one word, words that say nothing left out, in no order."""

import re
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from motcua.evidence.readers.folding import fold

_QUALIFIED = re.compile(r"(?<=\w) (?:(?:ben|tren|thuoc|do|cua) .+|trong (?:kho|so|phan mem|he thong)\b.*)$")
_COUNT = re.compile(r"(?:tong )?so (?:ho so|van ban|bao cao|phieu|thu tuc|giao dich|ket qua|nguoi|luot|viec) .+")


@lru_cache(maxsize=1)
def _file() -> dict[str, Any]:
    path = Path(__file__).with_name("concepts.yaml")
    loaded: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return loaded


@lru_cache(maxsize=1)
def _phrases() -> tuple[re.Pattern[str], dict[str, str]]:
    """Every phrase with the one that stands for its group; what is silent stands for nothing."""
    meant: dict[str, str] = {}
    for group in _file()["same"]:
        words = [fold(str(word)) for word in group] if isinstance(group, list) else []
        meant |= {word: words[0].replace(" ", "_") for word in words}
    meant |= {fold(str(word)): "" for word in _file()["silent"]}
    longest = sorted(meant, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})\b"), meant


@lru_cache(maxsize=1)
def acts() -> frozenset[str]:
    """What alone tells a day."""
    return frozenset(fold(str(word)).replace(" ", "_") for word in _file()["acts"])


@lru_cache(maxsize=1 << 14)
def concept(folded: str) -> str:
    """`phai tra truoc` and `han tra` become the same; empty where nothing is left."""
    pattern, meant = _phrases()
    return " ".join(sorted(set(pattern.sub(lambda found: meant[found[0]], folded).split())))


@lru_cache(maxsize=1)
def _apart() -> re.Pattern[str]:
    longest = sorted((fold(str(word)) for word in _file()["apart"]), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})\b")


@lru_cache(maxsize=1 << 14)
def parting(folded: str) -> frozenset[str]:
    """The words that make this heading another than those nearly like it."""
    return frozenset(_apart().findall(folded))


@lru_cache(maxsize=64)
def _topic(table: str) -> frozenset[str]:
    topics = [*_file()["topics"]["all"], *_file()["topics"].get(table, ())]
    return frozenset(word for said in topics for word in concept(fold(str(said))).split())


@lru_cache(maxsize=1 << 14)
def within(table: str, folded: str) -> str:
    """What is said in a table, without what all its rows are about (`han tra loi phan anh`)."""
    if _COUNT.fullmatch(folded):
        return ""
    left = [word for word in concept(folded).split() if word not in _topic(table)]
    return "" if _generic().issuperset(left) else " ".join(left)


@lru_cache(maxsize=1)
def _generic() -> frozenset[str]:
    return frozenset(fold(str(word)) for word in _file()["generic"])


@lru_cache(maxsize=1 << 14)
def unqualified(folded: str) -> str:
    """Without whose it is (`ma ho so tren phan mem`)."""
    return "" if _COUNT.fullmatch(folded) else _QUALIFIED.sub("", folded)
