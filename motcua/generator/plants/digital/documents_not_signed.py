"""A unit whose documents go out without any digital signature, or with the person's alone."""

from motcua.generator.columns import Flags
from motcua.generator.ledger import Ledger
from motcua.generator.plants.plant import Plant


def leave_unsigned(ledger: Ledger, chosen: Flags) -> None:
    ledger.change("outgoing_document", chosen, person_signature="none", agency_seal="none")


def leave_unsealed(ledger: Ledger, chosen: Flags) -> None:
    ledger.change("outgoing_document", chosen, agency_seal="none")


PLANTS = (
    Plant("CQS-001", "outgoing_document", leave_unsigned, also=("CQS-002",), whole_units=True),
    Plant("CQS-002", "outgoing_document", leave_unsealed, whole_units=True),
)
