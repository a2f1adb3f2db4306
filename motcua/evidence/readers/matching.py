"""Which column each heading of a sheet means, and which table a sheet is."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial

from motcua.evidence.readers import headings
from motcua.evidence.readers.concepts import concept, unqualified, within
from motcua.evidence.readers.derive import derivable
from motcua.evidence.readers.folding import fold
from motcua.evidence.tables import CONTRACT

Heading = tuple[str, ...]  # the texts above one column, top to bottom

_BRACKETS = re.compile(r"[(\[].*?[)\]]")
_STROKE = re.compile(r"/| hoặc ")
_HINT, _MISSING, _RARE = 3.0, 1.0, 0.25
_LIKELY = 3


@dataclass(frozen=True)
class Match:
    """One table's reading of a header: column to position, the positions of times of day that stand apart, and the
    columns whose headings were only nearly theirs."""

    table: str
    columns: Mapping[str, int]
    times: Mapping[str, int]
    missing: tuple[str, ...]
    score: float
    guessed: frozenset[str] = frozenset()


def shown(heading: Heading) -> str:
    """A heading as the user is told of it."""
    return " / ".join(part for part in dict.fromkeys(heading) if part)


@lru_cache(maxsize=1 << 12)
def candidates(heading: Heading) -> tuple[str, ...]:
    """The folded texts to look up, most telling first: parent and child, child, parent; each without brackets too."""
    parts = [part for part in dict.fromkeys(heading) if part]
    joined = [" ".join(parts[start:]) for start in range(len(parts))]
    texts = [*joined, *[" ".join(reversed(parts))], *parts[:-1]]
    folded = [fold(text.rstrip("? ")) for text in texts] + [fold(_BRACKETS.sub(" ", text)) for text in texts]
    return tuple(dict.fromkeys(text for text in folded if text))


def match(
    heads: Sequence[Heading],
    table: str,
    pinned: Mapping[str, Sequence[str]],
    given: Iterable[str] = (),
    *,
    near: bool = True,
) -> Match:
    """Pinned headings first, then exact, then the same words in another order; nearly the same last."""
    texts = [candidates(heading) for heading in heads]
    found = _pinned(heads, pinned)
    known = headings.dictionary(table)
    meant = _whole(heads, known, found)
    for lookup, key in ((known.exact, str), (known.sorted, headings.in_order)):
        _place(texts, lookup, key, known.rank, found)
    times = _times(texts, known, found)
    sure = {*found, *pinned} - meant
    _mean(texts, table, found, times)
    if near:
        _guess(heads, texts, table, found, times)
    for column in set(times) - set(found):
        found[column] = times.pop(column)
    missing = needed(table, set(given) | set(found))
    score = _score(texts, found, missing) + _RARE * len(times)
    return Match(table, found, times, missing, score, frozenset(found) - sure)


def _whole(heads: Sequence[Heading], known: headings.Dictionary, found: dict[str, int]) -> set[str]:
    """Headings of two lines first as one: `Ký số` over `Cơ quan` is no agency. The columns found by meaning alone."""
    texts = [candidates((" ".join(heading),)) if len(set(heading) - {""}) > 1 else () for heading in heads]
    _place(texts, known.exact, str, known.rank, found)
    _place(texts, known.sorted, headings.in_order, known.rank, found)
    sure = set(found)
    _place(texts, known.meant, concept, known.rank, found)
    return set(found) - sure


def _mean(texts: Sequence[tuple[str, ...]], table: str, found: dict[str, int], times: Mapping[str, int]) -> None:
    """By what happened or is named, then without whose it is, then by what is meant whatever words say it."""
    known = headings.dictionary(table)
    closed = set(times.values())
    _place(texts, known.core, headings.core, known.rank, found, closed)
    _place(texts, known.named, headings.thing, known.rank, found, closed)
    _place(texts, known.exact, unqualified, known.rank, found, closed)
    _place(texts, known.exact, partial(_code, known.exact), known.rank, found, closed)
    _place(texts, known.meant, concept, known.rank, found, closed)
    _place(texts, known.bare, partial(within, table), known.rank, found, closed)


def _code(exact: Mapping[str, str], folded: str) -> str:
    """A code by the known words it begins with (`ma ho so nop tien`)."""
    words = folded.split()
    starts = (" ".join(words[:length]) for length in range(len(words) - 1, 2, -1)) if words[:1] == ["ma"] else ()
    return next((start for start in starts if start in exact), "")


def _guess(
    heads: Sequence[Heading],
    texts: Sequence[tuple[str, ...]],
    table: str,
    found: dict[str, int],
    times: Mapping[str, int],
) -> None:
    """By one of two words parted by a stroke, then by nearly the same words."""
    known = headings.dictionary(table)
    closed = set(times.values())
    for position, heading in enumerate(heads):
        parts = [fold(part) for part in _STROKE.split(shown(heading))]
        meant = {known.exact[part] for part in parts if part in known.exact} - set(found)
        if len(parts) > 1 and len(meant) == 1 and position not in {*found.values(), *closed}:
            found[meant.pop()] = position
    _near(texts, table, found, times)
    _within(texts, table, found, times)


def _place(
    texts: Sequence[tuple[str, ...]],
    lookup: Mapping[str, str],
    key: Callable[[str], str],
    rank: Mapping[str, int],
    found: dict[str, int],
    closed: Iterable[int] = (),
) -> None:
    """Free headings to free columns, the more telling text and the more usual heading first."""
    taken = {*found.values(), *closed}
    claims = []
    for position, options in enumerate(texts):
        if position not in taken:
            for telling, text in enumerate(options):
                column = lookup.get(key(text))
                if column is not None and column not in found:
                    claims.append((telling, rank.get(text, len(rank)), position, column))
    for _, _, position, column in sorted(claims):
        if column not in found and position not in taken:
            found[column] = position
            taken.add(position)


def _times(texts: Sequence[tuple[str, ...]], known: headings.Dictionary, found: Mapping[str, int]) -> dict[str, int]:
    times: dict[str, int] = {}
    for position, options in enumerate(texts):
        if position not in found.values():
            column = next((known.times[text] for text in options if text in known.times), None)
            if column is not None:
                times.setdefault(column, position)
    return times


def needed(table: str, present: set[str]) -> tuple[str, ...]:
    """Columns that must come from somewhere and that nothing fills."""
    spec = CONTRACT[table]
    wanted = [name for name, column in spec.columns.items() if column.needed and name not in present]
    return tuple(name for name in wanted if not derivable(table, name, present))


def _pinned(heads: Sequence[Heading], pinned: Mapping[str, Sequence[str]]) -> dict[str, int]:
    found: dict[str, int] = {}
    for column, accepted in pinned.items():
        wanted = {fold(heading) for heading in accepted}
        for position, texts in enumerate(heads):
            if fold(shown(texts)) in wanted or not wanted.isdisjoint(candidates(texts)):
                found.setdefault(column, position)
    return found


def _near(texts: Sequence[tuple[str, ...]], table: str, found: dict[str, int], times: Mapping[str, int]) -> None:
    for position, options in enumerate(texts):
        if not options or position in found.values() or position in times.values():
            continue
        if options[0] in headings.meaningless():
            continue
        for text in options:
            near = headings.nearest(table, text, frozenset(found))
            if near is not None:
                found[near] = position
                break


def _within(texts: Sequence[tuple[str, ...]], table: str, found: dict[str, int], times: Mapping[str, int]) -> None:
    """Questions to be answered yes or no, by the words of a heading inside them."""
    for position, options in enumerate(texts):
        if options and position not in found.values() and position not in times.values():
            asked = headings.asked(table, options[0], frozenset(found))
            if asked is not None:
                found[asked] = position


def _score(texts: Sequence[tuple[str, ...]], found: Mapping[str, int], missing: Sequence[str]) -> float:
    spread = headings.spread()
    total = 0.0
    for position in found.values():
        told = [1 / spread[text] for text in texts[position] if text in spread]
        total += max([_RARE, *told])
    return total - _MISSING * len(missing)


def hinted(match_: Match, told: str) -> float:
    """The score with what title, sheet name and file name say; longer phrases say more."""
    speaking = [hint for hint in headings.hints(match_.table) if f" {hint} " in f" {told} "]
    return match_.score + (_HINT + 0.02 * max(map(len, speaking)) if speaking else 0.0)


def best(
    heads: Sequence[Heading], tables: Iterable[str], told: str, given: Iterable[str]
) -> tuple[Match, float] | None:
    """The table these headings fit best, with at least two columns matched."""
    given = tuple(given)
    if sum(1 for heading in heads if any(map(_known, candidates(heading)))) < 2:
        return None
    plain = [match(heads, table, {}, given, near=False) for table in tables]
    likely = sorted(plain, key=lambda found: -hinted(found, told))[:_LIKELY]
    filled = sum(1 for heading in heads if candidates(heading) and candidates(heading)[0] not in headings.meaningless())
    near = [match(heads, one.table, {}, given) for one in likely]
    ranked = [(found, hinted(found, told)) for found in near if _tells(found, filled, told)]
    return max(ranked, key=lambda pair: (pair[1], len(pair[0].columns)), default=None)


def _known(text: str) -> bool:
    """Whether some table has this heading, or one that means the same."""
    return text in headings.spread() or concept(text) in headings.meanings() or headings.told_somewhere(text)


def _tells(found: Match, filled: int, told: str) -> bool:
    """Enough of the headings are known: four, or a third and two of them for sure, unless the title says the table."""
    sure = len(found.columns) if hinted(found, told) > found.score else len(found.columns) - len(found.guessed)
    return len(found.columns) >= 4 or (sure >= 2 and len(found.columns) * 3 >= filled)
