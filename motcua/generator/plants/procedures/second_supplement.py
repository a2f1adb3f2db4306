"""A dossier that the software says was asked to be completed twice."""

from motcua.generator.columns import Flags
from motcua.generator.ledger import Ledger
from motcua.generator.plants.plant import Plant


def ask_again(ledger: Ledger, chosen: Flags) -> None:
    ledger.change("dossier", chosen, supplement_requests=2)


PLANT = Plant("TTHC-042", "dossier", ask_again)
