"""From statements to the numbered sentences a notice prints: grouped as the programme says, no list too long."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from motcua.inspection.programme import Grouping, Programme
from motcua.inspection.rule import Domain
from motcua.inspection.statements import Kind, Statement

NOT_IN_SHEET_NAMES = re.compile(r"[\[\]:*?/\\'\s]+")
LONGEST_SHEET_NAME = 31
NAMES = frozenset({"Zalo", "Facebook", "Internet", "Đảng"})  # one word, capital wherever it stands


@dataclass(frozen=True)
class Sentence:
    """One item of a list of the notice, with its full stop. `number` runs through the whole notice."""

    number: int
    unit_id: str
    domain: Domain | None
    kind: Kind
    text: str
    statements: tuple[Statement, ...]

    @property
    def ref(self) -> str:
        return str(self.number)


@dataclass(frozen=True)
class _Piece:
    """A sentence being built. `grouped`: the programme made it; `led`: a common opening holds its clauses together."""

    place: int
    text: str
    statements: tuple[Statement, ...]
    grouped: bool = False
    led: bool = False


def sentences(statements: Sequence[Statement], programme: Programme, units: Sequence[str]) -> tuple[Sentence, ...]:
    """The sentences of a notice in the order they are printed; `units` are the inspected ones in their order."""
    made: list[Sentence] = []
    for own in _lists(statements, units):
        first = own[0]
        for piece in _listed(own, programme):
            number = len(made) + 1
            text = closed(piece.text)
            made.append(Sentence(number, first.unit_id, first.domain, first.kind, text, piece.statements))
    return tuple(made)


def _lists(statements: Sequence[Statement], units: Sequence[str]) -> Iterator[list[Statement]]:
    domains = [*Domain, None]
    order = {name: place for place, name in enumerate(units)}
    others = list(dict.fromkeys(s.unit_id for s in statements if s.unit_id not in order))
    order |= {name: len(units) + place for place, name in enumerate(sorted(others, key=lambda u: u == ""))}
    kinds = list(Kind)
    keyed: dict[tuple[int, int, int], list[Statement]] = {}
    for statement in statements:
        key = (order[statement.unit_id], domains.index(statement.domain), kinds.index(statement.kind))
        keyed.setdefault(key, []).append(statement)
    yield from (keyed[key] for key in sorted(keyed))


def _listed(own: Sequence[Statement], programme: Programme) -> Sequence[_Piece]:
    """One list. The head's conclusions are numbered points of their own and are neither grouped nor shortened."""
    kind = own[0].kind
    groups = {
        Kind.STRENGTH: programme.strengths,
        Kind.LIMITATION: programme.limitations,
        Kind.RECOMMENDATION: programme.recommended,
    }.get(kind, ())
    pieces = _pieces(own, groups)
    return pieces if kind is Kind.CONCLUSION else fitted(pieces, max(1, programme.longest_list))


def _pieces(own: Sequence[Statement], groups: Sequence[Grouping]) -> list[_Piece]:
    gathered: dict[int | str, list[Statement]] = {}
    for place, statement in enumerate(own):
        group = next((n for n, g in enumerate(groups) if statement.key in g.rules), None)
        gathered.setdefault(f"own {place}" if group is None else group, []).append(statement)
    return [
        _piece(place, tuple(members), groups[key] if isinstance(key, int) else None)
        for place, (key, members) in enumerate(gathered.items())
    ]


def _piece(place: int, members: tuple[Statement, ...], group: Grouping | None) -> _Piece:
    clauses = [clause(s.text) for s in members]
    if group is None or not group.lead:
        return _Piece(place, joined(clauses), members, grouped=group is not None)
    text = f"{opening(group.lead, len(clauses))} {joined(['', *clauses])}"
    return _Piece(place, text, members, grouped=True, led=True)


def opening(lead: str, clauses: int) -> str:
    """The common opening with what ties it to its clauses, unless the programme wrote that itself."""
    plain = clause(lead)
    if plain.endswith(":"):
        return plain
    return f"{plain}, như:" if clauses > 1 else f"{plain}:"


def fitted(pieces: Sequence[_Piece], longest: int) -> Sequence[_Piece]:
    """At most `longest` sentences: what no group holds is joined, the last ones first; then all are, if need be."""
    if len(pieces) <= longest:
        return pieces
    loose = [p for p in pieces if not p.grouped]
    room = longest - (len(pieces) - len(loose))
    if room < 1:
        return [_merged(part) for part in _shared_out(pieces, longest)]
    kept = [p for p in pieces if p.grouped]
    return sorted([*kept, *(_merged(part) for part in _shared_out(loose, room))], key=lambda p: p.place)


def _shared_out(pieces: Sequence[_Piece], parts: int) -> list[Sequence[_Piece]]:
    """Neighbours together, in so many parts, the later ones longer by at most one."""
    size, longer = divmod(len(pieces), parts)
    ends = [size * (n + 1) + max(0, n + 1 - (parts - longer)) for n in range(parts)]
    return [pieces[start:end] for start, end in zip([0, *ends], ends, strict=False)]


def _merged(pieces: Sequence[_Piece]) -> _Piece:
    """Short clauses go on after a semicolon; what has an opening or semicolons of its own stays a sentence."""
    first = pieces[0]
    text = first.text
    for before, piece in pairwise(pieces):
        apart = any(p.led or ";" in p.text or ". " in p.text for p in (before, piece))
        text = f"{text}. {piece.text}" if apart else f"{text}; {lowered(piece.text)}"
    statements = tuple(s for p in pieces for s in p.statements)
    return _Piece(first.place, text, statements, any(p.grouped for p in pieces), any(p.led for p in pieces))


def joined(clauses: Sequence[str]) -> str:
    """Clauses in one sentence. An empty first one stands for an opening before them: then all begin small."""
    rest = "; ".join(lowered(c) for c in clauses[1:])
    return f"{clauses[0]}; {rest}" if clauses[0] and rest else clauses[0] or rest


def clause(text: str) -> str:
    """The text without what closes it; an ellipsis stays."""
    plain = text.strip().rstrip(";")
    return plain if plain.endswith("...") else plain.rstrip(".; ")


def closed(text: str) -> str:
    """The text with one full stop."""
    plain = clause(text)
    return plain if plain.endswith("...") else f"{plain}."


def lowered(text: str) -> str:
    """The clause beginning small, unless it begins with a name or a shortening: `UBND xã`, `Bộ Nội vụ`, `iDesk`."""
    words = text.split(maxsplit=2)
    if not words or words[0] in NAMES or any(letter.isupper() or letter.isdigit() for letter in words[0][1:]):
        return text
    named = len(words) > 1 and words[1][:1].isupper() and not words[1].isupper()
    return text if named else text[:1].lower() + text[1:]


def sheet_name(code: str, unit_id: str) -> str:
    """The sheet of a workbook that holds the rows of a rule and a unit: at most 31 characters, one for each pair."""
    plain = f"{code} {unit_id}"
    fit = NOT_IN_SHEET_NAMES.sub(" ", plain).strip()
    if fit == plain and len(fit) <= LONGEST_SHEET_NAME:
        return fit
    mark = hashlib.sha256(plain.encode()).hexdigest()[:6]
    return f"{fit[: LONGEST_SHEET_NAME - 7].rstrip()} {mark}"


def of(made: Iterable[Sentence], unit_id: str, domain: Domain | None, kind: Kind) -> tuple[Sentence, ...]:
    """The sentences of one list."""
    return tuple(s for s in made if (s.unit_id, s.domain, s.kind) == (unit_id, domain, kind))
