"""A role held without a decision."""

from motcua.generator.columns import Flags
from motcua.generator.ledger import Ledger
from motcua.generator.plants.duties import emptied
from motcua.generator.plants.plant import Plant


def beside_control(ledger: Ledger) -> Flags:
    """Roles other than those of procedure control, of which another rule asks a decision too."""
    return ~ledger.holds("focal_point", "role", "control_leader", "control_officer")


PLANT = Plant("CDDH-017", "focal_point", emptied("focal_point", "decision_no"), may=beside_control)
