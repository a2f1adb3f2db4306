"""Residence papers asked for although the data were looked up."""

from motcua.generator.columns import Flags
from motcua.generator.ledger import Ledger
from motcua.generator.plants.plant import Plant


def demand_paper(ledger: Ledger, chosen: Flags) -> None:
    ledger.change("residence_check", chosen, paper_demanded=True)


PLANT = Plant("TTHC-037", "residence_check", demand_paper)
