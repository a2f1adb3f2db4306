"""A specialist of a unit who is late with much of the work, while the others are not."""

from collections.abc import Iterable, Sequence

import numpy as np

from motcua.generator.columns import NEVER, Flags
from motcua.generator.ledger import Ledger
from motcua.generator.plants.plant import Plant
from motcua.generator.plants.procedures.step_overdue import due_before
from motcua.generator.plants.units import one_of_each_unit

STAGE = 2  # the specialist's step
EVERY = 2  # every other step of the officer is late
FEWEST, MOST_OF_WORK = 40, 0.3  # steps that leave enough late ones; a part of the work that is not most of it


def of_specialists(ledger: Ledger) -> Flags:
    """One step for each unit: that of an officer with enough to do, who does not do most of the unit's work."""
    done = _done(ledger)
    officers, works = np.unique(_officers(ledger)[done], return_counts=True)
    owner = dict(zip(_officers(ledger)[done], ledger.column("dossier_step", "unit_id")[done], strict=True))
    of_unit: dict[str, int] = {}
    for officer, steps in zip(officers, works, strict=True):
        of_unit[owner[officer]] = of_unit.get(owner[officer], 0) + int(steps)
    fit = [
        officer
        for officer, steps in zip(officers, works, strict=True)
        if FEWEST <= steps <= MOST_OF_WORK * of_unit[owner[officer]]
    ]
    return one_of_each_unit(ledger, "dossier_step", done & ledger.holds("dossier_step", "officer", *fit))


def fall_behind(ledger: Ledger, chosen: Flags) -> None:
    due_before(ledger, _late(ledger, chosen))


def names(ledger: Ledger, chosen: Flags) -> Sequence[str]:
    return ledger.texts("dossier_step", "officer", chosen)


def late_steps(ledger: Ledger, chosen: Flags) -> Iterable[tuple[str, str, str]]:
    late = _late(ledger, chosen)
    units, codes = (ledger.texts("dossier_step", name, late) for name in ("unit_id", "dossier_id"))
    return [("TTHC-057", unit, f"{code}/{STAGE}") for unit, code in zip(units, codes, strict=True)]


def _late(ledger: Ledger, chosen: Flags) -> Flags:
    """The chosen steps and every other one of their officers."""
    own = np.flatnonzero(_done(ledger) & ledger.holds("dossier_step", "officer", *names(ledger, chosen)))
    late = chosen.copy()
    late[own[::EVERY]] = True
    return late


def _done(ledger: Ledger) -> Flags:
    finished = ledger.minutes("dossier_step", "finished") != NEVER
    return np.asarray(finished & ledger.holds("dossier_step", "step_no", STAGE))


def _officers(ledger: Ledger) -> np.ndarray[tuple[int], np.dtype[np.object_]]:
    return np.asarray(ledger.column("dossier_step", "officer"), object)


PLANT = Plant("TTHC-052", "dossier_step", fall_behind, may=of_specialists, subjects=names, more=late_steps)
