"""The published administrative procedures, as far as they are known: code, name, domain, level, term, papers, law."""

import gzip
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

Era = Literal["three-level", "two-level"]


@dataclass(frozen=True)
class Paper:
    """One paper that a procedure asks for."""

    name: str
    originals: int
    copies: int


@dataclass(frozen=True)
class Procedure:
    """One procedure as one source published it.

    `code` is empty where the source gave none. `term_guessed` marks a number without a unit, read as working days;
    `fee_bearing` is read from the text on fees and is a guess. A code may occur once in each era, with other terms.
    """

    code: str
    name: str
    domain: str
    level: tuple[str, ...]
    term_value: int | None
    term_unit: str | None
    term_guessed: bool
    immediate: bool
    fee_bearing: bool
    online_level: str | None
    channel: tuple[str, ...]
    components: tuple[Paper, ...]
    era: Era
    legal_basis: tuple[str, ...]
    result: str
    one_stop: bool


@cache
def procedures() -> tuple[Procedure, ...]:
    """Every procedure of both eras, ordered by era, code, name."""
    packed = files("motcua.evidence").joinpath("data/procedures.jsonl.gz").read_bytes()
    return tuple(_procedure(json.loads(line)) for line in gzip.decompress(packed).splitlines())


def _procedure(row: Mapping[str, Any]) -> Procedure:
    lists = {name: tuple(row[name]) for name in ("level", "channel", "legal_basis")}
    papers = tuple(Paper(*paper) for paper in row["components"])
    return Procedure(**{**row, **lists, "components": papers})
