"""A dossier settled days after it was due, and nobody said sorry."""

import numpy as np

from motcua.generator.columns import DAY, NEVER, Flags
from motcua.generator.ledger import Ledger
from motcua.generator.mixes import mixes
from motcua.generator.plants.plant import Plant

LATE = ("finished", "issued", "returned")


def returned_long_ago(ledger: Ledger) -> Flags:
    """Dossiers that could have come weeks later and still before the records were taken."""
    returned = ledger.minutes("dossier", "returned")
    due = ledger.minutes("dossier", "due")
    return np.asarray((returned != NEVER) & (np.maximum(returned, due) + 30 * DAY < ledger.world.order.closing))


def certified(ledger: Ledger) -> Flags:
    """Certifications: they have a time limit of their own, so that a late one breaks two rules."""
    return ledger.holds("dossier", "domain", mixes()["certification"])


def no_certification(ledger: Ledger) -> Flags:
    return np.asarray(returned_long_ago(ledger) & ~certified(ledger))


def settle_late(ledger: Ledger, chosen: Flags) -> None:
    """Move the end of each dossier, and all that followed it, three working days past the day it was due.

    Its steps get later days of their own, so that only the dossier is late.
    """
    hours = ledger.world.hours
    finished, due = ledger.minutes("dossier", "finished"), ledger.minutes("dossier", "due")
    late = hours.local((hours.work(due[chosen]) // 480 + 3) * 480)
    moved = np.zeros(len(chosen), np.int64)
    moved[chosen] = late - finished[chosen]
    after = dict(zip(ledger.column("dossier", "dossier_id")[chosen], moved[chosen], strict=True))
    _move(ledger, "dossier", chosen, LATE, after)
    for table, names in FOLLOWING.items():
        _move(ledger, table, ledger.of_dossiers(table, chosen), names, after)
    steps = ledger.of_dossiers("dossier_step", chosen)
    last = steps & ledger.holds("dossier_step", "step_no", 3)
    _move(ledger, "dossier_step", last, ("sent", "received", "finished", "due"), after)
    _move(ledger, "dossier_step", steps & ledger.holds("dossier_step", "step_no", 2), ("finished", "due"), after)


FOLLOWING = {
    "result": ("issued", "digitised", "to_desk"),
    "book_entry": ("returned",),
    "archive_handover": ("settled", "handed_over"),
    "satisfaction": ("asked",),
    "feedback": ("received", "due", "answered"),
}


def _move(ledger: Ledger, table: str, rows: Flags, names: tuple[str, ...], after: dict[str, int]) -> None:
    codes = ledger.column(table, "dossier_id")[rows]
    shift = np.array([after[code] for code in codes], np.int64)
    for name in names:
        before = ledger.minutes(table, name)[rows]
        ledger.change_moment(table, rows, **{name: np.where(before == NEVER, NEVER, before + shift)})


PLANT = Plant("TTHC-014", "dossier", settle_late, may=no_certification, also=("TTHC-029",))
