"""An online dossier that an officer filed at the desk."""

from motcua.generator.columns import Flags
from motcua.generator.ledger import Ledger
from motcua.generator.plants.plant import Plant
from motcua.generator.plants.procedures.one_account_many_owners import filed_online


def file_at_desk(ledger: Ledger, chosen: Flags) -> None:
    ledger.change("dossier", chosen, submitter_kind="officer")


PLANT = Plant("TTHC-055", "dossier", file_at_desk, may=filed_online)
