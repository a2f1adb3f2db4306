"""The procedures a generated province offers, level by level, as arrays that dossiers are drawn from."""

import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from motcua.evidence.catalogue import Era, Paper, Procedure, procedures
from motcua.evidence.units import Level
from motcua.generator.columns import Flags, Floats, Ints
from motcua.generator.mixes import mixes

UNITS = ("hour", "working_day", "calendar_day", "month")
LONGEST = {"hour": 80, "working_day": 60, "calendar_day": 90, "month": 3}
MOST_PAPERS = 5
MOST_PROVINCIAL = 120
FORM = Paper("Tờ khai theo mẫu của thủ tục", 1, 0)
RESIDENCE_PAPER = re.compile("hộ khẩu|nơi cư trú", re.I)
CERTIFICATE = re.compile("giấy chứng nhận", re.I)
LEVELS: dict[Era, tuple[Level, ...]] = {
    "three-level": ("province", "district", "commune"),
    "two-level": ("province", "commune"),
}


@dataclass(frozen=True, eq=False)
class Offered:
    """Procedures and, position by position, what dossiers need to know of them; `term_unit` is a position in UNITS."""

    procedures: tuple[Procedure, ...]
    papers: tuple[tuple[Paper, ...], ...]
    levels: tuple[frozenset[Level], ...]
    chances: Mapping[Level, Floats]
    term_value: Ints
    term_unit: Ints
    immediate: Flags
    fee: Ints
    copies: int

    def of(self, level: Level) -> Ints:
        return np.flatnonzero([level in levels for levels in self.levels])

    def in_domain(self, *domains: str) -> Flags:
        return np.array([p.domain in domains for p in self.procedures])


def offered(era: Era) -> Offered:
    """What a province of an era offers."""
    by_code: dict[str, Procedure] = {}
    levels: dict[str, set[Level]] = {}
    for level in LEVELS[era]:
        for procedure in _of_level(era, level):
            by_code.setdefault(procedure.code, procedure)
            levels.setdefault(procedure.code, set()).add(level)
    kept = tuple(by_code[code] for code in sorted(by_code))
    at_levels = tuple(frozenset(levels[p.code]) for p in kept)
    terms = [_term(p) for p in kept]
    return Offered(
        procedures=kept,
        papers=tuple(p.components[:MOST_PAPERS] or (FORM,) for p in kept),
        levels=at_levels,
        chances={level: _chances(kept, at_levels, level) for level in LEVELS[era]},
        term_value=np.array([value for value, _ in terms]),
        term_unit=np.array([UNITS.index(unit) for _, unit in terms]),
        immediate=np.array([p.immediate for p in kept]),
        fee=np.array([_fee(p) for p in kept]),
        copies=[p.code for p in kept].index(mixes()["certified_copies"]["code"]),
    )


def component_rows(some: Offered) -> Iterator[dict[str, Any]]:
    """Rows of `procedure_component`."""
    for procedure, papers in zip(some.procedures, some.papers, strict=True):
        for number, paper in enumerate(papers, 1):
            yield {
                "procedure_code": procedure.code,
                "version": "1",
                "component_no": number,
                "name": paper.name,
                "originals": paper.originals,
                "copies": paper.copies,
                "keeps_original": keeps_original(paper),
                "replaced_by_data": replaced_by_data(paper),
            }


def keeps_original(paper: Paper) -> bool:
    """Whether the office may keep the original: forms filled for it, never a certificate."""
    return paper.originals > 0 and not CERTIFICATE.search(paper.name) and not replaced_by_data(paper)


def replaced_by_data(paper: Paper) -> bool:
    return RESIDENCE_PAPER.search(paper.name) is not None


def _of_level(era: Era, level: Level) -> Sequence[Procedure]:
    """Procedures of a level; those of the era stand before those of the other, which fill its gaps."""
    usable = [p for p in procedures() if p.code and level in p.level and _short(p)]
    if level == "province":
        own = [p for p in usable if "commune" not in p.level]
        return own[:: max(1, len(own) // MOST_PROVINCIAL)]
    at_desk = (p for p in usable if p.one_stop or p.era == era == "three-level")
    return sorted(at_desk, key=lambda p: (p.era != era, p.code))


def _short(procedure: Procedure) -> bool:
    return procedure.term_unit is None or (procedure.term_value or 0) <= LONGEST[procedure.term_unit]


def _term(procedure: Procedure) -> tuple[int, str]:
    if procedure.immediate or procedure.term_value is None or procedure.term_unit is None:
        return mixes()["term_unknown_days"], "working_day"
    return procedure.term_value, procedure.term_unit


def _fee(procedure: Procedure) -> int:
    amounts: list[int] = mixes()["fees"]
    return amounts[zlib.crc32(procedure.code.encode()) % len(amounts)] if procedure.fee_bearing else 0


def _chances(kept: Sequence[Procedure], levels: Sequence[frozenset[Level]], level: Level) -> Floats:
    """Cumulated chances of the procedures of a level, certified copies apart."""
    shares: dict[str, float] = dict(mixes()["domains"][level])
    frequent: list[str] = mixes()["frequent"]
    weights = np.zeros(len(kept))
    inside: dict[str, int] = {}
    order = sorted(range(len(kept)), key=lambda i: (kept[i].code not in frequent, i))
    for place in (i for i in order if level in levels[i] and kept[i].code != mixes()["certified_copies"]["code"]):
        domain = kept[place].domain if kept[place].domain in shares else "other"
        inside[domain] = inside.get(domain, 0) + 1
        weights[place] = 1 / inside[domain]
    for domain, share in shares.items():
        belongs = np.array([(p.domain if p.domain in shares else "other") == domain for p in kept]) & (weights > 0)
        weights[belongs] *= share / max(weights[belongs].sum(), 1e-9)
    return np.asarray(np.cumsum(weights) / weights.sum())
