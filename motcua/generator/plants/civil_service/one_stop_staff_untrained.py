"""An officer of the desk or of the reform who was never trained."""

from collections.abc import Sequence

from motcua.generator.columns import Flags
from motcua.generator.ledger import Ledger
from motcua.generator.plants.duties import not_done
from motcua.generator.plants.plant import Plant


def at_desk_or_reform(ledger: Ledger) -> Flags:
    return ledger.holds("staff", "role", "reception", "reform_officer")


def persons(ledger: Ledger, chosen: Flags) -> Sequence[str]:
    return ledger.texts("staff", "person", chosen)


PLANT = Plant("CDCV-007", "staff", not_done("staff", "trained"), may=at_desk_or_reform, subjects=persons)
