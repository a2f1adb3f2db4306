"""Time limits written in one cell: how many, and of what (`03 ngày làm việc`)."""

import re

from motcua.evidence.readers import values
from motcua.evidence.readers.folding import clean, fold
from motcua.evidence.readers.vocabulary import synonyms

_TERM = re.compile(r"(?:(?:không quá|tối đa|trong vòng|trong)\s+)?(\d{1,4})\s*\(?([^\W\d][^()\d]*)\)?", re.IGNORECASE)


def amount(raw: object) -> int | None:
    """How many; a number alone too."""
    found = _parts(raw)
    return int(found[0]) if found else values.integer(raw)


def unit(raw: object) -> str | None:
    """Of what; None where only a number stands."""
    found = _parts(raw)
    return found[1] if found else None


def _parts(raw: object) -> tuple[str, str] | None:
    written = _TERM.fullmatch(clean(raw)) if isinstance(raw, str) else None
    if not written:
        return None
    said = fold(written[2])
    known = (str(ours) for ours, theirs in synonyms("procedure", "term_unit").items() if said in map(fold, theirs))
    word = next(known, None)
    return (written[1], word) if word else None
