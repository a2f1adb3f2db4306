"""A unit where nobody is the officer in charge of procedure control."""

from motcua.generator.columns import Flags
from motcua.generator.ledger import Ledger
from motcua.generator.plants.plant import Plant
from motcua.generator.plants.units import unnamed


def control_officers(ledger: Ledger) -> Flags:
    return ledger.holds("focal_point", "role", "control_officer")


def leave_unnamed(ledger: Ledger, chosen: Flags) -> None:
    ledger.drop("focal_point", chosen)


PLANT = Plant("TTHC-002", "focal_point", leave_unnamed, may=control_officers, subjects=unnamed)
