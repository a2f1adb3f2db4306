"""A dossier that lay at the desk for two working days before it was handed over."""

import numpy as np

from motcua.generator.columns import DAY, NEVER, Flags, Ints
from motcua.generator.hours import WORKDAY
from motcua.generator.ledger import Ledger
from motcua.generator.plants.plant import Plant

LAY = 2 * WORKDAY


def with_time_to_lose(ledger: Ledger) -> Flags:
    """Dossiers whose desk was done days before they are due."""
    received, due = ledger.minutes("dossier", "received"), ledger.minutes("dossier", "due")
    finished = ledger.minutes("dossier", "finished")
    return np.asarray((finished != NEVER) & (_late(ledger, received) + DAY < np.minimum(due, finished)))


def hold_back(ledger: Ledger, chosen: Flags) -> None:
    codes = ledger.texts("dossier", "dossier_id", chosen)
    late = dict(zip(codes, _late(ledger, ledger.minutes("dossier", "received")[chosen]), strict=True))
    steps = ledger.of_dossiers("dossier_step", chosen)
    for step, moment in ((1, "finished"), (2, "sent")):
        rows = steps & ledger.holds("dossier_step", "step_no", step)
        handed = [late[code] for code in ledger.texts("dossier_step", "dossier_id", rows)]
        ledger.change_moment("dossier_step", rows, **{moment: np.array(handed, np.int64)})


def _late(ledger: Ledger, received: Ints) -> Ints:
    hours = ledger.world.hours
    return hours.local(hours.work(received) + LAY)


PLANT = Plant("TTHC-046", "dossier", hold_back, may=with_time_to_lose)
