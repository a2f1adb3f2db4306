"""A dossier that never reached the national portal."""

import numpy as np

from motcua.generator.columns import DAY, NEVER, Flags
from motcua.generator.ledger import Ledger
from motcua.generator.plants.plant import Plant

LONG_AGO = 15 * DAY  # longer than any row of days off and two working days


def received_long_ago(ledger: Ledger) -> Flags:
    return np.asarray(ledger.minutes("dossier", "received") + LONG_AGO < ledger.world.order.closing)


def leave_behind(ledger: Ledger, chosen: Flags) -> None:
    ledger.change_moment("dossier", chosen, synced=NEVER)


PLANT = Plant("TTHC-050", "dossier", leave_behind, may=received_long_ago)
