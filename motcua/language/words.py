"""A sentence in both languages, the language in use, and the exception that carries a sentence to the user."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Literal, get_args

Language = Literal["vi", "en"]


@dataclass(frozen=True)
class Words:
    """One sentence in both languages; `{name}` places are filled by `say`."""

    vi: str
    en: str

    def in_(self, language: Language) -> str:
        return self.vi if language == "vi" else self.en


_spoken: ContextVar[Language | None] = ContextVar("spoken", default=None)


@contextmanager
def speaking(language: Language) -> Iterator[None]:
    """Inside, sentences come in this language: one process may answer two people."""
    before = _spoken.set(language)
    try:
        yield
    finally:
        _spoken.reset(before)


def speak() -> Language:
    """The language in use: that of `speaking`, else `MOTCUA_LANG`, Vietnamese where it is unset or unknown."""
    if (spoken := _spoken.get()) is not None:
        return spoken
    chosen = os.environ.get("MOTCUA_LANG", "vi").lower()[:2]
    return "en" if chosen == get_args(Language)[1] else "vi"


def say(words: Words, **values: object) -> str:
    """The sentence in the language in use, its places filled."""
    return words.in_(speak()).format(**values)


class Refusal(Exception):
    """Something the user gave cannot be taken. The message is one sentence: where, what, and what would be right."""

    def __init__(self, words: Words, **values: object) -> None:
        self.words = words
        self.values = values
        super().__init__(say(words, **values))
