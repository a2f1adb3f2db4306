"""An officer whose appointment has no decision."""

from motcua.generator.columns import Flags
from motcua.generator.ledger import Ledger
from motcua.generator.plants.duties import emptied
from motcua.generator.plants.plant import Plant


def with_role(ledger: Ledger) -> Flags:
    return ledger.holds("staff", "role", "leader", "reception", "reform_officer")


PLANT = Plant("CDCV-010", "staff", emptied("staff", "decision_no"), may=with_role)
