"""A unit at which everybody files at the counter."""

from motcua.generator.columns import Flags
from motcua.generator.ledger import Ledger
from motcua.generator.plants.plant import Plant


def file_at_the_counter(ledger: Ledger, chosen: Flags) -> None:
    ledger.change("dossier", chosen, channel="counter", submitter_account=None)


PLANT = Plant("CQS-004", "dossier", file_at_the_counter, whole_units=True)
