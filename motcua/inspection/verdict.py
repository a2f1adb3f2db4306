"""What one rule says of one unit: the counts, the outcome that follows from them, the target, the law."""

from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction

from motcua.inspection.rule import Rule
from motcua.law import Citation, Setting


class Outcome(StrEnum):
    MET = "met"
    BREACHED = "breached"
    NOTHING = "nothing"  # its evidence was all there, and no case fell under the rule
    NOT_ASSESSABLE = "not_assessable"


@dataclass(frozen=True)
class Tally:
    """Counts of cases; `drawn` are decided cases that only the paper of a sample answered."""

    breached: int = 0
    kept: int = 0
    unknown: int = 0
    drawn: int = 0

    @property
    def decided(self) -> int:
        return self.breached + self.kept

    @property
    def examined(self) -> int:
        return self.decided + self.unknown

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.breached + other.breached,
            self.kept + other.kept,
            self.unknown + other.unknown,
            self.drawn + other.drawn,
        )


@dataclass(frozen=True)
class Declared:
    """A figure the unit reports of itself: a share in percent or a count, with its counts where it gave them."""

    value: Fraction | None
    numerator: int | None
    denominator: int | None


@dataclass(frozen=True)
class Verdict:
    rule: Rule
    unit_id: str
    outcome: Outcome
    tally: Tally
    target: Setting | None = None
    citations: tuple[Citation, ...] = ()
    missing: tuple[str, ...] = ()
    abouts: tuple[tuple[str, int], ...] = ()
    kept_abouts: tuple[tuple[str, int], ...] = ()
    declared: tuple[Declared, ...] = field(default=())

    @property
    def rate(self) -> Fraction | None:
        """Cases kept of cases decided; None where nothing was decided."""
        return Fraction(self.tally.kept, self.tally.decided) if self.tally.decided else None
