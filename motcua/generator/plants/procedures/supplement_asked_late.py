"""A supplement asked for in the second week of a dossier."""

import numpy as np

from motcua.generator.columns import NEVER, Flags, Ints
from motcua.generator.ledger import Ledger
from motcua.generator.plants.plant import Plant

LATER = 5 * 480  # working minutes


def long_before_the_end(ledger: Ledger) -> Flags:
    """Requests that could have come a week later and still before the dossier was settled."""
    return np.asarray(ledger.holds("slip", "kind", "supplement") & (moved(ledger) < _finished(ledger)))


def ask_late(ledger: Ledger, chosen: Flags) -> None:
    ledger.change_moment("slip", chosen, issued=moved(ledger)[chosen])


def moved(ledger: Ledger) -> Ints:
    hours = ledger.world.hours
    return hours.local(hours.work(ledger.minutes("slip", "issued")) + LATER)


def _finished(ledger: Ledger) -> Ints:
    """Of each slip, when its dossier was settled."""
    ends = dict(
        zip(ledger.column("dossier", "dossier_id"), ledger.minutes("dossier", "finished").tolist(), strict=True)
    )
    return np.array([ends.get(code, NEVER) for code in ledger.column("slip", "dossier_id")], np.int64)


def dossiers(ledger: Ledger, chosen: Flags) -> list[str]:
    return ledger.texts("slip", "dossier_id", chosen)


PLANT = Plant("TTHC-053", "slip", ask_late, may=long_before_the_end, subjects=dossiers)
