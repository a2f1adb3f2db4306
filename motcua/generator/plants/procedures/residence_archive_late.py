"""A residence dossier that the archive got ten days after it was settled."""

from collections.abc import Callable

import numpy as np

from motcua.generator.columns import DAY, NEVER, Flags
from motcua.generator.ledger import Ledger
from motcua.generator.plants.plant import Plant

LATE_DAYS = 10


def handed_over(*kinds: str) -> Callable[[Ledger], Flags]:
    """Dossiers of these kinds that could have come ten days later and still before the records were taken."""

    def may(ledger: Ledger) -> Flags:
        there = ledger.minutes("archive_handover", "handed_over") != NEVER
        early = ledger.minutes("archive_handover", "settled") + LATE_DAYS * DAY < ledger.world.order.closing
        return np.asarray(there & early & ledger.holds("archive_handover", "residence_kind", *kinds))

    return may


def hand_over_late(ledger: Ledger, chosen: Flags) -> None:
    settled = ledger.minutes("archive_handover", "settled")[chosen]
    ledger.change_moment("archive_handover", chosen, handed_over=settled + LATE_DAYS * DAY)


PLANTS = (
    Plant("TTHC-025", "archive_handover", hand_over_late, may=handed_over("permanent")),
    Plant("TTHC-026", "archive_handover", hand_over_late, may=handed_over("temporary", "other")),
)
