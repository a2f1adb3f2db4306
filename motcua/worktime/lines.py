"""A line of the due date's ledger, and what the lines add up to."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, get_args

from motcua.worktime.schedule import Schedule, Wait
from motcua.worktime.term import Term

Kind = Literal["base", "pause", "resume", "extension", "restart"]
KINDS: dict[str, Kind] = {kind: kind for kind in get_args(Kind)}


@dataclass(frozen=True)
class Line:
    """One event: who, when, on which document and rule. `base` needs a term, `extension` a new due date.

    A `base` with a new due date is due then and not when its term ends: the part of a whole that ends sooner.

    A `restart` without a term begins the former term again.
    """

    kind: Kind
    at: datetime
    by: str
    document: str
    rule: str
    term: Term | None = None
    new_due: datetime | None = None
    version: str = ""


@dataclass(frozen=True)
class Due:
    """What a ledger says. `standing_due` is the date last promised or reckoned, which a pause leaves as it was.

    `waits` are those since the running term, or the date that extended it, began.
    """

    started_at: datetime
    term: Term
    first_due: datetime
    standing_due: datetime
    waiting_minutes: int = 0
    paused_since: datetime | None = None
    extended_to: datetime | None = None
    waits: tuple[Wait, ...] = ()
    extensions: int = 0
    restarts: int = 0

    @property
    def current_due(self) -> datetime | None:
        """The date that holds now, None while the office waits for the citizen."""
        return self.standing_due if self.paused_since is None else None


def reckoned(due: Due, waits: tuple[Wait, ...], schedule: Schedule) -> datetime:
    """The date of the running term, or the one that extended it, prolonged by waits."""
    if due.extended_to is None:
        return schedule.due(due.started_at, due.term, waits)
    return schedule.prolonged(due.extended_to, due.term.unit, waits)
