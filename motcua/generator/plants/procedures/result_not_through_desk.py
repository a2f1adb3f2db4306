"""Results that never came to the one-stop desk, and dossiers that a department returned."""

import numpy as np

from motcua.generator.columns import NEVER, Flags
from motcua.generator.ledger import Ledger
from motcua.generator.plants.duties import not_done
from motcua.generator.plants.plant import Plant


def due_at_the_desk(ledger: Ledger) -> Flags:
    """Results of returned dossiers that were not filed online and not answered at once."""
    slow = [procedure.code for procedure in ledger.world.offered.procedures if not procedure.immediate]
    dossiers = ledger.holds("dossier", "procedure_code", *slow) & ~ledger.holds("dossier", "channel", "online")
    return ledger.of_dossiers("result", np.asarray(dossiers & returned(ledger)))


def returned(ledger: Ledger) -> Flags:
    return np.asarray(ledger.minutes("dossier", "returned") != NEVER)


def returned_with_departments(ledger: Ledger) -> Flags:
    some = [unit.unit_id for unit in ledger.world.units if unit.departments]
    return np.asarray(returned(ledger) & ledger.of_units("dossier", some))


def return_at_department(ledger: Ledger, chosen: Flags) -> None:
    departments = {unit.unit_id: unit.departments[0][0] for unit in ledger.world.units if unit.departments}
    places = [departments[unit_id] for unit_id in ledger.texts("dossier", "unit_id", chosen)]
    ledger.change("dossier", chosen, returned_by_unit_id=places)


PLANTS = (
    Plant("TTHC-027", "result", not_done("result", "to_desk"), may=due_at_the_desk),
    Plant("TTHC-028", "dossier", return_at_department, may=returned_with_departments),
)
