"""A review of a domain without its contents, or without a proposal to cut."""

from motcua.generator.columns import Flags
from motcua.generator.ledger import Ledger
from motcua.generator.plants.duties import emptied
from motcua.generator.plants.plant import Plant


def leave_contents_out(ledger: Ledger, chosen: Flags) -> None:
    ledger.change("review", chosen, contents_complete=False)


PLANTS = (
    Plant("TTHC-005", "review", leave_contents_out),
    Plant("TTHC-035", "review", emptied("review", "proposal")),
)
