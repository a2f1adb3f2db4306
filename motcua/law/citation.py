"""A citation: the text, article and clause a duty rests on, and the days it is in force."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

NUMBER = re.compile(r"\bsố (\d\S*)")  # Nghị định số 61/2018/NĐ-CP


@dataclass(frozen=True)
class Citation:
    """`until` is the first day the citation no longer applies; `unverified`: the article was not read in the text."""

    text: str
    since: date
    article: str | None = None
    clause: str | None = None
    until: date | None = None
    unverified: bool = False

    def applies(self, on: date) -> bool:
        return self.since <= on and (self.until is None or on < self.until)

    def vi(self) -> str:
        """As a Vietnamese text cites it: clause, article, text."""
        parts = [f"khoản {self.clause}"] if self.clause else []
        parts += [f"Điều {self.article}"] if self.article else []
        return " ".join([*parts, self.text])

    def en(self) -> str:
        parts = [self.text]
        parts += [f"article {self.article}"] if self.article else []
        parts += [f"clause {self.clause}"] if self.clause else []
        return " ".join(parts) + (" [unverified]" if self.unverified else "")

    @property
    def number(self) -> str:
        """The number of the text, the whole name where it has none."""
        found = NUMBER.search(self.text)
        return found[1] if found else self.text


def short(citations: Iterable[Citation]) -> str:
    """As a narrow table cites: number, articles and clauses, text by text; a star where one was not read."""
    texts: dict[str, list[str]] = {}
    for citation in citations:
        place = " ".join(
            [f"Đ{citation.article}"] * bool(citation.article) + [f"k{citation.clause}"] * bool(citation.clause)
        )
        texts.setdefault(citation.number, []).append(place + "*" * citation.unverified)
    return "; ".join(f"{number} {', '.join(places)}".replace(" *", "*").strip() for number, places in texts.items())


def in_force(citations: Iterable[Citation], on: date) -> tuple[Citation, ...]:
    """The citations that apply on a day; more than one where a duty rests on several texts at once."""
    return tuple(c for c in citations if c.applies(on))
