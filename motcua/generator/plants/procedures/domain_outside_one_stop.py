"""A procedure that the one-stop desk does not take in."""

from motcua.generator.columns import Flags
from motcua.generator.ledger import Ledger
from motcua.generator.plants.plant import Plant


def keep_out(ledger: Ledger, chosen: Flags) -> None:
    ledger.change("service", chosen, one_stop=False)


PLANT = Plant("TTHC-033", "service", keep_out)
